package foresail.recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds predicted rows against recorded ones.
 *
 * <p>Every row that stood for 2 s or more on either side has to be on the other, in order, unless
 * it came in the last 30 % of the recording. Pods of controllers may have any name. The project's
 * measure for recordings counts in the same way.
 */
final class RecordingScore {
  private static final double BRIEF = 2;
  private static final double TAIL = 0.7;
  private static final int MOST_INVENTED = 2;

  private final double run;

  private RecordingScore(double run) {
    this.run = run;
  }

  /** Why a prediction does not fit a recording; empty where it does. */
  static Optional<String> difference(Recording recorded, Map<String, List<TimedRow>> predicted) {
    return new RecordingScore(recorded.run()).difference(recorded.pods(), predicted);
  }

  private Optional<String> difference(
      Map<String, List<TimedRow>> recorded, Map<String, List<TimedRow>> predicted) {
    Map<String, List<TimedRow>> wanted = early(recorded);
    Map<String, List<TimedRow>> made = early(predicted);
    Map<String, Set<String>> fits = new LinkedHashMap<>();
    wanted.forEach((name, rows) -> fits.put(name, fitting(name, rows, wanted, made)));
    Map<String, String> taken = new HashMap<>();
    for (String name : wanted.keySet()) {
      if (!place(name, fits, taken, new HashSet<>())) {
        return Optional.of("no pod goes through what " + name + " did: " + wanted.get(name) + made);
      }
    }
    for (String name : made.keySet()) {
      if (!taken.containsKey(name)) {
        return Optional.of("a pod too many, " + name + ": " + made.get(name));
      }
    }
    return Optional.empty();
  }

  /** Without the pods that came too late to be asked for; runs of equal rows are one row. */
  private Map<String, List<TimedRow>> early(Map<String, List<TimedRow>> pods) {
    Map<String, List<TimedRow>> early = new LinkedHashMap<>();
    pods.forEach(
        (name, rows) -> {
          var kept = new ArrayList<TimedRow>();
          for (TimedRow row : rows) {
            boolean same = !kept.isEmpty() && kept.get(kept.size() - 1).cells().equals(row.cells());
            if (row.at() <= run && !same) {
              kept.add(row);
            }
          }
          if (!kept.isEmpty() && kept.get(0).at() <= TAIL * run) {
            early.put(name, kept);
          }
        });
    return early;
  }

  private Set<String> fitting(
      String name,
      List<TimedRow> rows,
      Map<String, List<TimedRow>> wanted,
      Map<String, List<TimedRow>> made) {
    var fits = new HashSet<String>();
    made.forEach(
        (other, predicted) -> {
          boolean fixedName = made.containsKey(name) || wanted.containsKey(other);
          boolean mayPair = name.equals(other) || !fixedName;
          if (mayPair && close(rows.get(0).at(), predicted.get(0).at()) && fits(rows, predicted)) {
            fits.add(other);
          }
        });
    return fits;
  }

  private static boolean close(double recorded, double predicted) {
    return Math.abs(recorded - predicted) <= Math.max(2, 0.25 * recorded);
  }

  private boolean needed(List<TimedRow> rows, int i) {
    double end = i + 1 < rows.size() ? rows.get(i + 1).at() : run;
    TimedRow row = rows.get(i);
    return row.at() <= TAIL * run && (end - row.at() >= BRIEF || row.deleted());
  }

  /** The best alignment in order: first few needed rows unpaired, then many pairs. */
  private boolean fits(List<TimedRow> recorded, List<TimedRow> predicted) {
    int n = recorded.size();
    int m = predicted.size();
    int[][] missed = new int[n + 1][m + 1];
    int[][] invented = new int[n + 1][m + 1];
    for (int i = n; i >= 0; i--) {
      for (int j = m; j >= 0; j--) {
        if (i == n && j == m) {
          continue;
        }
        int best = Integer.MAX_VALUE;
        int extra = Integer.MAX_VALUE;
        if (i < n && j < m && recorded.get(i).cells().equals(predicted.get(j).cells())) {
          best = missed[i + 1][j + 1];
          extra = invented[i + 1][j + 1];
        }
        if (i < n) {
          int cost = missed[i + 1][j] + (needed(recorded, i) ? 1 : 0);
          if (cost < best || (cost == best && invented[i + 1][j] < extra)) {
            best = cost;
            extra = invented[i + 1][j];
          }
        }
        if (j < m) {
          int cost = missed[i][j + 1] + (needed(predicted, j) ? 1 : 0);
          int more = invented[i][j + 1] + (predicted.get(j).at() <= TAIL * run ? 1 : 0);
          if (cost < best || (cost == best && more < extra)) {
            best = cost;
            extra = more;
          }
        }
        missed[i][j] = best;
        invented[i][j] = extra;
      }
    }
    return missed[0][0] == 0 && invented[0][0] <= MOST_INVENTED;
  }

  /** Gives a recorded pod a predicted one, moving others where that helps. */
  private static boolean place(
      String name, Map<String, Set<String>> fits, Map<String, String> taken, Set<String> seen) {
    for (String other : fits.get(name)) {
      if (!seen.add(other)) {
        continue;
      }
      if (!taken.containsKey(other) || place(taken.get(other), fits, taken, seen)) {
        taken.put(other, name);
        return true;
      }
    }
    return false;
  }
}
