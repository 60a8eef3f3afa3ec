package foresail.prediction;

import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a pod's story of its time line: reasons for the rows, and the end. */
final class PodTeller {
  private PodTeller() {}

  static PodPrediction tell(PodTimeline timeline, List<EventLine> events) {
    var rows = new ArrayList<Row>();
    for (PodTimeline.Seen seen : timeline.rows()) {
      rows.add(new Row(seen.at(), seen.row(), "", Optional.empty()));
    }
    Pod pod = timeline.lastState();
    Optional<String> owner = pod.metadata().controller().map(PodTeller::named);
    return new PodPrediction(
        pod.name(), pod.namespace(), owner, End.READY, "", rows, timeline.conditions(), events);
  }

  private static String named(OwnerReference owner) {
    return owner.kind() + "/" + owner.name();
  }
}
