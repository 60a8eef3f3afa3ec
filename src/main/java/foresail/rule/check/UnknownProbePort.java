package foresail.rule.check;

import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.Handler;
import foresail.model.Hook;
import foresail.model.Located;
import foresail.model.Probe;
import foresail.model.Workload;
import foresail.notation.IntOrString;
import foresail.notation.NearestName;
import foresail.rule.ContainerCheck;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.List;
import java.util.Optional;

/** Probes and hooks on a port name that their own container does not declare. */
public final class UnknownProbePort implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    probe("liveness probe", container.livenessProbe(), container, scope);
    probe("readiness probe", container.readinessProbe(), container, scope);
    probe("startup probe", container.startupProbe(), container, scope);
    hook("postStart hook", container.postStart(), container, scope);
    hook("preStop hook", container.preStop(), container, scope);
  }

  private static void probe(String what, Optional<Probe> probe, Container container, Scope scope) {
    probe.ifPresent(one -> look(what, one, one.handler(), container, scope));
  }

  private static void hook(String what, Optional<Hook> hook, Container container, Scope scope) {
    hook.ifPresent(one -> look(what, one, one.handler(), container, scope));
  }

  private static void look(
      String what, Located at, Optional<Handler> handler, Container container, Scope scope) {
    if (handler.orElse(null) instanceof Handler.HttpGet get) {
      port(what, Place.of(at, "httpGet", "port"), get.port(), container, scope);
    } else if (handler.orElse(null) instanceof Handler.TcpSocket tcp) {
      port(what, Place.of(at, "tcpSocket", "port"), tcp.port(), container, scope);
    }
  }

  private static void port(
      String what, Place at, IntOrString port, Container container, Scope scope) {
    if (port.isNumber() || Placeholder.isIn(port.text()) || declares(container, port.text())) {
      return;
    }
    Draft draft =
        scope.report(
            at,
            "the "
                + what
                + " of container \""
                + container.name()
                + "\" asks port \""
                + port.text()
                + "\", which this container does not declare");
    List<String> names =
        container.ports().stream()
            .map(ContainerPort::name)
            .filter(name -> !name.isEmpty())
            .toList();
    List<String> near = NearestName.among(names, port.text());
    if (!near.isEmpty()) {
      String meant = near.get(0);
      for (ContainerPort declared : container.ports()) {
        if (declared.name().equals(meant)) {
          draft.related(declared.span("name"), "nearest: port \"" + meant + "\"");
        }
      }
      draft.fix("write " + meant, Words.rename(at.span(), port.text(), meant));
    } else if (container.ports().size() == 1) {
      ContainerPort only = container.ports().get(0);
      draft.related(only.span("containerPort"), "the port that it declares");
    }
  }

  private static boolean declares(Container container, String name) {
    for (ContainerPort port : container.ports()) {
      if (port.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
