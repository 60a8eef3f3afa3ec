package foresail.simulation.process;

import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.store.ApiServer;
import java.util.Optional;

/** Addresses of Services: those that a manifest fixes, and made-up ones of 10.96.0.0/12. */
final class ClusterAddresses {
  /** Service {@code kubernetes} in namespace default. */
  static final String API_SERVER = "10.96.0.1";

  private static final String PREFIX = "10.96.";

  private ClusterAddresses() {}

  /** The address of a Service; empty for a headless one and for one that is only an alias. */
  static Optional<String> of(Declared declared) {
    Optional<Service> service = declared.as(Service.class);
    if (service.isEmpty() || service.get().isHeadless() || service.get().isExternalName()) {
      return Optional.empty();
    }
    String fixed = service.get().clusterIp();
    if (!fixed.isEmpty()) {
      return Optional.of(fixed);
    }
    // The uid's number is different for each object and the same in every run.
    String uid = declared.uid();
    int number = Integer.parseInt(uid.substring(uid.length() - 4), 16);
    return Optional.of(PREFIX + (1 + number / 250 % 250) + "." + (1 + number % 250));
  }

  /** The Service that has an address. */
  static Optional<Declared> service(ApiServer api, String address) {
    for (Declared service : api.list(Declared.SERVICE)) {
      if (of(service).filter(address::equals).isPresent()) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }

  /** Whether an address is one that pods get. */
  static boolean isPodAddress(String address) {
    return address.startsWith("10.88.") || address.startsWith("10.89.");
  }
}
