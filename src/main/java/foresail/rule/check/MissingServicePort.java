package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Ingress;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.notation.IntOrString;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.List;

/** Backends of an Ingress on a port that their Service does not have. */
public final class MissingServicePort implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Ingress ingress) {
      String namespace = scope.graph().namespaceOf(ingress);
      for (Ingress.Backend backend : ingress.backends()) {
        List<Service> services = services(scope, namespace, backend.service());
        if (backend.port().isPresent()
            && !services.isEmpty()
            && services.stream().noneMatch(service -> has(service, backend.port().get()))) {
          report(ingress, backend, backend.port().get(), services.get(0), scope);
        }
      }
    }
  }

  /** Those whose ports are known; empty where one of that name leads outside. */
  private static List<Service> services(Scope scope, String namespace, String name) {
    List<Service> services = new ArrayList<>(1);
    for (KubernetesObject object : scope.graph().find("Service", namespace, name)) {
      if (object instanceof Service service) {
        if (service.isExternalName() || service.ports().isEmpty()) {
          return List.of();
        }
        services.add(service);
      }
    }
    return services;
  }

  private static boolean has(Service service, IntOrString wanted) {
    for (Service.ServicePort port : service.ports()) {
      boolean same =
          wanted.isNumber() ? port.port() == wanted.number() : port.name().equals(wanted.text());
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Ingress ingress, Ingress.Backend backend, IntOrString port, Service service, Scope scope) {
    Place at = Place.of(backend, "port", port.isNumber() ? "number" : "name");
    Draft draft =
        scope.report(
            at,
            Words.of(ingress)
                + " asks port "
                + port
                + " of Service \""
                + service.name()
                + "\", which has "
                + listed(service.ports()));
    for (Service.ServicePort candidate : service.ports()) {
      boolean target =
          port.isNumber()
              ? candidate.targetPort().equals(port)
              : candidate.targetPort().text().equals(port.text());
      if (target) {
        draft.related(candidate.span("targetPort"), port + " is the port of the pods");
        draft.advise("name the Service's own port, " + candidate.port());
        return;
      }
    }
    draft.related(service.ports().get(0).span(), "its port");
  }

  private static String listed(List<Service.ServicePort> ports) {
    List<String> words = new ArrayList<>();
    for (Service.ServicePort port : ports) {
      words.add(port.name().isEmpty() ? "" + port.port() : port.port() + " (" + port.name() + ")");
    }
    return (words.size() == 1 ? "only " : "") + String.join(", ", words);
  }
}
