package foresail.simulation;

import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.PodDisruptionBudget;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Autoscaler;
import foresail.simulation.api.Claim;
import foresail.simulation.api.CronJob;
import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.Job;
import foresail.simulation.api.Kind;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.api.StorageClass;
import foresail.simulation.api.Volume;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * Sends objects that a user wrote to the API server: creates them, or updates those that exist.
 *
 * <p>A kind that nothing in the simulation reacts to is left out.
 */
final class Applier {
  private static final Map<String, Kind<Declared>> DECLARED =
      Map.of(
          "Namespace", Declared.NAMESPACE,
          "ConfigMap", Declared.CONFIG_MAP,
          "Secret", Declared.SECRET,
          "Service", Declared.SERVICE,
          "ServiceAccount", Declared.SERVICE_ACCOUNT,
          "LimitRange", Declared.LIMIT_RANGE,
          "ResourceQuota", Declared.RESOURCE_QUOTA,
          "PriorityClass", Declared.PRIORITY_CLASS,
          "RuntimeClass", Declared.RUNTIME_CLASS);

  private static final List<Form<?, ?>> FORMS =
      List.of(
          new Form<>(foresail.model.Pod.class, Applier::pod, Applier::pod),
          new Form<>(
              foresail.model.Deployment.class,
              Deployment::fresh,
              (old, applied) -> old.withSpec(applied.spec())),
          new Form<>(foresail.model.ReplicaSet.class, ReplicaSet::fresh, ReplicaSet::withSpecOf),
          new Form<>(
              foresail.model.ReplicationController.class,
              ReplicaSet::fresh,
              ReplicaSet::withSpecOf),
          new Form<>(
              foresail.model.StatefulSet.class,
              StatefulSet::fresh,
              (old, applied) -> old.withSpec(applied.spec())),
          new Form<>(
              foresail.model.DaemonSet.class,
              DaemonSet::fresh,
              (old, applied) -> old.withSpec(applied.spec())),
          new Form<>(
              foresail.model.Job.class,
              (metadata, job) -> Job.fresh(metadata, job.spec()),
              (old, applied) -> old.withSpec(applied.spec())),
          new Form<>(
              foresail.model.CronJob.class,
              CronJob::fresh,
              (old, applied) -> old.withSpec(applied.spec())),
          new Form<>(
              HorizontalPodAutoscaler.class,
              Autoscaler::fresh,
              (old, applied) -> old.withSpec(applied.spec())),
          new Form<>(
              PodDisruptionBudget.class,
              DisruptionBudget::fresh,
              (old, applied) -> old.withSpec(applied.spec())),
          new Form<>(
              foresail.model.Claim.class,
              (metadata, claim) -> Claim.fresh(metadata, claim.spec()),
              (old, applied) -> old),
          new Form<>(
              foresail.model.PersistentVolume.class,
              (metadata, volume) -> new Volume(metadata, volume, ""),
              (old, applied) -> old));

  private final ApiServer api;
  private final String defaultNamespace;
  private final UpdateRule updates;
  private final PolicyAdmission policies;
  private final List<Form<?, ?>> forms = new ArrayList<>(FORMS);

  /** What the user applied last, by kind and key: that of which updates are judged. */
  private final Map<List<Object>, KubernetesObject> lastApplied = new HashMap<>();

  /**
   * How a kind of manifest becomes a stored object.
   *
   * @param fresh makes the object
   * @param update puts the spec of a newly applied object into the stored one
   */
  private record Form<M extends KubernetesObject, O extends ApiObject<O>>(
      Class<M> type, BiFunction<ObjectMeta, M, O> fresh, BinaryOperator<O> update) {
    Optional<Created<?>> apply(Applier applier, KubernetesObject manifest) {
      if (!type.isInstance(manifest)) {
        return Optional.empty();
      }
      M typed = type.cast(manifest);
      O made = fresh.apply(ObjectMeta.named("", ""), typed);
      return Optional.of(
          applier.send(
              made.withMetadata(applier.metadata(manifest, made.kind())), manifest, update));
    }
  }

