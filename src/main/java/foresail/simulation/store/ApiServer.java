package foresail.simulation.store;

import foresail.model.LabelSelector;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Creates, changes and deletes objects as the API server does, and tells those who watch.
 *
 * <p>Source: apiserver/pkg/registry/generic/registry/store.go and registry/rest/delete.go, v1.36.
 */
public final class ApiServer {
  private final Clock clock;
  private final Store store;
  private final List<Admission> admissions = new ArrayList<>();
  private final GeneratedNames names = new GeneratedNames();
  private Optional<NodeWatches> nodeWatches = Optional.empty();
  private long uids;

  public ApiServer(Clock clock) {
    this.clock = clock;
    this.store = new Store(clock);
  }

  /** Adds a step to what new objects go through; the steps run in the order of this call. */
  public void admitThrough(Admission admission) {
    admissions.add(admission);
  }

  /** Has a watcher told of every later change of a kind. */
  public <O extends ApiObject<O>> void watch(
      Kind<O> kind, Duration latency, Watcher<? super O> watcher) {
    store.table(kind).watch(latency, watcher);
  }

  /** Has a watcher told of every later change of the pods on a node; one watcher a node. */
  public void watchNode(String node, Duration latency, Watcher<Pod> watcher) {
    if (nodeWatches.isEmpty()) {
      nodeWatches = Optional.of(new NodeWatches());
      watch(Pod.KIND, latency, nodeWatches.get());
    }
    nodeWatches.get().put(node, watcher);
  }

  /** Keeps the objects of a kind by a property from now on. */
  public <O extends ApiObject<O>> Index<O> index(
      Kind<O> kind, Function<O, Optional<String>> property) {
    return store.table(kind).index(property);
  }

  public <O extends ApiObject<O>> Optional<O> get(Kind<O> kind, Key key) {
    return store.get(kind, key);
  }

  public <O extends ApiObject<O>> Optional<O> get(Kind<O> kind, String namespace, String name) {
    return store.get(kind, new Key(namespace, name));
  }

  /** All objects of a kind, in the order of their creation. */
  public <O extends ApiObject<O>> List<O> list(Kind<O> kind) {
    return store.table(kind).list();
  }

  /** The objects of a kind in a namespace, in the order of their creation. */
  public <O extends ApiObject<O>> List<O> list(Kind<O> kind, String namespace) {
    return store.table(kind).inNamespace(namespace);
  }

  /** The objects of a kind in a namespace that a selector means. */
  public <O extends ApiObject<O>> List<O> select(
      Kind<O> kind, String namespace, LabelSelector selector) {
    return store.table(kind).select(namespace, selector);
  }

  /** The objects of a kind whose controller has this uid, in the order of their creation. */
  public <O extends ApiObject<O>> List<O> controlledBy(Kind<O> kind, String ownerUid) {
    return store.table(kind).controlledBy(ownerUid);
  }

  /** The objects of any kind that name this uid among their owners. */
  public List<ApiObject<?>> dependents(String ownerUid) {
    return store.dependents().of(ownerUid);
  }

  /** Stores a new object, with uid, name and creation time, unless an admission step refuses it. */
  public <O extends ApiObject<O>> Created<O> create(O object) {
    O named = object;
    if (object.name().isEmpty()) {
      String name = names.next(object.metadata().generateName());
      named = object.withMetadata(object.metadata().withName(name));
    }
    if (store.get(named.kind(), named.key()).isPresent()) {
      return Created.refused(
          "AlreadyExists", named.kind().resource() + " \"" + named.name() + "\" already exists");
    }
    for (Admission admission : admissions) {
      Created<O> answer = admission.admit(named);
      if (answer.refused()) {
        return answer;
      }
      named = answer.object().orElseThrow();
    }
    ObjectMeta metadata =
        named.metadata().withUid(nextUid()).withCreated(clock.now()).withGeneration(1);
    return Created.stored(store.put(named.withMetadata(metadata)));
  }

  /**
   * Changes an object's spec or metadata; counts its generation up when the change says so.
   *
   * @param change gets the newest state; an equal result is not written
   * @return the state afterwards; empty where there is no such object
   */
  public <O extends ApiObject<O>> Optional<O> update(
      Kind<O> kind, Key key, UnaryOperator<O> change) {
    Optional<O> before = store.get(kind, key);
    if (before.isEmpty()) {
      return before;
    }
    O now = change.apply(before.get());
    if (now.equals(before.get())) {
      return before;
    }
    return Optional.of(finish(now));
  }

  /** Changes an object's status; the same as {@link #update}, told apart for readers. */
  public <O extends ApiObject<O>> Optional<O> updateStatus(
      Kind<O> kind, Key key, UnaryOperator<O> change) {
    return update(kind, key, change);
  }

  /** Changes an object's spec: its generation counts up. */
  public <O extends ApiObject<O>> Optional<O> updateSpec(
      Kind<O> kind, Key key, UnaryOperator<O> change) {
    return update(
        kind,
        key,
        before -> {
          O now = change.apply(before);
          if (now.equals(before)) {
            return before;
          }
          ObjectMeta metadata = now.metadata();
          return now.withMetadata(metadata.withGeneration(metadata.generation() + 1));
        });
  }

  /** Deletes an object that has nobody to wait for, or whose finalizers let it go. */
  public <O extends ApiObject<O>> void delete(Kind<O> kind, Key key) {
    delete(kind, key, Duration.ZERO);
  }

  /**
   * Asks for an object's deletion. It is marked first, and removed when it has no finalizers and no
   * grace.
   *
   * @param grace what its containers get to end; only pods have any. A later request may shorten
   *     it, never lengthen it
   */
  public <O extends ApiObject<O>> void delete(Kind<O> kind, Key key, Duration grace) {
    Optional<O> found = store.get(kind, key);
    if (found.isEmpty()) {
      return;
    }
    O object = found.get();
    Optional<ObjectMeta.Deletion> before = object.metadata().deletion();
    if (before.isEmpty() || grace.compareTo(before.get().grace()) < 0) {
      var deletion = new ObjectMeta.Deletion(clock.now().plus(grace), grace);
      ObjectMeta metadata = object.metadata();
      object =
          store.put(
              object.withMetadata(
                  metadata
                      .withDeletion(deletion)
                      .withGeneration(metadata.generation() + (before.isEmpty() ? 1 : 0))));
    }
    finish(object);
  }

  /** Stores a state, and removes it where nothing holds an object that is to be deleted. */
  private <O extends ApiObject<O>> O finish(O object) {
    Optional<O> stored = store.get(object.kind(), object.key());
    O now = stored.isPresent() && stored.get() == object ? object : store.put(object);
    boolean over =
        now.metadata().deletion().filter(deletion -> deletion.grace().isZero()).isPresent()
            && now.metadata().finalizers().isEmpty();
    if (over) {
      store.remove(now);
    }
    return now;
  }

  private String nextUid() {
    return String.format("00000000-0000-4000-8000-%012x", ++uids);
  }
}
