package foresail.prediction;

import foresail.simulation.Run.Change;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a watcher of one pod's name sees, change by change. */
final class PodTimeline {
  private final List<Seen> rows = new ArrayList<>();
  private final List<ConditionChange> conditions = new ArrayList<>();
  private final Map<String, Condition> known = new LinkedHashMap<>();
  private Optional<Pod> last = Optional.empty();
  private boolean removed;

  /**
   * A row with the state that it shows.
   *
   * @param at when the row came
   * @param pod the last state that shows it; where it was removed the last one
   */
  record Seen(Duration at, PodRow row, Pod pod) {}

  /** Takes the next change of the pod. */
  void add(Change change) {
    Pod pod = (Pod) change.object();
    last = Optional.of(pod);
    removed = change.now().isEmpty();
    if (change.now().isEmpty()) {
      row(change.at(), PodRow.DELETED, pod);
      known.clear();
      return;
    }
    row(change.at(), PodPrinter.print(pod), pod);
    for (Condition condition : pod.status().conditions()) {
      Condition before = known.put(condition.type(), condition);
      if (before == null || !before.says(condition)) {
        conditions.add(ConditionChange.of(change.at(), condition));
      }
    }
  }

  private void row(Duration at, PodRow row, Pod pod) {
    int end = rows.size() - 1;
    if (rows.isEmpty() || !rows.get(end).row().equals(row)) {
      rows.add(new Seen(at, row, pod));
    } else {
      rows.set(end, new Seen(rows.get(end).at(), row, pod));
    }
  }

  List<Seen> rows() {
    return rows;
  }

  List<ConditionChange> conditions() {
    return conditions;
  }

  /** Whether the pod was removed and did not come back. */
  boolean removed() {
    return removed;
  }

  /** The last state that was stored. */
  Pod lastState() {
    return last.orElseThrow();
  }
}
