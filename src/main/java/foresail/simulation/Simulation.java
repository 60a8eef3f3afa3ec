package foresail.simulation;

import foresail.model.KubernetesObject;
import foresail.simulation.admission.LimitRanger;
import foresail.simulation.admission.PodSecurityAdmission;
import foresail.simulation.admission.QuotaAdmission;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Autoscaler;
import foresail.simulation.api.Claim;
import foresail.simulation.api.CronJob;
import foresail.simulation.api.DaemonSet;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Node;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.api.StorageClass;
import foresail.simulation.api.Volume;
import foresail.simulation.controller.Controllers;
import foresail.simulation.controller.node.NodeLifecycle;
import foresail.simulation.controller.volume.DefaultStorageClass;
import foresail.simulation.controller.volume.VolumeProtection;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.facts.Observations;
import foresail.simulation.kernel.Ending;
import foresail.simulation.kernel.EventQueue;
import foresail.simulation.kernel.Priority;
import foresail.simulation.kubelet.Kubelet;
import foresail.simulation.process.Processes;
import foresail.simulation.scheduler.ClusterView;
import foresail.simulation.scheduler.Scheduler;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import foresail.simulation.store.Environment;
import foresail.simulation.store.PodDeletion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets a cluster live for a while: the API server, controllers, scheduler and a kubelet for each
 * node, on one virtual clock.
 */
public final class Simulation {
  /** Between two requests of one {@code kubectl apply}: measured about 5 ms on an idle node. */
  private static final Duration REQUEST = Duration.ofMillis(5);

  /** What scripts take for the wall time of 0 s where nobody told it. */
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> NAMESPACES =
      List.of("default", "kube-system", "kube-public", "kube-node-lease");

  /** What a user can watch and delete. */
  private static final List<Kind<?>> WATCHED =
      List.of(
          Pod.KIND,
          Deployment.KIND,
          ReplicaSet.KIND,
          ReplicaSet.REPLICATION_CONTROLLER,
          StatefulSet.KIND,
          DaemonSet.KIND,
          Job.KIND,
          CronJob.KIND,
          Claim.KIND);

  private static final List<Kind<?>> ALSO_DELETABLE =
      List.of(
          Declared.NAMESPACE,
          Declared.SERVICE,
          Declared.CONFIG_MAP,
          Declared.SECRET,
          Declared.SERVICE_ACCOUNT,
          Declared.LIMIT_RANGE,
          Declared.RESOURCE_QUOTA,
          Declared.PRIORITY_CLASS,
          Declared.RUNTIME_CLASS,
          Autoscaler.KIND,
          DisruptionBudget.KIND,
          StorageClass.KIND,
          Volume.KIND,
          Node.KIND);

  private final EventQueue queue = new EventQueue();
  private final Plan plan;
  private final Environment env;
  private final ApiServer api;
  private final PolicyAdmission policies;
  private final Applier applier;
  private final NodeLifecycle nodes;
  private final Recorder recorder;
  private final Assumptions assumptions = new Assumptions();
  private final Observations observations = new Observations();
  private final Map<String, Kubelet> kubelets = new LinkedHashMap<>();
  private final List<Run.Refused> refused = new ArrayList<>();

  private Simulation(Cluster cluster, Plan plan, UpdateRule updates, PolicyRule policies) {
    this.plan = plan;
    this.env = Environment.of(queue, plan.jitter());
    this.api = env.api();
    this.nodes = new NodeLifecycle(env);
    this.policies = new PolicyAdmission(policies, queue);
    this.applier =
        new Applier(api, plan.namespace(), cluster.provisioning(), updates, this.policies);
    this.recorder = new Recorder(queue);
    WATCHED.forEach(kind -> recorder.watch(api, kind));
    populate(cluster);
    start(cluster);
    cluster.objects().forEach(this::apply); // whoever reacts to them watches by now
    applier.forget();
    plan.steps().forEach(step -> queue.at(step.at(), Priority.USER, () -> take(step)));
  }

  /**
   * Simulates a plan on a cluster.
   *
   * @param updates what the API server refuses to change
   */
  public static Run run(Cluster cluster, Plan plan, UpdateRule updates) {
    return run(cluster, plan, updates, PolicyRule.NONE, unused -> {});
  }

