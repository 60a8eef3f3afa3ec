package foresail.prediction;

import foresail.simulation.Run;
import foresail.simulation.Run.Change;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Assumption;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run told in kubectl's words.
 *
 * @param horizon where the run ended
 * @param pods in the order of their creation
 */
public record Prediction(
    Duration horizon,
    List<PodPrediction> pods,
    List<Run.Refused> refused,
    List<Assumption> assumptions) {
  public Prediction {
    pods = List.copyOf(pods);
    refused = List.copyOf(refused);
    assumptions = List.copyOf(assumptions);
  }

  public static Prediction of(Run run) {
    Map<Key, PodTimeline> timelines = new LinkedHashMap<>();
    for (Change change : run.changes()) {
      if (change.object() instanceof Pod pod) {
        timelines.computeIfAbsent(pod.key(), key -> new PodTimeline()).add(change);
      }
    }
    Map<Key, List<EventLine>> events = new LinkedHashMap<>();
    for (Events.Event event : run.events()) {
      if (event.kind().equals("Pod")) {
        events
            .computeIfAbsent(new Key(event.namespace(), event.name()), key -> new ArrayList<>())
            .add(EventLine.of(event));
      }
    }
    var pods = new ArrayList<PodPrediction>();
    timelines.forEach(
        (key, timeline) -> pods.add(PodTeller.tell(timeline, events.getOrDefault(key, List.of()))));
    return new Prediction(run.horizon(), pods, run.refused(), run.assumptions());
  }
}
