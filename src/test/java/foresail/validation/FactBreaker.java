package foresail.validation;

import foresail.finding.Refusal;
import foresail.schema.Change;
import foresail.schema.Changes;
import foresail.schema.Decoded;
import foresail.schema.Objects;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Looks for the smallest change of a valid object that breaks a fact, for all facts at once. */
final class FactBreaker {
  /** Facts that two changes break are looked for so often in each object. */
  private static final int PAIRS = 2_000;

  private final WrittenFacts facts;
  private final Map<String, Broken> best = new TreeMap<>();

  /** Facts that were found at the path and with the reason that they are written with. */
  private final Set<String> written = new HashSet<>();

  FactBreaker(WrittenFacts facts) {
    this.facts = facts;
  }

  /**
   * @param base the name of the valid object
   * @param facts how many facts are broken then
   * @param told what the server says then, reason and path, one line each
   */
  record Broken(String base, List<Change> changes, int facts, Set<String> told) {
    private boolean isSmallerThan(Broken other) {
      if (told.size() != other.told.size()) {
        return told.size() < other.told.size();
      }
      if (facts != other.facts) {
        return facts < other.facts;
      }
      if (changes.size() != other.changes.size()) {
        return changes.size() < other.changes.size();
      }
      return length() < other.length();
    }

    private int length() {
      return changes.stream().mapToInt(change -> change.toString().length()).sum();
    }

    @Override
    public String toString() {
      List<String> columns = new ArrayList<>(List.of(base));
      changes.forEach(change -> columns.add(change.toString()));
      columns.add("=>");
      columns.addAll(told);
      return String.join("\t", columns);
    }
  }

  /** What the server says of an object that it can decode; nothing of one that it cannot. */
  static List<Refusal> refusals(JsonNode object) {
    Manifest manifest = Objects.manifest(object);
    Decoded decoded = Schema.of(Release.DEFAULT).decode(manifest);
    if (!decoded.refusals().isEmpty()) {
      return List.of();
    }
    Manifest complete = new Manifest(manifest.id(), 0, decoded.root(), List.of());
    return Validation.refusals(complete, Release.DEFAULT);
  }

  static Set<String> told(List<Refusal> refusals) {
    Set<String> told = new TreeSet<>();
    refusals.forEach(refusal -> told.add(refusal.reason().word() + " " + refusal.path()));
    return told;
  }

  /** The smallest that was found for each fact. */
  Map<String, Broken> found() {
    return best;
  }

  void search(Map<String, JsonNode> bases, Random random) {
    bases.forEach(
        (name, base) -> {
          List<Change> all = Changes.of(base, Release.DEFAULT);
          all.forEach(change -> tryOut(name, base, List.of(change)));
        });
    bases.forEach(
        (name, base) -> {
          List<Change> all = Changes.of(base, Release.DEFAULT);
          for (int i = 0; i < PAIRS; i++) {
            int at = random.nextInt(all.size());
            Change one = all.get(at);
            Change near = all.get(Math.floorMod(at + random.nextInt(400) - 200, all.size()));
            Change far = all.get(random.nextInt(all.size()));
            tryOut(name, base, List.of(one, random.nextBoolean() ? near : far));
          }
        });
  }

  void tryOut(String name, JsonNode base, List<Change> changes) {
    JsonNode object = base.deepCopy();
    changes.forEach(change -> change.apply(object));
    List<Refusal> refusals = refusals(object);
    if (refusals.isEmpty()) {
      return;
    }
    int broke = (int) refusals.stream().map(Refusal::fact).distinct().count();
    Broken broken = new Broken(name, changes, broke, told(refusals));
    for (Refusal refusal : refusals) {
      String fact = refusal.fact();
      Broken known = best.get(fact);
      boolean asWritten = facts.isAsWritten(refusal);
      boolean wasAsWritten = written.contains(fact);
      boolean better = known == null || broken.isSmallerThan(known);
      if (asWritten && !wasAsWritten || better && asWritten == wasAsWritten) {
        best.put(fact, broken);
        if (asWritten) {
          written.add(fact);
        }
      }
    }
  }
}
