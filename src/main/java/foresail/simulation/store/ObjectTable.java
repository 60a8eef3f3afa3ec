package foresail.simulation.store;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Key;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All objects of one kind, their indexes and those who watch them. */
final class ObjectTable<O extends ApiObject<O>> {
  private final Clock clock;
  private final Map<Key, O> objects = new LinkedHashMap<>();
  private final List<Index<O>> indexes = new ArrayList<>();
  private final List<Watch<O>> watches = new ArrayList<>();
  private final Index<O> byNamespace = index(object -> Optional.of(object.namespace()));
  private final Index<O> byController =
      index(object -> object.metadata().controller().map(owner -> owner.uid()));

  private record Watch<O>(Duration latency, Watcher<? super O> watcher) {}

  ObjectTable(Clock clock) {
    this.clock = clock;
  }

  Index<O> index(Function<O, Optional<String>> property) {
    var index = new Index<O>(property);
    index.fill(objects.values());
    indexes.add(index);
    return index;
  }

  void watch(Duration latency, Watcher<? super O> watcher) {
    watches.add(new Watch<>(latency, watcher));
  }

  Optional<O> get(Key key) {
    return Optional.ofNullable(objects.get(key));
  }

  List<O> list() {
    return List.copyOf(objects.values());
  }

  List<O> inNamespace(String namespace) {
    return byNamespace.list(namespace);
  }

  List<O> controlledBy(String ownerUid) {
    return byController.list(ownerUid);
  }

  void put(O object) {
    O before = objects.put(object.key(), object);
    for (Index<O> index : indexes) {
      if (before == null) {
        index.add(object);
      } else {
        index.replace(before, object);
      }
    }
    if (before == null) {
      tell(watcher -> () -> watcher.added(object));
    } else {
      tell(watcher -> () -> watcher.updated(before, object));
    }
  }

  void remove(O object) {
    objects.remove(object.key());
    for (Index<O> index : indexes) {
      index.remove(object);
    }
    tell(watcher -> () -> watcher.deleted(object));
  }

  /** A watch without latency hears within the write; the others when their time has come. */
  private void tell(Function<Watcher<? super O>, Runnable> word) {
    for (Watch<O> watch : watches) {
      Runnable action = word.apply(watch.watcher);
      if (watch.latency.isZero()) {
        action.run();
      } else {
        clock.at(clock.now().plus(watch.latency), Priority.WATCH, action);
      }
    }
  }
}
