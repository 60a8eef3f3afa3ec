package foresail.prediction;

import foresail.graph.Graph;
import foresail.graph.GraphInput;
import foresail.simulation.Run;
import foresail.simulation.Run.Change;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Observation;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run told in kubectl's words.
 *
 * @param horizon where the run ended
 * @param pods in the order of their creation
 * @param workloads in the order of their creation
 * @param missing what pods need and nobody brings
 */
public record Prediction(
    Duration horizon,
    List<PodPrediction> pods,
    List<WorkloadPrediction> workloads,
    List<Missing> missing,
    List<Run.Refused> refused,
    List<Assumption> assumptions) {
  public Prediction {
    pods = List.copyOf(pods);
    workloads = List.copyOf(workloads);
    missing = List.copyOf(missing);
    refused = List.copyOf(refused);
    assumptions = List.copyOf(assumptions);
  }

  Prediction withPods(List<PodPrediction> newPods) {
    return new Prediction(horizon, newPods, workloads, missing, refused, assumptions);
  }

  /** Tells a run of which only the changes are known. */
  public static Prediction of(Run run) {
    return of(run, Graph.of(GraphInput.of(List.of())));
  }

  /**
   * @param graph of all that was applied at any time, and what the cluster held before
   */
  public static Prediction of(Run run, Graph graph) {
    Map<Key, PodTimeline> timelines = new LinkedHashMap<>();
    var owners = new Owners();
    var workloads = new WorkloadTeller();
    for (Change change : run.changes()) {
      owners.add(change.object());
      if (change.object() instanceof Pod pod) {
        timelines.computeIfAbsent(pod.key(), key -> new PodTimeline()).add(change);
      } else {
        workloads.add(change);
      }
    }
    Map<Key, List<EventLine>> events = new LinkedHashMap<>();
    for (Events.Event event : run.events()) {
      if (event.kind().equals("Pod")) {
        events
            .computeIfAbsent(new Key(event.namespace(), event.name()), key -> new ArrayList<>())
            .add(EventLine.of(event));
      } else {
        workloads.add(event);
      }
    }
    Moment.Waits waits = waits(run.observations());
    var prelude = new AfterPrelude(run.prelude());
    timelines.values().removeIf(prelude::isOver);
    var stories = new ArrayList<PodStory>();
    timelines.forEach(
        (key, timeline) ->
            stories.add(
                PodTeller.tell(
                    timeline,
                    owners.of(timeline.lastState()),
                    events.getOrDefault(key, List.of()),
                    waits,
                    run.horizon(),
                    run.openEnd(),
                    prelude)));
    List<Missing> missing = MissingObjects.of(graph, run);
    var causes = new Causes(stories, missing, run.events(), graph);
    var whole =
        new Prediction(
            run.horizon(),
            stories.stream().map(story -> story.told(causes.of(story))).toList(),
            workloads.told(),
            missing,
            run.refused(),
            run.assumptions());
    return run.prelude().isZero() ? whole : prelude.told(whole);
  }

  private static Moment.Waits waits(List<Observation> observations) {
    Map<String, List<Observation>> byContainer = new HashMap<>();
    for (Observation each : observations) {
      byContainer
          .computeIfAbsent(each.podUid() + "/" + each.container(), key -> new ArrayList<>())
          .add(each);
    }
    return (podUid, container, at) -> {
      Optional<Observation> last = Optional.empty();
      for (Observation each : byContainer.getOrDefault(podUid + "/" + container, List.of())) {
        if (each.at().compareTo(at) < 0) {
          last = Optional.of(each);
        }
      }
      return last;
    };
  }
}
