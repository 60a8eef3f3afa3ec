package foresail.prediction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays many runs of the same plan, each with its own chances, over the one that took the middle of
 * every chance: that one says what happens and why, the many say when and how often.
 */
public final class Spread {
  private static final double LOW = 0.05;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.95;

  /** The pods of each run by their names. */
  private final List<Map<String, PodPrediction>> runs = new ArrayList<>();

  private Spread(List<Prediction> runs) {
    for (Prediction run : runs) {
      Map<String, PodPrediction> pods = new HashMap<>();
      run.pods().forEach(pod -> pods.put(key(pod), pod));
      this.runs.add(pods);
    }
  }

  /**
   * The middle run, its rows at the median of their times in all runs and with their ranges, its
   * pods with the shares of their ends.
   */
  public static Prediction over(Prediction middle, List<Prediction> runs) {
    Spread spread = new Spread(runs);
    return middle.withPods(middle.pods().stream().map(spread::over).toList());
  }

  private PodPrediction over(PodPrediction pod) {
    List<PodPrediction> others = new ArrayList<>();
    for (Map<String, PodPrediction> run : runs) {
      Optional.ofNullable(run.get(key(pod))).ifPresent(others::add);
    }
    return pod.spread(rows(pod, others), outcomes(others));
  }

  private List<Outcome> outcomes(List<PodPrediction> others) {
    Map<End, Integer> counts = new EnumMap<>(End.class);
    others.forEach(pod -> counts.merge(pod.end(), 1, Integer::sum));
    List<Outcome> outcomes = new ArrayList<>();
    counts.forEach((end, count) -> outcomes.add(new Outcome(end, (double) count / runs.size())));
    outcomes.sort((left, right) -> Double.compare(right.share(), left.share()));
    return outcomes;
  }

  private static List<Row> rows(PodPrediction pod, List<PodPrediction> others) {
    List<Map<String, Duration>> times = others.stream().map(Spread::times).toList();
    List<Row> rows = new ArrayList<>();
    Map<PodRow, Integer> seen = new HashMap<>();
    Duration before = Duration.ZERO;
    for (Row row : pod.rows()) {
      String occurrence = occurrence(row, seen);
      List<Duration> moments = new ArrayList<>();
      for (Map<String, Duration> run : times) {
        Optional.ofNullable(run.get(occurrence)).ifPresent(moments::add);
      }
      Row spread =
          moments.isEmpty() ? row : row.at(moment(moments, MIDDLE, before), range(moments));
      rows.add(spread);
      before = spread.at();
    }
    return rows;
  }

  private static Range range(List<Duration> moments) {
    return new Range(moment(moments, LOW, Duration.ZERO), moment(moments, HIGH, Duration.ZERO));
  }

  /** The nearest rank, but never before the row above. */
  private static Duration moment(List<Duration> moments, double share, Duration least) {
    List<Duration> sorted = moments.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size()) - 1;
    Duration moment = sorted.get(Math.max(rank, 0));
    return moment.compareTo(least) < 0 ? least : moment;
  }

  private static Map<String, Duration> times(PodPrediction pod) {
    Map<String, Duration> times = new HashMap<>();
    Map<PodRow, Integer> seen = new HashMap<>();
    for (Row row : pod.rows()) {
      times.put(occurrence(row, seen), row.at());
    }
    return times;
  }

  /** Names a row by its cells and how often they were there before. */
  private static String occurrence(Row row, Map<PodRow, Integer> seen) {
    return row.cells() + " " + seen.merge(row.cells(), 1, Integer::sum);
  }

  private static String key(PodPrediction pod) {
    return pod.namespace() + "/" + pod.name();
  }
}
