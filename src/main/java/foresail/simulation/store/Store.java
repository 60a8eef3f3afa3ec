package foresail.simulation.store;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.kernel.Clock;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** All objects, a table for each kind. */
final class Store {
  private final Clock clock;
  private final Map<Kind<?>, ObjectTable<?>> tables = new IdentityHashMap<>();
  private final Dependents dependents = new Dependents();
  private long resourceVersion;

  Store(Clock clock) {
    this.clock = clock;
  }

  @SuppressWarnings("unchecked") // a kind's table holds the kind's type: see the line below
  <O extends ApiObject<O>> ObjectTable<O> table(Kind<O> kind) {
    return (ObjectTable<O>) tables.computeIfAbsent(kind, unused -> new ObjectTable<O>(clock));
  }

  <O extends ApiObject<O>> Optional<O> get(Kind<O> kind, Key key) {
    return table(kind).get(key);
  }

  /** Stores the object under its key, in place of what stood there; returns it as stored. */
  <O extends ApiObject<O>> O put(O object) {
    O stored = object.withMetadata(object.metadata().withResourceVersion(++resourceVersion));
    dependents.put(get(stored.kind(), stored.key()), stored);
    table(stored.kind()).put(stored);
    return stored;
  }

  <O extends ApiObject<O>> void remove(O object) {
    dependents.remove(object);
    table(object.kind()).remove(object);
  }

  Dependents dependents() {
    return dependents;
  }
}
