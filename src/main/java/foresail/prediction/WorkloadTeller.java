package foresail.prediction;

import foresail.simulation.Run.Change;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Condition;
import foresail.simulation.api.CronJob;
import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.Job;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.store.Events;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what workloads say about themselves. */
final class WorkloadTeller {
  private final Map<String, Story> stories = new LinkedHashMap<>();

  /** What is collected of one workload. */
  private static final class Story {
    private final ApiObject<?> first;
    private final Map<String, Condition> known = new LinkedHashMap<>();
    private final List<ConditionChange> conditions = new ArrayList<>();
    private final List<EventLine> events = new ArrayList<>();

    Story(ApiObject<?> first) {
      this.first = first;
    }
  }

  void add(Change change) {
    ApiObject<?> object = change.object();
    if (!isWorkload(object)) {
      return;
    }
    Story story = stories.computeIfAbsent(object.uid(), uid -> new Story(object));
    for (Condition condition : conditions(object)) {
      Condition before = story.known.put(condition.type(), condition);
      if (before == null || !before.says(condition)) {
        story.conditions.add(ConditionChange.of(change.at(), condition));
      }
    }
  }

  void add(Events.Event event) {
    Story story = stories.get(event.uid());
    if (story != null) {
      story.events.add(EventLine.of(event));
    }
  }

  /** In the order in which the workloads were created. */
  List<WorkloadPrediction> told() {
    var told = new ArrayList<WorkloadPrediction>();
    for (Story story : stories.values()) {
      told.add(
          new WorkloadPrediction(
              story.first.kind().name(),
              story.first.name(),
              story.first.namespace(),
              story.conditions,
              story.events));
    }
    return told;
  }

  private static boolean isWorkload(ApiObject<?> object) {
    return object instanceof Deployment
        || object instanceof ReplicaSet
        || object instanceof StatefulSet
        || object instanceof DaemonSet
        || object instanceof Job
        || object instanceof CronJob;
  }

  private static List<Condition> conditions(ApiObject<?> object) {
    if (object instanceof Deployment deployment) {
      return deployment.status().conditions();
    }
    if (object instanceof ReplicaSet set) {
      return set.status().conditions();
    }
    return object instanceof Job job ? job.status().conditions() : List.of();
  }
}
