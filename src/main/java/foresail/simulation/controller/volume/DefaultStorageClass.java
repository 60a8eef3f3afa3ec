package foresail.simulation.controller.volume;

import foresail.model.ClaimSpec;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Claim;
import foresail.simulation.api.StorageClass;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.Comparator;
import java.util.Optional;

/**
 * Gives claims that name no class the default one; of several the newest.
 *
 * <p>Source: plugin/pkg/admission/storage/storageclass/setdefault/admission.go, v1.36.
 */
public final class DefaultStorageClass implements Admission {
  private final ApiServer api;

  public DefaultStorageClass(ApiServer api) {
    this.api = api;
  }

  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    if (!(object instanceof Claim claim)) {
      return Created.stored(object);
    }
    @SuppressWarnings("unchecked") // a claim admitted is a claim
    O admitted = (O) filled(api, claim);
    return Created.stored(admitted);
  }

  /** The claim with a class; itself where it has one, refuses any, or there is no default. */
  static Claim filled(ApiServer api, Claim claim) {
    Optional<String> name =
        claim.spec().storageClassName().isPresent() ? Optional.empty() : defaultClass(api);
    if (name.isEmpty()) {
      return claim;
    }
    ClaimSpec spec = claim.spec();
    return claim.withSpec(
        new ClaimSpec(
            spec.node(),
            spec.accessModes(),
            name,
            spec.volumeName(),
            spec.volumeMode(),
            spec.storage(),
            spec.selector()));
  }

  private static Optional<String> defaultClass(ApiServer api) {
    return api.list(StorageClass.KIND).stream()
        .filter(StorageClass::isDefault)
        .max(
            Comparator.comparing((StorageClass each) -> each.metadata().created())
                .thenComparing(StorageClass::name, Comparator.reverseOrder()))
        .map(StorageClass::name);
  }
}
