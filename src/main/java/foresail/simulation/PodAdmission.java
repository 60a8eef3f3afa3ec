package foresail.simulation;

import foresail.admission.ClassRefusals;
import foresail.model.KubernetesObject;
import foresail.model.PodSpec;
import foresail.model.PriorityClass;
import foresail.model.RuntimeClass;
import foresail.model.ServiceAccount;
import foresail.model.Toleration;
import foresail.notation.Quantity;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Assigned;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the API server asks of new pods beyond their form: their account and classes exist; and it
 * gives them their priority and the tolerations that everybody has.
 *
 * <p>Source: plugin/pkg/admission/{serviceaccount,priority,runtimeclass,defaulttolerationseconds},
 * pkg/registry/core/pod/strategy.go, v1.36.
 */
final class PodAdmission implements Admission {
  private static final long PATIENCE_SECONDS = 300;
  private static final int CLUSTER_CRITICAL = 2_000_000_000;
  private static final int NODE_CRITICAL = 2_000_001_000;

  private final ApiServer api;
  private final Clock clock;

  PodAdmission(ApiServer api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    if (!(object instanceof Pod pod)) {
      return Created.stored(object);
    }
    Optional<String> refusal = refusal(pod);
    if (refusal.isPresent()) {
      return Created.refused(
          "Forbidden",
          "pods \"" + NamespaceAdmission.shownName(pod) + "\" is forbidden: " + refusal.get());
    }
    @SuppressWarnings("unchecked") // a pod admitted is a pod
    O admitted = (O) complete(pod);
    return Created.stored(admitted);
  }

  private Optional<String> refusal(Pod pod) {
    PodSpec spec = pod.spec();
    String account = spec.serviceAccountName();
    boolean named = !account.isEmpty() && !account.equals("default");
    if (named && api.get(Declared.SERVICE_ACCOUNT, pod.namespace(), account).isEmpty()) {
      return Optional.of(
          "error looking up service account "
              + pod.namespace()
              + "/"
              + account
              + ": serviceaccount \""
              + account
              + "\" not found");
    }
    if (!spec.priorityClassName().isEmpty() && priority(spec.priorityClassName()).isEmpty()) {
      return Optional.of("no PriorityClass with name " + spec.priorityClassName() + " was found");
    }
    Optional<String> differs = ofPriority(spec);
    if (differs.isPresent()) {
      return differs;
    }
    if (!spec.runtimeClassName().isEmpty()
        && api.get(Declared.RUNTIME_CLASS, "", spec.runtimeClassName()).isEmpty()) {
      return Optional.of(
          "pod rejected: RuntimeClass \"" + spec.runtimeClassName() + "\" not found");
    }
    return api.get(Declared.RUNTIME_CLASS, "", spec.runtimeClassName())
        .flatMap(declared -> declared.as(KubernetesObject.class))
        .flatMap(known -> ClassRefusals.runtime(spec, known.node()));
  }

  private Optional<String> ofPriority(PodSpec spec) {
    Optional<Priority> own =
        spec.priorityClassName().isEmpty() ? globalDefault() : priority(spec.priorityClassName());
    String policy =
        own.map(known -> known.preempts() ? "PreemptLowerPriority" : "Never").orElse("");
    return ClassRefusals.priority(spec, own.map(Priority::value).orElse(0), policy);
  }

  /** A class's value and whether its pods may push others out. */
  private record Priority(int value, boolean preempts) {}

  private Optional<Priority> priority(String name) {
    if (name.equals("system-cluster-critical")) {
      return Optional.of(new Priority(CLUSTER_CRITICAL, true));
    }
    if (name.equals("system-node-critical")) {
      return Optional.of(new Priority(NODE_CRITICAL, true));
    }
    return api.get(Declared.PRIORITY_CLASS, "", name)
        .flatMap(declared -> declared.as(PriorityClass.class))
        .map(PodAdmission::of);
  }

  private Optional<Priority> globalDefault() {
    return api.list(Declared.PRIORITY_CLASS).stream()
        .flatMap(declared -> declared.as(PriorityClass.class).stream())
        .filter(PriorityClass::globalDefault)
        .min(Comparator.comparingInt(PriorityClass::value))
        .map(PodAdmission::of);
  }

  private static Priority of(PriorityClass declared) {
    return new Priority(declared.value(), !declared.preemptionPolicy().equals("Never"));
  }

  /**
   * Its account's pull secrets where it names none, and what its RuntimeClass asks for.
   *
   * <p>Source: plugin/pkg/admission/{serviceaccount,runtimeclass}/admission.go, v1.36.
   */
  private Pod filled(Pod pod) {
    PodSpec spec = pod.spec();
    String account = spec.serviceAccountName().isEmpty() ? "default" : spec.serviceAccountName();
    List<String> secrets =
        spec.imagePullSecrets().isEmpty()
            ? api.get(Declared.SERVICE_ACCOUNT, pod.namespace(), account)
                .flatMap(declared -> declared.as(ServiceAccount.class))
                .map(ServiceAccount::imagePullSecrets)
                .orElse(List.of())
            : spec.imagePullSecrets();
    Optional<RuntimeClass> runtime =
        spec.runtimeClassName().isEmpty()
            ? Optional.empty()
            : api.get(Declared.RUNTIME_CLASS, "", spec.runtimeClassName())
                .flatMap(declared -> declared.as(RuntimeClass.class));
    if (secrets.isEmpty() && runtime.isEmpty()) {
      return pod;
    }
    Map<String, String> selector = new LinkedHashMap<>(spec.nodeSelector());
    List<Toleration> tolerations = new ArrayList<>(pod.assigned().tolerations());
    runtime.ifPresent(
        known -> {
          selector.putAll(known.nodeSelector());
          tolerations.addAll(known.tolerations());
        });
    Map<String, Quantity> overhead = runtime.map(RuntimeClass::overhead).orElse(spec.overhead());
    return pod.withSpec(spec.withAdded(secrets, selector, overhead))
        .withAssigned(pod.assigned().withTolerations(tolerations));
  }

  private Pod complete(Pod written) {
    Pod pod = filled(written);
    Assigned assigned = pod.assigned();
    Optional<Priority> priority =
        pod.spec().priorityClassName().isEmpty()
            ? globalDefault()
            : priority(pod.spec().priorityClassName());
    if (priority.isPresent()) {
      assigned =
          assigned.withPriority(
              priority.get().value(), assigned.mayPreempt() && priority.get().preempts());
    }
    List<Toleration> tolerations = new ArrayList<>(assigned.tolerations());
    tolerate(tolerations, "node.kubernetes.io/not-ready");
    tolerate(tolerations, "node.kubernetes.io/unreachable");
    Pod complete = pod.withAssigned(assigned.withTolerations(tolerations));
    if (assigned.gates().isEmpty()) {
      return complete;
    }
    var gated =
        new Condition(
            "PodScheduled",
            Condition.FALSE,
            "SchedulingGated",
            "Scheduling is blocked due to non-empty scheduling gates",
            clock.now());
    return complete.withStatus(complete.status().with(gated));
  }

  private static void tolerate(List<Toleration> tolerations, String taint) {
    for (Toleration toleration : tolerations) {
      boolean sameKey = toleration.key().isEmpty() || toleration.key().equals(taint);
      boolean sameEffect = toleration.effect().isEmpty() || toleration.effect().equals("NoExecute");
      if (sameKey && sameEffect) {
        return;
      }
    }
    tolerations.add(
        new Toleration(taint, "Exists", "", "NoExecute", Optional.of(PATIENCE_SECONDS)));
  }
}
