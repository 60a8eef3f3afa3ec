package foresail.simulation.process;

import foresail.model.HostAlias;
import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.api.EndpointSlice.Endpoint;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.facts.Awaited;
import foresail.simulation.facts.Facts;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves names as a pod with dnsPolicy ClusterFirst does: its own search domains, Services,
 * headless Services' pods, and the world outside, which is taken to exist.
 */
final class NameService {
  private static final String CLUSTER = "svc.cluster.local";

  /** An address of the world outside; of those for documentation (RFC 5737). */
  private static final String OUTSIDE = "203.0.113.1";

  /** How long a name that was not found stays so (CoreDNS plugin kubernetes, ttl 5). */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final ApiServer api;
  private final Clock clock;
  private final Facts facts;
  private final Network network;
  private final Assumptions assumptions;
  private final Map<String, Duration> missing = new HashMap<>();

  /**
   * @param assumptions told which Services are taken to exist
   */
  NameService(Environment env, Facts facts, Network network, Assumptions assumptions) {
    this.api = env.api();
    this.clock = env.clock();
    this.facts = facts;
    this.network = network;
    this.assumptions = assumptions;
  }

  /** The addresses of a name; empty where there is none. */
  List<String> resolve(Pod from, String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (isAddress(name)) {
      return List.of(name);
    }
    if (name.equals("localhost") || name.equals(from.name())) {
      return List.of("127.0.0.1");
    }
    for (HostAlias alias : from.spec().hostAliases()) {
      if (alias.hostnames().contains(name)) {
        return List.of(alias.ip());
      }
    }
    if (!facts.dns()) {
      return List.of();
    }
    boolean absolute = host.endsWith(".");
    for (String domain : List.of(from.namespace() + "." + CLUSTER, CLUSTER, "cluster.local")) {
      List<String> found = absolute ? List.of() : cached(name + "." + domain);
      if (!found.isEmpty()) {
        return found;
      }
    }
    List<String> found = cached(name);
    return found.isEmpty() ? assumed(from, host) : found;
  }

  /** A Service that is taken to exist has an address of the world outside, which answers. */
  private List<String> assumed(Pod from, String host) {
    Optional<Awaited> service = awaited(from, host);
    boolean exists =
        service.isPresent()
            && !service.get().exists()
            && facts.elsewhere().exists("Service", service.get().namespace(), service.get().name());
    if (!exists) {
      return List.of();
    }
    assumptions.add(
        new Assumption(
            "Service/" + service.get().name(),
            "",
            "exists and answers",
            "a script asks for it and nothing here defines it",
            "add it to the files"));
    return List.of(OUTSIDE);
  }

  /** The Service that a name can only mean: it has one label, or ends as Services' names do. */
  Optional<Awaited> awaited(Pod from, String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    boolean ofService =
        !isAddress(name)
            && !name.isEmpty()
            && !name.equals("localhost")
            && (name.indexOf('.') < 0 || name.endsWith(".svc") || name.endsWith("." + CLUSTER));
    if (!ofService) {
      return Optional.empty();
    }
    String[] parts = parts(name);
    String service = parts[parts.length > 2 ? 1 : 0];
    String namespace = parts.length > 1 ? parts[parts.length - 1] : from.namespace();
    return Optional.of(
        Awaited.service(
            host, namespace, service, api.get(Declared.SERVICE, namespace, service).isPresent()));
  }

  /** The labels before those that all Services' names end with. */
  private static String[] parts(String name) {
    int suffix = name.indexOf(".svc");
    return (suffix < 0 ? name : name.substring(0, suffix)).split("\\.", -1);
  }

  /** Why a name has no address, in one line. */
  String whyMissing(Pod from, String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String[] parts = parts(name);
    String service = parts[parts.length > 2 ? 1 : 0];
    String namespace = parts.length > 1 ? parts[parts.length - 1] : from.namespace();
    boolean exists = api.get(Declared.SERVICE, namespace, service).isPresent();
    return exists
        ? "no pod of Service \"" + service + "\" is ready"
        : host
            + " does not resolve: there is no Service \""
            + service
            + "\" in namespace "
            + namespace;
  }

  private static boolean isAddress(String name) {
    return !name.isEmpty()
        && (name.indexOf(':') >= 0
            || name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  private List<String> cached(String full) {
    Duration until = missing.get(full);
    if (until != null && clock.now().compareTo(until) < 0) {
      return List.of();
    }
    List<String> found = lookUp(full);
    if (found.isEmpty()) {
      missing.put(full, clock.now().plus(REMEMBERED));
    } else {
      missing.remove(full);
    }
    return found;
  }

  private List<String> lookUp(String full) {
    if (!full.endsWith("." + CLUSTER)) {
      return outside(full);
    }
    String[] parts = full.substring(0, full.length() - CLUSTER.length() - 1).split("\\.");
    if (parts.length == 2) {
      return service(parts[1], parts[0]);
    }
    return parts.length == 3 ? podOfService(parts[2], parts[1], parts[0]) : List.of();
  }

  /** A name with a dot that is not the cluster's is taken to exist in the world outside. */
  private static List<String> outside(String full) {
    boolean internal =
        full.indexOf('.') < 0
            || full.endsWith(".local")
            || full.endsWith(".svc")
            || full.endsWith(".invalid")
            || full.endsWith(".internal");
    return internal ? List.of() : List.of(OUTSIDE);
  }

  private List<String> service(String namespace, String name) {
    Optional<Declared> declared = api.get(Declared.SERVICE, namespace, name);
    if (declared.isEmpty()) {
      return namespace.equals("default") && name.equals("kubernetes")
          ? List.of(ClusterAddresses.API_SERVER)
          : List.of();
    }
    Optional<String> address = ClusterAddresses.of(declared.get());
    if (address.isPresent()) {
      return List.of(address.get());
    }
    boolean alias = declared.get().as(Service.class).filter(Service::isExternalName).isPresent();
    return alias
        ? List.of(OUTSIDE)
        : network.endpoints(declared.get()).stream().map(Endpoint::ip).toList();
  }

  /** {@code db-0.db}: a pod of a headless Service by its host name. */
  private List<String> podOfService(String namespace, String service, String hostname) {
    return api.get(Declared.SERVICE, namespace, service).stream()
        .flatMap(declared -> network.endpoints(declared).stream())
        .filter(endpoint -> endpoint.hostname().equals(hostname))
        .map(Endpoint::ip)
        .toList();
  }
}
