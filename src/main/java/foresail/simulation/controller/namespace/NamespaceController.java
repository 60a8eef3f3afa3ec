package foresail.simulation.controller.namespace;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.PodDeletion;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Empties a namespace that is to be deleted, its pods first, and then lets it go.
 *
 * <p>Source: pkg/controller/namespace/namespace_controller.go and deletion/
 * namespaced_resources_deleter.go, v1.36, with gate OrderedNamespaceDeletion on as by default.
 */
public final class NamespaceController {
  /** What holds a namespace until it is empty; the server gives it to each. */
  public static final String FINALIZER = "kubernetes";

  /** Other servers of a real cluster are to hear of the deletion first. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ApiServer api;
  private final List<Kind<?>> contents;
  private final WorkQueue<Key> queue;

  /**
   * @param contents all kinds of objects that live in a namespace, except pods
   */
  public NamespaceController(Environment env, List<Kind<?>> contents) {
    this.api = env.api();
    this.contents = List.copyOf(contents);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    api.watch(
        Declared.NAMESPACE,
        Latency.WATCH,
        new Watcher<Declared>() {
          @Override
          public void updated(Declared before, Declared now) {
            if (now.deleting()) {
              queue.addAfter(now.key(), GRACE);
            }
          }
        });
  }

  private void sync(Key key) {
    Optional<Declared> namespace =
        api.get(Declared.NAMESPACE, key).filter(found -> found.deleting());
    if (namespace.isEmpty()) {
      return;
    }
    List<Pod> pods = api.list(Pod.KIND, key.name());
    pods.forEach(pod -> PodDeletion.request(api, pod.key()));
    if (pods.isEmpty()) {
      contents.forEach(kind -> deleteAll(kind, key.name()));
    }
    if (isEmpty(key.name())) {
      letGo(key);
    } else {
      queue.addAfter(key, patience(pods));
    }
  }

  private <O extends ApiObject<O>> void deleteAll(Kind<O> kind, String namespace) {
    api.list(kind, namespace).forEach(object -> api.delete(kind, object.key()));
  }

  private boolean isEmpty(String namespace) {
    return api.list(Pod.KIND, namespace).isEmpty()
        && contents.stream().allMatch(kind -> api.list(kind, namespace).isEmpty());
  }

  /** It looks again after half of the longest grace that a pod has. */
  private static Duration patience(List<Pod> pods) {
    long longest =
        pods.stream().mapToLong(pod -> pod.spec().terminationGracePeriodSeconds()).max().orElse(0);
    return Duration.ofSeconds(longest / 2 + 1);
  }

  private void letGo(Key key) {
    api.update(
        Declared.NAMESPACE,
        key,
        now -> {
          var rest = new ArrayList<>(now.metadata().finalizers());
          rest.remove(FINALIZER);
          return now.withMetadata(now.metadata().withFinalizers(rest));
        });
  }
}
