package foresail.recording;

import foresail.prediction.PodPrediction;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds for each recorded pod the predicted one that it is. */
final class Pairing {
  /** The only characters of hashes; apimachinery/pkg/util/rand/rand.go, v1.36. */
  private static final String SAFE = "bcdfghjklmnpqrstvwxz2456789";

  private final Map<SeenPod, PodPrediction> pairs = new IdentityHashMap<>();
  private final List<PodPrediction> free;
  private final Window window;

  private Pairing(List<PodPrediction> predicted, Window window) {
    this.free = new ArrayList<>(predicted);
    this.window = window;
  }

  /**
   * Pods of the same name first; of the others, whose names end in letters that the server made up,
   * those whose names begin alike and whose rows agree best.
   */
  static Map<SeenPod, PodPrediction> of(
      List<PodPrediction> predicted, List<SeenPod> seen, Window window) {
    Pairing pairing = new Pairing(predicted, window);
    List<SeenPod> left = new ArrayList<>();
    for (SeenPod pod : seen) {
      if (!pairing.byName(pod)) {
        left.add(pod);
      }
    }
    for (SeenPod pod : left) {
      pairing.nearest(pod).ifPresent(found -> pairing.pair(pod, found));
    }
    return pairing.pairs;
  }

  private boolean byName(SeenPod pod) {
    Optional<PodPrediction> same =
        free.stream().filter(each -> each.name().equals(pod.name())).findFirst();
    same.ifPresent(found -> pair(pod, found));
    return same.isPresent();
  }

  private Optional<PodPrediction> nearest(SeenPod pod) {
    Optional<PodPrediction> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (PodPrediction candidate : free) {
      if (begin(candidate.name()).equals(begin(pod.name()))) {
        int wrong = Alignment.of(candidate.rows(), pod.rows(), window).wrong();
        if (wrong < fewest) {
          fewest = wrong;
          best = Optional.of(candidate);
        }
      }
    }
    return best;
  }

  private void pair(SeenPod pod, PodPrediction found) {
    pairs.put(pod, found);
    free.remove(found);
  }

  /**
   * A name without the five random letters, and without the hash of a ReplicaSet or the minute of a
   * CronJob's run before them.
   */
  private static String begin(String name) {
    String rest = name.substring(0, Math.max(name.lastIndexOf('-'), 0));
    int hash = rest.lastIndexOf('-');
    return hash > 0 && isMade(rest.substring(hash + 1)) ? rest.substring(0, hash) : rest;
  }

  /** Whether a part of a name is a template's hash or the minute of a run. */
  private static boolean isMade(String part) {
    return part.length() >= 8
        && (part.chars().allMatch(Character::isDigit)
            || part.chars().allMatch(c -> SAFE.indexOf(c) >= 0));
  }
}
