package foresail.simulation.controller.volume;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Key;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.api.Volume;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.scheduler.ClaimCheck;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a claim that is deleted until no pod uses it, and a volume until no claim has it.
 *
 * <p>Source: pkg/controller/volume/{pvcprotection,pvprotection} and
 * plugin/pkg/admission/storage/storageobjectinuseprotection, v1.36.
 */
public final class VolumeProtection {
  private static final String CLAIM_FINALIZER = "kubernetes.io/pvc-protection";
  private static final String VOLUME_FINALIZER = "kubernetes.io/pv-protection";

  private final ApiServer api;
  private final WorkQueue<Key> claims;
  private final WorkQueue<Key> volumes;

  public VolumeProtection(Environment env) {
    this.api = env.api();
    this.claims = new WorkQueue<>(env.clock(), Latency.SYNC, this::syncClaim);
    this.volumes = new WorkQueue<>(env.clock(), Latency.SYNC, this::syncVolume);
    api.watch(Claim.KIND, Latency.WATCH, claimWatch());
    api.watch(Volume.KIND, Latency.WATCH, volumeWatch());
    api.watch(Pod.KIND, Latency.WATCH, podWatch());
  }

  /** Gives new claims and volumes the finalizer by which they are held. */
  public static Admission admission() {
    return new Admission() {
      @Override
      public <O extends ApiObject<O>> Created<O> admit(O object) {
        if (object instanceof Claim) {
          return Created.stored(with(object, CLAIM_FINALIZER));
        }
        return Created.stored(object instanceof Volume ? with(object, VOLUME_FINALIZER) : object);
      }
    };
  }

  private Watcher<Claim> claimWatch() {
    return new Watcher<>() {
      @Override
      public void updated(Claim before, Claim now) {
        if (now.deleting()) {
          claims.add(now.key());
        }
      }

      @Override
      public void deleted(Claim last) {
        if (last.bound()) {
          volumes.add(new Key("", last.volumeName()));
        }
      }
    };
  }

  private Watcher<Volume> volumeWatch() {
    return new Watcher<>() {
      @Override
      public void updated(Volume before, Volume now) {
        if (now.deleting()) {
          volumes.add(now.key());
        }
      }
    };
  }

  private Watcher<Pod> podWatch() {
    return new Watcher<>() {
      @Override
      public void updated(Pod before, Pod now) {
        if (now.terminal() && !before.terminal()) {
          release(now);
        }
      }

      @Override
      public void deleted(Pod last) {
        release(last);
      }
    };
  }

  private void release(Pod pod) {
    for (String name : ClaimCheck.names(pod)) {
      claims.add(new Key(pod.namespace(), name));
    }
  }

  private void syncClaim(Key key) {
    api.get(Claim.KIND, key)
        .filter(claim -> claim.deleting() && !used(claim))
        .ifPresent(claim -> letGo(Claim.KIND, key, CLAIM_FINALIZER));
  }

  /** By a pod that has a node and has not ended. */
  private boolean used(Claim claim) {
    for (Pod pod : api.list(Pod.KIND, claim.namespace())) {
      boolean holds = !pod.nodeName().isEmpty() && !pod.terminal();
      if (holds && ClaimCheck.names(pod).contains(claim.name())) {
        return true;
      }
    }
    return false;
  }

  private void syncVolume(Key key) {
    api.get(Volume.KIND, key)
        .filter(volume -> volume.deleting() && !bound(volume))
        .ifPresent(volume -> letGo(Volume.KIND, key, VOLUME_FINALIZER));
  }

  private boolean bound(Volume volume) {
    return api.list(Claim.KIND).stream()
        .anyMatch(claim -> volume.claim().equals(claim.reference()));
  }

  private <O extends ApiObject<O>> void letGo(Kind<O> kind, Key key, String finalizer) {
    api.update(
        kind,
        key,
        now -> {
          List<String> rest = new ArrayList<>(now.metadata().finalizers());
          rest.remove(finalizer);
          return now.withMetadata(now.metadata().withFinalizers(rest));
        });
  }

  private static <O extends ApiObject<O>> O with(O object, String finalizer) {
    List<String> all = new ArrayList<>(object.metadata().finalizers());
    if (!all.contains(finalizer)) {
      all.add(finalizer);
    }
    return object.withMetadata(object.metadata().withFinalizers(all));
  }
}
