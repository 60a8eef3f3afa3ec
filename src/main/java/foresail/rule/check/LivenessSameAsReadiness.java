package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.ContainerPort;
import foresail.model.Handler;
import foresail.model.Probe;
import foresail.model.Workload;
import foresail.notation.IntOrString;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;

/** Liveness probes that ask the same question as readiness, just as patiently. */
public final class LivenessSameAsReadiness implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    if (container.livenessProbe().isEmpty() || container.readinessProbe().isEmpty()) {
      return;
    }
    Probe liveness = container.livenessProbe().get();
    Probe readiness = container.readinessProbe().get();
    if (samePatience(liveness, readiness) && sameQuestion(liveness, readiness, container)) {
      scope
          .report(
              Place.of(container, "livenessProbe"),
              "container \"" + container.name() + "\" has the same liveness and readiness probe")
          .underline(container.keySpan("livenessProbe"))
          .related(container.keySpan("readinessProbe"), "the same question");
    }
  }

  private static boolean samePatience(Probe left, Probe right) {
    return left.initialDelaySeconds() == right.initialDelaySeconds()
        && left.periodSeconds() == right.periodSeconds()
        && left.timeoutSeconds() == right.timeoutSeconds()
        && left.failureThreshold() == right.failureThreshold();
  }

  private static boolean sameQuestion(Probe left, Probe right, Container container) {
    Handler one = left.handler().orElse(null);
    Handler other = right.handler().orElse(null);
    if (one instanceof Handler.HttpGet a && other instanceof Handler.HttpGet b) {
      return a.host().equals(b.host())
          && a.path().equals(b.path())
          && a.scheme().equals(b.scheme())
          && number(a.port(), container).equals(number(b.port(), container));
    }
    if (one instanceof Handler.TcpSocket a && other instanceof Handler.TcpSocket b) {
      return a.host().equals(b.host())
          && number(a.port(), container).equals(number(b.port(), container));
    }
    return one != null && one.equals(other);
  }

  /** A port by name and the same one by number are equal. */
  private static IntOrString number(IntOrString port, Container container) {
    for (ContainerPort declared : container.ports()) {
      if (!port.isNumber() && declared.name().equals(port.text())) {
        return IntOrString.of(declared.containerPort());
      }
    }
    return port;
  }
}
