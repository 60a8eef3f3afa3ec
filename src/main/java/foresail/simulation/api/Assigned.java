package foresail.simulation.api;

import foresail.model.PodSpec;
import foresail.model.Toleration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What admission, a controller and the scheduler decide about a pod beyond the spec that its
 * manifest or template gives.
 *
 * @param nodeName empty while the pod has no node
 * @param priority of its PriorityClass; 0 without one
 * @param mayPreempt false for preemptionPolicy Never
 * @param tolerations all of them: the spec's and those that were added
 * @param onlyNode the one node on which it may run: a DaemonSet's pod
 * @param hostname empty for the pod's own name
 * @param subdomain empty without one
 * @param claims claims that a StatefulSet puts in place of volumes: volume name to claim name
 * @param env variables that a controller adds to every container
 * @param gates scheduling gates that are still closed
 */
public record Assigned(
    String nodeName,
    int priority,
    boolean mayPreempt,
    List<Toleration> tolerations,
    Optional<String> onlyNode,
    String hostname,
    String subdomain,
    Map<String, String> claims,
    Map<String, String> env,
    List<String> gates) {

  public Assigned {
    tolerations = List.copyOf(tolerations);
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    gates = List.copyOf(gates);
  }

  /** What the spec itself says. */
  public static Assigned of(PodSpec spec) {
    return new Assigned(
        spec.nodeName(),
        spec.priority().orElse(0),
        !spec.preemptionPolicy().equals("Never"),
        spec.tolerations(),
        Optional.empty(),
        spec.hostname(),
        spec.subdomain(),
        Map.of(),
        Map.of(),
        spec.schedulingGates());
  }

  public Assigned withNodeName(String node) {
    return with(draft -> draft.nodeName = node);
  }

  public Assigned withPriority(int newPriority, boolean preempts) {
    return with(
        draft -> {
          draft.priority = newPriority;
          draft.mayPreempt = preempts;
        });
  }

  public Assigned withTolerations(List<Toleration> all) {
    return with(draft -> draft.tolerations = all);
  }

  public Assigned withOnlyNode(String node) {
    return with(draft -> draft.onlyNode = Optional.of(node));
  }

  public Assigned withHostname(String newHostname, String newSubdomain) {
    return with(
        draft -> {
          draft.hostname = newHostname;
          draft.subdomain = newSubdomain;
        });
  }

  public Assigned withClaims(Map<String, String> newClaims) {
    return with(draft -> draft.claims = newClaims);
  }

  public Assigned withEnv(Map<String, String> newEnv) {
    return with(draft -> draft.env = newEnv);
  }

  public Assigned withGates(List<String> newGates) {
    return with(draft -> draft.gates = newGates);
  }

  /** The same while parts of it are being replaced. */
  private static final class Draft {
    private String nodeName;
    private int priority;
    private boolean mayPreempt;
    private List<Toleration> tolerations;
    private Optional<String> onlyNode;
    private String hostname;
    private String subdomain;
    private Map<String, String> claims;
    private Map<String, String> env;
    private List<String> gates;

    Draft(Assigned from) {
      nodeName = from.nodeName;
      priority = from.priority;
      mayPreempt = from.mayPreempt;
      tolerations = from.tolerations;
      onlyNode = from.onlyNode;
      hostname = from.hostname;
      subdomain = from.subdomain;
      claims = from.claims;
      env = from.env;
      gates = from.gates;
    }

    Assigned finished() {
      return new Assigned(
          nodeName,
          priority,
          mayPreempt,
          tolerations,
          onlyNode,
          hostname,
          subdomain,
          claims,
          env,
          gates);
    }
  }

  private Assigned with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }
}