  /**
   * @param provisioning how long a StorageClass of the manifests takes for a volume
   */
  Applier(
      ApiServer api,
      String defaultNamespace,
      Optional<Duration> provisioning,
      UpdateRule updates,
      PolicyAdmission policies) {
    this.api = api;
    this.defaultNamespace = defaultNamespace;
    this.updates = updates;
    this.policies = policies;
    forms.add(
        new Form<>(
            foresail.model.StorageClass.class,
            (metadata, written) -> StorageClass.fresh(metadata, written, provisioning),
            (old, applied) -> applied.withMetadata(old.metadata())));
  }

  /** What is there by now was applied at another time, and nobody knows how it read then. */
  void forget() {
    lastApplied.clear();
  }

  /** Tells what the server answered; empty for a kind that is left out. */
  Optional<Created<?>> apply(KubernetesObject manifest) {
    for (Form<?, ?> form : forms) {
      Optional<Created<?>> answer = form.apply(this, manifest);
      if (answer.isPresent()) {
        return answer;
      }
    }
    Kind<Declared> kind = DECLARED.get(manifest.kind());
    if (kind == null) {
      return Optional.empty();
    }
    var declared = new Declared(kind, metadata(manifest, kind), Optional.of(manifest));
    return Optional.of(
        send(declared, manifest, (old, applied) -> applied.withMetadata(old.metadata())));
  }

  private ObjectMeta metadata(KubernetesObject manifest, Kind<?> kind) {
    foresail.model.ObjectMeta written = manifest.metadata();
    String namespace = "";
    if (kind.namespaced()) {
      namespace = written.namespace().isEmpty() ? defaultNamespace : written.namespace();
    }
    return ObjectMeta.named(namespace, written.name())
        .withGenerateName(written.generateName())
        .withLabels(written.labels())
        .withAnnotations(written.annotations())
        .withFinalizers(written.finalizers());
  }

  private <O extends ApiObject<O>> Created<?> send(
      O object, KubernetesObject manifest, BinaryOperator<O> update) {
    Optional<O> known =
        object.name().isEmpty() ? Optional.empty() : api.get(object.kind(), object.key());
    List<Object> identity = List.of(object.kind(), object.key());
    if (known.isEmpty()) {
      Created<O> answer =
          policies.refusal(manifest.node(), object).orElseGet(() -> api.create(object));
      if (!answer.refused()) {
        lastApplied.put(identity, manifest);
      }
      return answer;
    }
    Optional<String> refusal =
        Optional.ofNullable(lastApplied.get(identity))
            .flatMap(stored -> updates.refuses(stored, manifest));
    if (refusal.isPresent()) {
      return Created.refused("Invalid", refusal.get());
    }
    lastApplied.put(identity, manifest);
    ObjectMeta applied = object.metadata();
    Optional<O> now =
        api.updateSpec(
            object.kind(),
            object.key(),
            old ->
                update
                    .apply(old, object)
                    .withMetadata(
                        old.metadata()
                            .withLabels(applied.labels())
                            .withAnnotations(merged(old.metadata(), applied))));
    return Created.stored(now.orElseThrow());
  }

  /** What controllers have noted in annotations stays. */
  private static Map<String, String> merged(ObjectMeta old, ObjectMeta applied) {
    var all = new LinkedHashMap<>(old.annotations());
    all.putAll(applied.annotations());
    return all;
  }

  private static Pod pod(ObjectMeta metadata, foresail.model.Pod manifest) {
    return Pod.fresh(metadata, manifest.spec());
  }

  /** Of a pod's spec an update may change images and open gates, and little else. */
  private static Pod pod(Pod old, Pod applied) {
    return old.withSpec(applied.spec())
        .withAssigned(old.assigned().withGates(applied.assigned().gates()));
  }
}