  /**
   * Simulates a plan on a cluster.
   *
   * @param updates what the API server refuses to change
   * @param policies what admission policies refuse
   * @param watcher told the time now and then
   */
  public static Run run(
      Cluster cluster,
      Plan plan,
      UpdateRule updates,
      PolicyRule policies,
      Consumer<Duration> watcher) {
    var simulation = new Simulation(cluster, plan, updates, policies);
    simulation.queue.watch(watcher);
    Ending ending = simulation.queue.run(plan.horizon(), plan.stepLimit());
    return new Run(
        ending,
        plan.horizon(),
        plan.until().isEmpty(),
        simulation.recorder.changes(),
        simulation.env.events().all(),
        simulation.refused,
        simulation.assumptions.all(),
        simulation.observations.all(),
        plan.prelude());
  }

  private void populate(Cluster cluster) {
    cluster.nodes().forEach(api::create);
    cluster.storageClasses().forEach(api::create);
    admit(cluster);
    var namespaces = new ArrayList<>(NAMESPACES);
    if (!namespaces.contains(plan.namespace())) {
      namespaces.add(plan.namespace());
    }
    for (String namespace : namespaces) {
      api.create(
          new Declared(Declared.NAMESPACE, ObjectMeta.named("", namespace), Optional.empty()));
    }
  }

  private void admit(Cluster cluster) {
    api.admitThrough(new NamespaceAdmission(api));
    api.admitThrough(VolumeProtection.admission());
    api.admitThrough(new LimitRanger(api));
    api.admitThrough(new DefaultStorageClass(api));
    api.admitThrough(new PodAdmission(api, queue));
    api.admitThrough(new PodSecurityAdmission(api, cluster.release()));
    api.admitThrough(policies);
    api.admitThrough(new QuotaAdmission(api, queue)); // the last one, as in the server
  }

  private void start(Cluster cluster) {
    var view = new ClusterView(api);
    new Scheduler(env, view);
    Controllers.start(env, plan.start(), assumptions);
    var processes =
        new Processes(
            env,
            cluster.facts(),
            assumptions,
            observations,
            plan.start().orElse(EPOCH),
            kubelets::values);
    int number = 0;
    for (Node node : api.list(Node.KIND)) {
      kubelets.put(
          node.name(), new Kubelet(env, cluster.facts(), view, processes, node.name(), number++));
    }
  }

  private void take(Step step) {
    if (step instanceof Step.Apply apply) {
      Duration at = queue.now();
      for (KubernetesObject object : apply.objects()) {
        queue.at(at, Priority.USER, () -> apply(object));
        at = at.plus(REQUEST);
      }
    } else if (step instanceof Step.Delete delete) {
      delete(delete);
    } else if (step instanceof Step.StopNode stop) {
      Optional.ofNullable(kubelets.get(stop.node())).ifPresent(Kubelet::silence);
      nodes.silenced(stop.node());
    } else if (step instanceof Step.StartNode start) {
      Optional.ofNullable(kubelets.get(start.node())).ifPresent(Kubelet::speak);
      nodes.heard(start.node());
    } else {
      throw new AssertionError(step);
    }
  }

  private void apply(KubernetesObject object) {
    Optional<Created<?>> answer = applier.apply(object);
    answer
        .filter(Created::refused)
        .ifPresent(
            created ->
                refused.add(
                    new Run.Refused(
                        queue.now(),
                        object.kind(),
                        object.name(),
                        created.reason(),
                        created.message())));
  }

  /** What a user can delete, as a manifest names it. */
  public static List<String> deletable() {
    return Stream.concat(WATCHED.stream(), ALSO_DELETABLE.stream()).map(Kind::name).toList();
  }

  private void delete(Step.Delete step) {
    Optional<String> refusal =
        step.kind().equals(Declared.NAMESPACE.name())
            ? NamespaceAdmission.lasts(step.name())
            : Optional.empty();
    if (refusal.isPresent()) {
      refused.add(
          new Run.Refused(queue.now(), step.kind(), step.name(), "Forbidden", refusal.get()));
      return;
    }
    Stream.concat(WATCHED.stream(), ALSO_DELETABLE.stream())
        .filter(kind -> kind.name().equals(step.kind()))
        .forEach(kind -> delete(kind, step.name()));
  }

  private <O extends ApiObject<O>> void delete(Kind<O> kind, String name) {
    var key = new Key(kind.namespaced() ? plan.namespace() : "", name);
    if (kind == (Kind<?>) Pod.KIND) {
      PodDeletion.request(api, key);
    } else {
      api.delete(kind, key);
    }
  }
}
