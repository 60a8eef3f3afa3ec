package foresail.simulation.process;

import foresail.model.LabelSelector;
import foresail.model.Service;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.Effect.ObjectState.Question;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Condition;
import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.DeploymentStatus;
import foresail.simulation.api.Job;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.facts.Awaited;
import foresail.simulation.facts.Facts;
import foresail.simulation.store.ApiServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API server tells a program in a pod about objects. */
final class ClusterState {
  private static final Map<String, Kind<?>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("pod", Pod.KIND);
    KINDS.put("service", Declared.SERVICE);
    KINDS.put("deployment", Deployment.KIND);
    KINDS.put("statefulset", StatefulSet.KIND);
    KINDS.put("daemonset", DaemonSet.KIND);
    KINDS.put("job", Job.KIND);
    KINDS.put("configmap", Declared.CONFIG_MAP);
    KINDS.put("secret", Declared.SECRET);
    KINDS.put("persistentvolumeclaim", Claim.KIND);
    KINDS.put("namespace", Declared.NAMESPACE);
    KINDS.put("serviceaccount", Declared.SERVICE_ACCOUNT);
  }

  private final ApiServer api;
  private final Pod asking;
  private final Facts facts;
  private final Assumptions assumptions;

  /**
   * @param asking the program's pod
   * @param assumptions told of what is taken to exist
   */
  ClusterState(ApiServer api, Pod asking, Facts facts, Assumptions assumptions) {
    this.api = api;
    this.asking = asking;
    this.facts = facts;
    this.assumptions = assumptions;
  }

  Answer answer(Effect.ObjectState wanted) {
    Kind<?> kind = KINDS.get(wanted.kind());
    List<ApiObject<?>> found = kind == null ? List.of() : found(kind, wanted);
    if (found.isEmpty()) {
      return isElsewhere(wanted) ? new Answer.Done() : new Answer.NotResolved();
    }
    for (ApiObject<?> object : found) {
      if (!isSo(object, wanted)) {
        return new Answer.Refused();
      }
    }
    return new Answer.Done();
  }

  /** Whether what is asked for is taken to be there, and as it is wished to be. */
  private boolean isElsewhere(Effect.ObjectState wanted) {
    Optional<Awaited> object =
        awaited(wanted, false)
            .filter(each -> !each.name().isEmpty())
            .filter(each -> facts.elsewhere().exists(each.kind(), each.namespace(), each.name()));
    object.ifPresent(
        each ->
            assumptions.add(
                new Assumption(
                    each.kind() + "/" + each.name(),
                    "",
                    "exists and is as scripts wait for it to be",
                    "a script asks for it and nothing here defines it",
                    "add it to the files")));
    return object.isPresent();
  }

  private <O extends ApiObject<O>> List<ApiObject<?>> found(
      Kind<O> kind, Effect.ObjectState wanted) {
    String own = wanted.namespace().isEmpty() ? asking.namespace() : wanted.namespace();
    String namespace = kind.namespaced() ? own : "";
    if (!wanted.name().isEmpty()) {
      return api.get(kind, namespace, wanted.name()).stream().<ApiObject<?>>map(o -> o).toList();
    }
    var found = new ArrayList<ApiObject<?>>();
    for (O object : kind.namespaced() ? api.list(kind, namespace) : api.list(kind)) {
      if (object.metadata().labels().entrySet().containsAll(wanted.labels().entrySet())) {
        found.add(object);
      }
    }
    return found;
  }

  private boolean isSo(ApiObject<?> object, Effect.ObjectState wanted) {
    return switch (wanted.question()) {
      case EXISTS -> true;
      case CONDITION -> hasCondition(object, wanted.value());
      case PHASE -> phase(object).equalsIgnoreCase(wanted.value());
      case READY -> isReady(object);
    };
  }

  private static boolean hasCondition(ApiObject<?> object, String type) {
    for (Condition condition : conditions(object)) {
      if (condition.type().equalsIgnoreCase(type)) {
        return condition.isTrue();
      }
    }
    return false;
  }

  private static List<Condition> conditions(ApiObject<?> object) {
    if (object instanceof Pod pod) {
      return pod.status().conditions();
    }
    if (object instanceof Deployment deployment) {
      return deployment.status().conditions();
    }
    return object instanceof Job job ? job.status().conditions() : List.of();
  }

  private static String phase(ApiObject<?> object) {
    if (object instanceof Pod pod) {
      return pod.status().phase().word();
    }
    return object instanceof Claim claim && claim.bound() ? "Bound" : "Pending";
  }

  private boolean isReady(ApiObject<?> object) {
    if (object instanceof Deployment deployment) {
      DeploymentStatus status = deployment.status();
      return status.updatedReplicas() >= deployment.replicas()
          && status.replicas() <= status.updatedReplicas()
          && status.availableReplicas() >= status.updatedReplicas();
    }
    if (object instanceof StatefulSet set) {
      return set.status().readyReplicas() >= set.replicas()
          && set.status().currentRevision().equals(set.status().updateRevision());
    }
    if (object instanceof DaemonSet set) {
      DaemonSet.Status status = set.status();
      return status.observedGeneration() > 0
          && status.updated() >= status.desired()
          && status.available() >= status.desired();
    }
    return object instanceof Declared declared && podsAreReady(declared);
  }

  /** Of a Service: there are pods, and all of them are ready. */
  private boolean podsAreReady(Declared service) {
    Optional<LabelSelector> selector = service.as(Service.class).flatMap(Service::selector);
    List<Pod> pods =
        selector.map(labels -> api.select(Pod.KIND, service.namespace(), labels)).orElse(List.of());
    return !pods.isEmpty()
        && pods.stream().allMatch(pod -> Condition.isTrue(pod.status().conditions(), "Ready"));
  }

  /** The object that is asked for, where it is one that others of the run may stand behind. */
  Optional<Awaited> awaited(Effect.ObjectState wanted, boolean exists) {
    Optional<Kind<?>> kind = Optional.ofNullable(KINDS.get(wanted.kind()));
    String own = wanted.namespace().isEmpty() ? asking.namespace() : wanted.namespace();
    String word =
        wanted.name().isEmpty()
            ? wanted.labels().values().stream().findFirst().orElse("")
            : wanted.name();
    return kind.map(
        known ->
            new Awaited(
                known.name(),
                word,
                known.namespaced() ? own : "",
                wanted.name(),
                wanted.labels(),
                exists));
  }

  /** What keeps a program waiting, in one line. */
  static String why(Effect.ObjectState wanted, boolean exists) {
    String object =
        wanted.kind() + " " + (wanted.name().isEmpty() ? wanted.labels() : wanted.name());
    if (!exists) {
      return object + " does not exist";
    }
    boolean named = wanted.question() == Question.CONDITION || wanted.question() == Question.PHASE;
    return object + " is not " + (named ? wanted.value() : "ready");
  }
}
