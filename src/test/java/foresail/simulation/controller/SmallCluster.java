package foresail.simulation.controller;

import foresail.model.ClusterNode;
import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.Model;
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
import foresail.simulation.api.Key;
import foresail.simulation.api.Node;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.api.StorageClass;
import foresail.simulation.api.Volume;
import foresail.simulation.controller.volume.DefaultStorageClass;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.kernel.Ending;
import foresail.simulation.kernel.EventQueue;
import foresail.simulation.kernel.Jitter;
import foresail.simulation.kernel.Priority;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Events;
import foresail.simulation.store.PodDeletion;
import foresail.simulation.store.Watcher;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An API server with all controllers and a fake kubelet, on a clock that the test moves. */
final class SmallCluster {
  final EventQueue clock = new EventQueue();
  final Environment env = Environment.of(clock, Jitter.MEDIAN);

  /** What happened to pods: {@code 1.2 web-abc-defgh ready}. */
  final List<String> story = new ArrayList<>();

  SmallCluster(FakeKubelet.Plan plan) {
    this(pod -> plan);
  }

  SmallCluster(Function<Pod, FakeKubelet.Plan> plans) {
    env.api().admitThrough(new DefaultStorageClass(env.api()));
    Controllers.start(env, Optional.empty(), new Assumptions());
    new FakeKubelet(env, plans);
    env.api().watch(Pod.KIND, Duration.ZERO, teller());
  }

  /** Has manifests applied at a moment. */
  SmallCluster at(double seconds, String yaml) {
    return at(seconds, () -> read(yaml).forEach(this::apply));
  }

  SmallCluster at(double seconds, Runnable action) {
    clock.at(Duration.ofMillis((long) (seconds * 1000)), Priority.USER, action);
    return this;
  }

  Ending run(double seconds) {
    Ending ending = clock.run(Duration.ofMillis((long) (seconds * 1000)), 200_000);
    if (ending == Ending.STEP_LIMIT) {
      throw new AssertionError("the controllers never rest: " + story);
    }
    return ending;
  }

  List<Pod> pods() {
    return env.api().list(Pod.KIND);
  }

  Deployment deployment() {
    return env.api().list(Deployment.KIND).get(0);
  }

  List<ReplicaSet> replicaSets() {
    return env.api().list(ReplicaSet.KIND);
  }

  /** {@code reason: message} of the Events of one kind of object, in order. */
  List<String> events(String kind) {
    return env.events().all().stream()
        .filter(event -> event.kind().equals(kind))
        .map(event -> event.reason() + ": " + event.message())
        .toList();
  }

  List<Events.Event> events() {
    return env.events().all();
  }

  static List<KubernetesObject> read(String yaml) {
    List<Manifest> manifests =
        new SourceReader(ReadOptions.standard()).readText("test.yaml", yaml).manifests();
    return manifests.stream().map(Model::of).toList();
  }

  void apply(KubernetesObject object) {
    if (object instanceof foresail.model.Deployment spec) {
      put(Deployment.fresh(FakeKubelet.metadata(spec.metadata()), spec), now -> now.withSpec(spec));
    } else if (object instanceof foresail.model.ReplicaSet spec) {
      ReplicaSet wanted = ReplicaSet.fresh(FakeKubelet.metadata(spec.metadata()), spec);
      put(wanted, now -> now.withSpecOf(wanted));
    } else if (object instanceof foresail.model.ReplicationController spec) {
      ReplicaSet wanted = ReplicaSet.fresh(FakeKubelet.metadata(spec.metadata()), spec);
      put(wanted, now -> now.withSpecOf(wanted));
    } else if (object instanceof foresail.model.StatefulSet spec) {
      put(
          StatefulSet.fresh(FakeKubelet.metadata(spec.metadata()), spec),
          now -> now.withSpec(spec));
    } else if (object instanceof foresail.model.DaemonSet spec) {
      put(DaemonSet.fresh(FakeKubelet.metadata(spec.metadata()), spec), now -> now.withSpec(spec));
    } else if (object instanceof foresail.model.Job spec) {
      put(
          Job.fresh(FakeKubelet.metadata(spec.metadata()), spec.spec()),
          now -> now.withSpec(spec.spec()));
    } else if (object instanceof foresail.model.CronJob spec) {
      put(CronJob.fresh(FakeKubelet.metadata(spec.metadata()), spec), now -> now.withSpec(spec));
    } else if (object instanceof foresail.model.Claim spec) {
      put(Claim.fresh(FakeKubelet.metadata(spec.metadata()), spec.spec()), now -> now);
    } else if (object instanceof foresail.model.PersistentVolume spec) {
      put(new Volume(ObjectMeta.named("", spec.name()), spec, ""), now -> now);
    } else if (object instanceof foresail.model.StorageClass spec) {
      ObjectMeta metadata = ObjectMeta.named("", spec.name());
      put(StorageClass.fresh(metadata, spec, Optional.of(Duration.ofSeconds(1))), now -> now);
    } else if (object instanceof HorizontalPodAutoscaler spec) {
      put(Autoscaler.fresh(FakeKubelet.metadata(spec.metadata()), spec), now -> now);
    } else if (object instanceof PodDisruptionBudget spec) {
      put(
          DisruptionBudget.fresh(FakeKubelet.metadata(spec.metadata()), spec),
          now -> now.withSpec(spec));
    } else if (object instanceof ClusterNode spec) {
      ObjectMeta metadata = ObjectMeta.named("", spec.name()).withLabels(spec.metadata().labels());
      put(new Node(metadata, false, false, spec.taints(), Map.of(), List.of()), now -> now);
    } else if (object instanceof foresail.model.Service spec) {
      put(
          new Declared(Declared.SERVICE, FakeKubelet.metadata(spec.metadata()), Optional.of(spec)),
          now -> now);
    } else if (object instanceof foresail.model.Pod spec) {
      put(Pod.fresh(FakeKubelet.metadata(spec.metadata()), spec.spec()), now -> now);
    } else {
      throw new AssertionError(object.kind());
    }
  }

  private <O extends ApiObject<O>> void put(O fresh, Function<O, O> change) {
    if (env.api().get(fresh.kind(), fresh.key()).isPresent()) {
      env.api().updateSpec(fresh.kind(), fresh.key(), change::apply);
    } else {
      env.api().create(fresh);
    }
  }

  void deletePod(String name) {
    PodDeletion.request(env.api(), new Key("default", name));
  }

  private Watcher<Pod> teller() {
    return new Watcher<>() {
      @Override
      public void added(Pod pod) {
        tell(pod, "created");
      }

      @Override
      public void updated(Pod before, Pod now) {
        if (now.deleting() && !before.deleting()) {
          tell(now, "stopping");
        } else if (now.ready() && !before.ready()) {
          tell(now, "ready");
        } else if (now.terminal() && !before.terminal()) {
          tell(now, now.status().phase().word());
        }
      }

      @Override
      public void deleted(Pod last) {
        tell(last, "gone");
      }
    };
  }

  private void tell(Pod pod, String what) {
    story.add(String.format("%.1f %s %s", clock.now().toMillis() / 1000.0, pod.name(), what));
  }
}
