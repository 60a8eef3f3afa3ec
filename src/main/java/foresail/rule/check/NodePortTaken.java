package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import java.util.HashMap;
import java.util.Map;

/** Two Services on one port of all nodes. */
public final class NodePortTaken implements RunCheck {
  @Override
  public void check(Scope scope) {
    Map<String, Service.ServicePort> taken = new HashMap<>();
    Map<String, Service> owners = new HashMap<>();
    for (KubernetesObject object : scope.graph().objects()) {
      if (object instanceof Service service) {
        for (Service.ServicePort port : service.ports()) {
          if (port.nodePort() == 0) {
            continue;
          }
          String key =
              scope.graph().worldOf(object).name() + "\n" + port.nodePort() + "/" + port.protocol();
          Service owner = owners.putIfAbsent(key, service);
          if (owner == null) {
            taken.put(key, port);
          } else if (!owner.name().equals(service.name())) {
            scope
                .report(
                    service,
                    Place.of(port, "nodePort"),
                    Words.of(owner)
                        + " has already taken port "
                        + port.nodePort()
                        + " of the nodes")
                .related(taken.get(key).span("nodePort"), Words.of(owner));
          }
        }
      }
    }
  }
}
