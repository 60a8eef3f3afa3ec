package foresail.simulation.scheduler;

import foresail.model.PersistentVolume;
import foresail.model.Volume;
import foresail.model.VolumeSource;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StorageClass;
import foresail.simulation.store.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a pod's claims are bound, or can be bound on a node.
 *
 * <p>Source: pkg/scheduler/framework/plugins/volumebinding/volume_binding.go, v1.36.
 */
public final class ClaimCheck {
  private static final String ONE_POD = "ReadWriteOncePod";

  private final ApiServer api;

  public ClaimCheck(ApiServer api) {
    this.api = api;
  }

  /** The claims that a pod's volumes name. */
  public static List<String> names(Pod pod) {
    if (pod.spec().volumes().isEmpty() && pod.assigned().claims().isEmpty()) {
      return List.of();
    }
    var names = new ArrayList<String>(pod.assigned().claims().values());
    for (Volume volume : pod.spec().volumes()) {
      if (pod.assigned().claims().containsKey(volume.name())) {
        continue;
      }
      if (volume.source() instanceof VolumeSource.Claim claim) {
        names.add(claim.claimName());
      } else if (volume.source() instanceof VolumeSource.Ephemeral) {
        names.add(pod.name() + "-" + volume.name());
      }
    }
    return names;
  }

  /** What stops the pod whatever the node: PreFilter; empty where nothing does. */
  Optional<String> problem(Pod pod) {
    boolean unbound = false;
    for (String name : names(pod)) {
      Optional<Claim> claim = api.get(Claim.KIND, pod.namespace(), name);
      if (claim.isEmpty()) {
        return Optional.of(missing(pod, name));
      }
      if (claim.get().deleting()) {
        return Optional.of("persistentvolumeclaim \"" + name + "\" is being deleted");
      }
      if (claim.get().bound()) {
        if (volume(claim.get()).isEmpty()) {
          return Optional.of(
              "persistentvolumeclaim \""
                  + name
                  + "\" bound to non-existent persistentvolume \""
                  + claim.get().volumeName()
                  + "\"");
        }
      } else if (!waitsForConsumer(claim.get())) {
        unbound = true;
      }
    }
    return unbound
        ? Optional.of("pod has unbound immediate PersistentVolumeClaims")
        : Optional.empty();
  }

  private static String missing(Pod pod, String name) {
    for (Volume volume : pod.spec().volumes()) {
      if (volume.source() instanceof VolumeSource.Ephemeral
          && name.equals(pod.name() + "-" + volume.name())) {
        return "waiting for ephemeral volume controller to create the persistentvolumeclaim \""
            + name
            + "\"";
      }
    }
    return "persistentvolumeclaim \"" + name + "\" not found";
  }

  /** Whether the claims can be had on a node: Filter. */
  Optional<Rejection> check(Placement placement, NodeInfo node) {
    Pod pod = placement.pod();
    for (String name : names(pod)) {
      Optional<Claim> claim = api.get(Claim.KIND, pod.namespace(), name);
      if (claim.isEmpty()) {
        continue;
      }
      if (claim.get().bound()) {
        boolean here =
            volume(claim.get()).map(volume -> reachable(volume.spec(), node)).orElse(true);
        if (!here) {
          return Optional.of(
              Rejection.incurable(
                  Plugin.VOLUME_BINDING, "node(s) didn't match PersistentVolume's node affinity"));
        }
      } else if (waitsForConsumer(claim.get()) && !canBind(claim.get(), node)) {
        return Optional.of(
            Rejection.incurable(
                Plugin.VOLUME_BINDING, "node(s) didn't find available persistent volumes to bind"));
      }
    }
    return Optional.empty();
  }

  /**
   * A claim for a single pod cannot be had while another pod uses it, wherever that runs.
   *
   * <p>Source: pkg/scheduler/framework/plugins/volumerestrictions/volume_restrictions.go, v1.36.
   *
   * @param node as it is, or as it would be without some pods
   */
  Optional<Rejection> restricted(Placement placement, NodeInfo node) {
    Pod pod = placement.pod();
    for (String name : names(pod)) {
      Optional<Claim> claim = api.get(Claim.KIND, pod.namespace(), name);
      if (claim.filter(each -> each.spec().accessModes().contains(ONE_POD)).isPresent()
          && usedElsewhere(pod, name, node)) {
        return Optional.of(
            Rejection.curable(
                Plugin.VOLUME_RESTRICTIONS,
                "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode"
                    + " already in-use by another pod"));
      }
    }
    return Optional.empty();
  }

  private boolean usedElsewhere(Pod pod, String claim, NodeInfo node) {
    for (Pod other : api.list(Pod.KIND, pod.namespace())) {
      boolean there =
          other.nodeName().equals(node.node().name())
              ? node.has(other)
              : !other.nodeName().isEmpty() && !other.terminal();
      if (there && !other.uid().equals(pod.uid()) && names(other).contains(claim)) {
        return true;
      }
    }
    return false;
  }

  /** Claims that are still to be bound once the pod has a node. */
  List<Claim> toBind(Pod pod) {
    var claims = new ArrayList<Claim>();
    for (String name : names(pod)) {
      api.get(Claim.KIND, pod.namespace(), name)
          .filter(claim -> !claim.bound())
          .ifPresent(claims::add);
    }
    return claims;
  }

  private Optional<foresail.simulation.api.Volume> volume(Claim claim) {
    return api.get(foresail.simulation.api.Volume.KIND, "", claim.volumeName());
  }

  private Optional<StorageClass> storageClass(Claim claim) {
    return claim.spec().storageClassName().flatMap(name -> api.get(StorageClass.KIND, "", name));
  }

  private boolean waitsForConsumer(Claim claim) {
    return storageClass(claim).filter(StorageClass::waitForFirstConsumer).isPresent();
  }

  private boolean canBind(Claim claim, NodeInfo node) {
    boolean provisioned = storageClass(claim).filter(StorageClass::provisions).isPresent();
    return provisioned || candidate(claim, node).isPresent();
  }

  /** The smallest free volume that suits a claim on a node. */
  Optional<foresail.simulation.api.Volume> candidate(Claim claim, NodeInfo node) {
    return api.list(foresail.simulation.api.Volume.KIND).stream()
        .filter(volume -> volume.claim().isEmpty() && volume.suits(claim))
        .filter(volume -> reachable(volume.spec(), node))
        .min(
            (a, b) -> a.spec().storage().orElseThrow().compareTo(b.spec().storage().orElseThrow()));
  }

  private static boolean reachable(PersistentVolume volume, NodeInfo node) {
    return volume.nodeTerms().map(terms -> NodeMatch.anyTerm(terms, node.node())).orElse(true);
  }
}
