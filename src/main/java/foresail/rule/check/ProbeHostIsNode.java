package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Handler;
import foresail.model.Located;
import foresail.model.Workload;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.util.Optional;
import java.util.Set;

/** Probes that ask the node instead of the pod. */
public final class ProbeHostIsNode implements ContainerCheck {
  private static final Set<String> NODE = Set.of("localhost", "0.0.0.0", "::1", "[::1]");

  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    if (!workload.template().spec().hostNetwork()) {
      container
          .livenessProbe()
          .ifPresent(probe -> look("livenessProbe", probe, probe.handler(), container, scope));
      container
          .readinessProbe()
          .ifPresent(probe -> look("readinessProbe", probe, probe.handler(), container, scope));
      container
          .startupProbe()
          .ifPresent(probe -> look("startupProbe", probe, probe.handler(), container, scope));
      container
          .postStart()
          .ifPresent(hook -> look("postStart hook", hook, hook.handler(), container, scope));
      container
          .preStop()
          .ifPresent(hook -> look("preStop hook", hook, hook.handler(), container, scope));
    }
  }

  private static void look(
      String what, Located at, Optional<Handler> handler, Container container, Scope scope) {
    if (handler.orElse(null) instanceof Handler.HttpGet get && isNode(get.host())) {
      report(what, Place.of(at, "httpGet", "host"), get.host(), container, scope);
    } else if (handler.orElse(null) instanceof Handler.TcpSocket tcp && isNode(tcp.host())) {
      report(what, Place.of(at, "tcpSocket", "host"), tcp.host(), container, scope);
    }
  }

  private static boolean isNode(String host) {
    return NODE.contains(host) || host.startsWith("127.");
  }

  private static void report(String what, Place at, String host, Container container, Scope scope) {
    scope.report(
        at,
        "the "
            + what
            + " of container \""
            + container.name()
            + "\" asks "
            + host
            + ", which is the node and not the pod");
  }
}
