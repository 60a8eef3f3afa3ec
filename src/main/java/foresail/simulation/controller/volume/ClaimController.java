package foresail.simulation.controller.volume;

import foresail.simulation.api.Claim;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StorageClass;
import foresail.simulation.api.Volume;
import foresail.simulation.controller.OwnerQueue;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.scheduler.ClaimCheck;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Events;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Binds claims to volumes, and has volumes made where a class can.
 *
 * <p>Source: syncUnboundClaim in pkg/controller/volume/persistentvolume/pv_controller.go, v1.36.
 */
public final class ClaimController {
  /** Unbound claims are looked at again this often. */
  private static final Duration RESYNC = Duration.ofSeconds(15);

  private final Environment env;
  private final ApiServer api;
  private final Events events;
  private final Assumptions assumptions;
  private final WorkQueue<Key> queue;
  private final Set<String> provisioning = new HashSet<>();

  public ClaimController(Environment env, Assumptions assumptions) {
    this.env = env;
    this.api = env.api();
    this.events = env.events();
    this.assumptions = assumptions;
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    new OwnerQueue(api, Claim.KIND, queue).onOwn(Claim.KIND);
    api.watch(Volume.KIND, Latency.WATCH, reservedVolumeWatch());
  }

  /** A volume that is kept for a claim wakes it; others are found at the next look. */
  private Watcher<Volume> reservedVolumeWatch() {
    return new Watcher<>() {
      @Override
      public void added(Volume volume) {
        int slash = volume.spec().claimRef().indexOf('/');
        if (slash > 0) {
          String claim = volume.spec().claimRef();
          queue.add(new Key(claim.substring(0, slash), claim.substring(slash + 1)));
        }
      }
    };
  }

  private void sync(Key key) {
    Optional<Claim> found = api.get(Claim.KIND, key);
    if (found.isEmpty() || found.get().bound() || found.get().deleting()) {
      return;
    }
    Claim claim = DefaultStorageClass.filled(api, found.get());
    if (claim != found.get()) {
      api.update(Claim.KIND, key, unused -> claim); // a default class has appeared since
      return;
    }
    if (claim.spec().volumeName().isEmpty()) {
      bindToAny(claim);
    } else {
      bindToNamed(claim);
    }
    if (api.get(Claim.KIND, key).filter(now -> !now.bound()).isPresent()) {
      queue.addAfter(key, RESYNC);
    }
  }

  private void bindToNamed(Claim claim) {
    Optional<Volume> volume = api.get(Volume.KIND, "", claim.spec().volumeName());
    if (volume.isEmpty()) {
      return; // nothing is told; the volume may come
    }
    if (volume.get().reservedForOther(claim)) {
      events.warning(
          claim,
          "FailedBinding",
          "volume \"" + volume.get().name() + "\" already bound to a different claim.");
    } else if (volume.get().suits(claim)) {
      bind(claim, volume.get());
    } else {
      events.warning(
          claim,
          "VolumeMismatch",
          "Cannot bind to requested volume \""
              + volume.get().name()
              + "\": it does not meet what the claim asks for");
    }
  }

  private void bindToAny(Claim claim) {
    String className = claim.spec().storageClassName().orElse("");
    Optional<StorageClass> storage = api.get(StorageClass.KIND, "", className);
    boolean waits = storage.filter(StorageClass::waitForFirstConsumer).isPresent();
    Optional<Volume> volume = smallest(claim, waits);
    if (volume.isPresent()) {
      bind(claim, volume.get());
    } else if (waits && claim.selectedNode().isEmpty()) {
      tellWaiting(claim);
    } else if (storage.isPresent()) {
      provision(claim, storage.get());
    } else if (className.isEmpty()) {
      events.normal(
          claim,
          "FailedBinding",
          "no persistent volumes available for this claim and no storage class is set");
    } else {
      events.warning(
          claim,
          "ProvisioningFailed",
          "storageclass.storage.k8s.io \"" + className + "\" not found");
    }
  }

  /**
   * The smallest free volume that suits, one kept for the claim before all others.
   *
   * @param keptOnly the others are for the scheduler to choose from
   */
  private Optional<Volume> smallest(Claim claim, boolean keptOnly) {
    return api.list(Volume.KIND).stream()
        .filter(volume -> volume.claim().isEmpty() && volume.suits(claim))
        .filter(volume -> !keptOnly || volume.reservedFor(claim))
        .min(
            Comparator.comparing((Volume volume) -> !volume.reservedFor(claim))
                .thenComparing(volume -> volume.spec().storage().orElseThrow()));
  }

  private void bind(Claim claim, Volume volume) {
    api.update(Volume.KIND, volume.key(), now -> now.withClaim(claim.reference()));
    api.update(Claim.KIND, claim.key(), now -> now.withVolumeName(volume.name()));
  }

  private void tellWaiting(Claim claim) {
    Optional<Pod> waiting =
        api.list(Pod.KIND, claim.namespace()).stream()
            .filter(pod -> pod.nodeName().isEmpty() && ClaimCheck.names(pod).contains(claim.name()))
            .findFirst();
    if (waiting.isPresent()) {
      events.normal(
          claim,
          "WaitForPodScheduled",
          "waiting for pod " + waiting.get().name() + " to be scheduled");
    } else {
      events.normal(
          claim, "WaitForFirstConsumer", "waiting for first consumer to be created before binding");
    }
  }

  private void provision(Claim claim, StorageClass storage) {
    if (!storage.provisions()) {
      events.warning(
          claim,
          "ProvisioningFailed",
          "no volume plugin matched name: " + StorageClass.NO_PROVISIONER);
      return;
    }
    events.normal(
        claim,
        "ExternalProvisioning",
        "Waiting for a volume to be created either by the external provisioner '"
            + storage.provisioner()
            + "' or manually by the system administrator. If volume creation is delayed, please"
            + " verify that the provisioner is running and correctly registered.");
    if (storage.binds().isEmpty() || !provisioning.add(claim.uid())) {
      return;
    }
    if (storage.assumed()) {
      assume(claim, storage);
    }
    env.clock().after(storage.binds().get(), () -> provisioned(claim, storage));
  }

  private void assume(Claim claim, StorageClass storage) {
    String seconds = storage.binds().orElseThrow().toSeconds() + "s";
    assumptions.add(
        new Assumption(
            "PersistentVolumeClaim/" + claim.name(),
            "",
            "gets a volume of class " + storage.name() + " within " + seconds,
            "nothing is known of the cluster's storage",
            "storageClasses: [{name: " + storage.name() + ", binds: " + seconds + "}]"));
  }

  private void provisioned(Claim claim, StorageClass storage) {
    provisioning.remove(claim.uid());
    Optional<Claim> now =
        api.get(Claim.KIND, claim.key())
            .filter(found -> found.uid().equals(claim.uid()) && !found.bound());
    if (now.isPresent()) {
      Volume volume = ProvisionedVolume.of(now.get(), storage);
      api.create(volume);
      bind(now.get(), volume);
    }
  }
}
