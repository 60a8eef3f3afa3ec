package foresail.prediction;

import foresail.simulation.api.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a pod's story of its time line: reasons for the rows, and the end. */
final class PodTeller {
  private static final int TOLD_RESTARTS = 5;

  private PodTeller() {}

  /**
   * @param owner {@code Deployment/web}: what the user wrote; empty for a pod of its own
   */
  static PodStory tell(
      PodTimeline timeline,
      Optional<String> owner,
      List<EventLine> events,
      Moment.Waits waits,
      Duration horizon,
      boolean cutLoops,
      AfterPrelude prelude) {
    var rows = new ArrayList<Row>();
    var reasons = new ArrayList<Because>();
    List<PodTimeline.Seen> seen = timeline.rows();
    for (int i = 0; i < seen.size(); i++) {
      Duration to = i + 1 < seen.size() ? seen.get(i + 1).at() : horizon;
      PodTimeline.Seen row = seen.get(i);
      Because because =
          RowReasons.of(row.row(), new Moment(row.at(), to, row.pod(), events, waits));
      reasons.add(because);
      rows.add(new Row(row.at(), row.row(), because.text(), because.place()));
    }
    Pod pod = timeline.lastState();
    End end = Ends.of(pod, timeline.removed(), horizon);
    int telling = telling(end, rows);
    return new PodStory(
        pod,
        owner,
        end,
        rows.get(telling).cells().status(),
        reasons.get(telling),
        cutLoops && end == End.LOOPING ? cut(rows, prelude.skipped(rows)) : rows,
        timeline.conditions(),
        events);
  }

  /** A loop says nothing new after some restarts. */
  private static List<Row> cut(List<Row> rows, int first) {
    int before = rows.get(first).cells().restarts();
    for (int i = first; i < rows.size(); i++) {
      if (rows.get(i).cells().restarts() >= before + TOLD_RESTARTS) {
        return rows.subList(0, i + 1);
      }
    }
    return rows;
  }

  private static boolean isStart(String status) {
    return switch (status) {
      case "Pending", "ContainerCreating", "PodInitializing", "Running" -> true;
      default -> false;
    };
  }

  /** The row that shows the end: the last one; in a loop the last one that shows a failure. */
  private static int telling(End end, List<Row> rows) {
    if (end == End.LOOPING) {
      for (int i = rows.size() - 1; i >= 0; i--) {
        String status = rows.get(i).cells().status();
        if (rows.get(i).cells().restarts() == 0 && isStart(status)) {
          break; // a probe restarts it, which no other status shows
        }
        if (!status.equals("Running")) {
          return i;
        }
      }
    }
    return rows.size() - 1;
  }
}
