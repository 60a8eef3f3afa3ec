package foresail.simulation.controller;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.Optional;

/** Wakes a controller when its objects change, or what they own. */
public final class OwnerQueue {
  private final ApiServer api;
  private final Kind<?> ownerKind;
  private final WorkQueue<Key> queue;

  /**
   * @param ownerKind what the queue's keys name
   */
  public OwnerQueue(ApiServer api, Kind<?> ownerKind, WorkQueue<Key> queue) {
    this.api = api;
    this.ownerKind = ownerKind;
    this.queue = queue;
  }

  /** Every change of an object wakes its controller for it. */
  public <O extends ApiObject<O>> OwnerQueue onOwn(Kind<O> kind) {
    api.watch(kind, Latency.WATCH, Watcher.ofEach(object -> queue.add(object.key())));
    return this;
  }

  /** Every change of an object wakes the controller for the one that controls it. */
  public <O extends ApiObject<O>> OwnerQueue onOwned(Kind<O> kind) {
    api.watch(kind, Latency.WATCH, Watcher.ofEach(this::wake));
    return this;
  }

  /** Who controls an object, if that is of a certain kind. */
  public static Optional<OwnerReference> controller(ApiObject<?> object, Kind<?> ownerKind) {
    return object
        .metadata()
        .controller()
        .filter(owner -> owner.kind().equals(ownerKind.name()))
        .filter(owner -> owner.apiVersion().equals(ownerKind.apiVersion()));
  }

  private void wake(ApiObject<?> object) {
    controller(object, ownerKind)
        .ifPresent(owner -> queue.add(new Key(object.namespace(), owner.name())));
  }
}
