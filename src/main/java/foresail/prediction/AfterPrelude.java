package foresail.prediction;

import foresail.simulation.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what comes after a run's prelude, in times from its end: what stood there stands at 0 s,
 * what was over is left out.
 */
final class AfterPrelude {
  private final Duration prelude;

  AfterPrelude(Duration prelude) {
    this.prelude = prelude;
  }

  private Duration since(Duration at) {
    return isBefore(at) ? Duration.ZERO : at.minus(prelude);
  }

  private boolean isBefore(Duration at) {
    return at.compareTo(prelude) < 0;
  }

  /** Whether nothing but its removal, or less, is told of a pod. */
  boolean isOver(PodTimeline timeline) {
    List<PodTimeline.Seen> rows = timeline.rows();
    return timeline.removed() && isBefore(rows.get(rows.size() - 1).at());
  }

  /** How many rows stand before the one that the told time begins with. */
  int skipped(List<Row> rows) {
    int first = 0;
    while (first + 1 < rows.size() && isBefore(rows.get(first + 1).at())) {
      first++;
    }
    // A name that is free at the beginning has no row yet.
    boolean free = rows.get(first).cells().equals(PodRow.DELETED) && isBefore(rows.get(first).at());
    return free && first + 1 < rows.size() ? first + 1 : first;
  }

  List<Row> rows(List<Row> rows) {
    List<Row> told = new ArrayList<>();
    for (Row row : rows.subList(skipped(rows), rows.size())) {
      told.add(new Row(since(row.at()), row.cells(), row.because(), row.place()));
    }
    return told;
  }

  List<ConditionChange> conditions(List<ConditionChange> changes) {
    Map<String, ConditionChange> standing = new LinkedHashMap<>();
    List<ConditionChange> later = new ArrayList<>();
    for (ConditionChange change : changes) {
      ConditionChange told =
          new ConditionChange(
              since(change.at()),
              change.type(),
              change.status(),
              change.reason(),
              change.message());
      if (isBefore(change.at())) {
        standing.put(change.type(), told);
      } else {
        later.add(told);
      }
    }
    List<ConditionChange> all = new ArrayList<>(standing.values());
    all.addAll(later);
    return all;
  }

  List<EventLine> events(List<EventLine> events) {
    List<EventLine> told = new ArrayList<>();
    for (EventLine event : events) {
      if (!isBefore(event.at())) {
        told.add(
            new EventLine(
                since(event.at()), event.type(), event.reason(), event.message(), event.count()));
      }
    }
    return told;
  }

  PodPrediction pod(PodPrediction pod) {
    return new PodPrediction(
        pod.name(),
        pod.namespace(),
        pod.owner(),
        pod.end(),
        pod.status(),
        pod.causes(),
        rows(pod.rows()),
        conditions(pod.conditions()),
        events(pod.events()));
  }

  WorkloadPrediction workload(WorkloadPrediction workload) {
    return new WorkloadPrediction(
        workload.kind(),
        workload.name(),
        workload.namespace(),
        conditions(workload.conditions()),
        events(workload.events()));
  }

  List<Run.Refused> refused(List<Run.Refused> refused) {
    List<Run.Refused> told = new ArrayList<>();
    for (Run.Refused each : refused) {
      if (!isBefore(each.at())) {
        told.add(
            new Run.Refused(
                since(each.at()), each.kind(), each.name(), each.reason(), each.message()));
      }
    }
    return told;
  }

  /** All that is told of the time after it. */
  Prediction told(Prediction whole) {
    return new Prediction(
        whole.horizon().minus(prelude),
        whole.pods().stream().map(this::pod).toList(),
        whole.workloads().stream().map(this::workload).toList(),
        whole.missing(),
        refused(whole.refused()),
        whole.assumptions());
  }
}
