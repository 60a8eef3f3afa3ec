package foresail.simulation.controller.garbage;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Kind;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.PodDeletion;
import foresail.simulation.store.Watcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes objects whose owners are all gone, level by level. An owner that is deleted in the
 * foreground waits until everything that it owns is gone.
 *
 * <p>Source: pkg/controller/garbagecollector/garbagecollector.go, v1.36.
 */
public final class GarbageCollector {
  /** The finalizer of an object that waits for what it owns. */
  public static final String FOREGROUND = "foregroundDeletion";

  private final Clock clock;
  private final ApiServer api;
  private final Map<String, Kind<?>> kinds = new LinkedHashMap<>();

  /**
   * @param kinds all kinds that own something or are owned
   */
  public GarbageCollector(Environment env, List<Kind<?>> kinds) {
    this.clock = env.clock();
    this.api = env.api();
    kinds.forEach(this::watch);
  }

  /** Deletes an object, what it owns first. */
  public static <O extends ApiObject<O>> void deleteForeground(ApiServer api, O object) {
    api.update(
        object.kind(),
        object.key(),
        before -> {
          var finalizers = new ArrayList<>(before.metadata().finalizers());
          if (!finalizers.contains(FOREGROUND)) {
            finalizers.add(FOREGROUND);
          }
          return before.withMetadata(before.metadata().withFinalizers(finalizers));
        });
    delete(api, object);
  }

  private <O extends ApiObject<O>> void watch(Kind<O> kind) {
    kinds.put(kind.name(), kind);
    api.watch(
        kind,
        Latency.WATCH,
        new Watcher<O>() {
          @Override
          public void updated(O before, O now) {
            if (now.deleting() && now.metadata().finalizers().contains(FOREGROUND)) {
              clock.after(Latency.SYNC, () -> deleteOwned(now));
            }
          }

          @Override
          public void deleted(O last) {
            clock.after(Latency.SYNC, () -> collect(last));
            for (OwnerReference owner : last.metadata().owners()) {
              clock.after(Latency.SYNC, () -> letOwnerGo(last, owner));
            }
          }
        });
  }

  /** What an object that is gone leaves behind. */
  private void collect(ApiObject<?> gone) {
    for (ApiObject<?> dependent : api.dependents(gone.uid())) {
      List<OwnerReference> living = new ArrayList<>();
      for (OwnerReference owner : dependent.metadata().owners()) {
        if (exists(dependent.metadata(), owner)) {
          living.add(owner);
        }
      }
      if (living.isEmpty()) {
        delete(api, dependent);
      } else {
        release(dependent, living);
      }
    }
  }

  private void deleteOwned(ApiObject<?> owner) {
    List<ApiObject<?>> owned = api.dependents(owner.uid());
    for (ApiObject<?> dependent : owned) {
      if (!dependent.deleting()) {
        delete(api, dependent);
      }
    }
    if (owned.isEmpty()) {
      finish(owner);
    }
  }

  private void letOwnerGo(ApiObject<?> gone, OwnerReference reference) {
    Kind<?> kind = kinds.get(reference.kind());
    if (kind != null) {
      find(kind, gone.metadata(), reference)
          .filter(ApiObject::deleting)
          .filter(owner -> owner.metadata().finalizers().contains(FOREGROUND))
          .filter(owner -> api.dependents(owner.uid()).isEmpty())
          .ifPresent(this::finish);
    }
  }

  private boolean exists(ObjectMeta dependent, OwnerReference owner) {
    Kind<?> kind = kinds.get(owner.kind());
    return kind == null || find(kind, dependent, owner).isPresent();
  }

  private <O extends ApiObject<O>> Optional<ApiObject<?>> find(
      Kind<O> kind, ObjectMeta dependent, OwnerReference owner) {
    String namespace = kind.namespaced() ? dependent.namespace() : "";
    return api.get(kind, namespace, owner.name())
        .filter(found -> found.uid().equals(owner.uid()))
        .map(found -> found);
  }

  private static <O extends ApiObject<O>> void delete(ApiServer api, ApiObject<O> object) {
    if (object instanceof Pod) {
      PodDeletion.request(api, object.key());
    } else {
      api.delete(object.kind(), object.key());
    }
  }

  private <O extends ApiObject<O>> void release(ApiObject<O> object, List<OwnerReference> living) {
    api.update(
        object.kind(),
        object.key(),
        before -> before.withMetadata(before.metadata().withOwners(living)));
  }

  private <O extends ApiObject<O>> void finish(ApiObject<O> object) {
    api.update(
        object.kind(),
        object.key(),
        before -> {
          var finalizers = new ArrayList<>(before.metadata().finalizers());
          finalizers.remove(FOREGROUND);
          return before.withMetadata(before.metadata().withFinalizers(finalizers));
        });
  }
}
