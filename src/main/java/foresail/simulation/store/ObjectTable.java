package foresail.simulation.store;

import foresail.model.LabelSelector;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Key;
import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All objects of one kind, their indexes and those who watch them. */
final class ObjectTable<O extends ApiObject<O>> {
  private final Clock clock;
  private final Map<Key, O> objects = new LinkedHashMap<>();
  private final List<Index<O>> indexes = new ArrayList<>();

  /** Those who hear within a write. */
  private final List<Watcher<? super O>> atOnce = new ArrayList<>();

  /** Those who hear later; in groups that hear together, one after the other. */
  private final List<Group<O>> groups = new ArrayList<>();

  private Optional<LabelIndex> byLabel = Optional.empty();
  private final Index<O> byNamespace = index(object -> Optional.of(object.namespace()));
  private final Index<O> byController =
      index(object -> object.metadata().controller().map(owner -> owner.uid()));

  private record Group<O>(Duration latency, List<Watcher<? super O>> watchers) {}

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
    if (latency.isZero()) {
      atOnce.add(watcher);
      return;
    }
    for (int i = 0; i < groups.size(); i++) {
      Group<O> group = groups.get(i);
      if (group.latency().equals(latency)) {
        // A group is never changed: word that is under way reaches those who listened then.
        List<Watcher<? super O>> more = new ArrayList<>(group.watchers());
        more.add(watcher);
        groups.set(i, new Group<>(latency, more));
        return;
      }
    }
    groups.add(new Group<>(latency, List.of(watcher)));
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

  List<O> select(String namespace, LabelSelector selector) {
    if (byLabel.isEmpty()) {
      var index = new LabelIndex();
      objects.values().forEach(index::add);
      byLabel = Optional.of(index);
    }
    List<O> selected = new ArrayList<>();
    Optional<Collection<Key>> candidates = byLabel.get().candidates(namespace, selector);
    if (candidates.isPresent()) {
      for (Key key : candidates.get()) {
        select(objects.get(key), selector, selected);
      }
    } else {
      inNamespace(namespace).forEach(object -> select(object, selector, selected));
    }
    return selected;
  }

  private void select(O object, LabelSelector selector, List<O> selected) {
    if (selector.matches(object.metadata().labels())) {
      selected.add(object);
    }
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
      byLabel.ifPresent(index -> index.add(object));
      tell(watcher -> watcher.added(object));
    } else {
      byLabel.ifPresent(index -> index.replace(before, object));
      tell(watcher -> watcher.updated(before, object));
    }
  }

  void remove(O object) {
    objects.remove(object.key());
    for (Index<O> index : indexes) {
      index.remove(object);
    }
    byLabel.ifPresent(index -> index.remove(object));
    tell(watcher -> watcher.deleted(object));
  }

  private void tell(Consumer<Watcher<? super O>> word) {
    atOnce.forEach(word);
    for (Group<O> group : groups) {
      clock.at(
          clock.now().plus(group.latency()), Priority.WATCH, () -> group.watchers().forEach(word));
    }
  }
}
