package foresail.validation.network;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.portName;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.when;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.portNumber;
import static foresail.validation.check.Values.uniqueBy;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code spec.ports} of a Service. */
final class ServicePortChecks {
  private ServicePortChecks() {}

  static final Check PORTS =
      object(
          rule(ServicePortChecks::names, "service.ports.name.required"),
          each(
              field("name", ifNotZero(), dnsLabel("service.ports.name")),
              field("port", portNumber("service.ports.port")),
              field("protocol", ifNotZero(), oneOf("service.ports.protocol", "SCTP", "TCP", "UDP")),
              field(
                  "targetPort",
                  when(Field::isString, ifNotZero(), portName("service.ports.targetPort")),
                  when(target -> !target.isString(), portNumber("service.ports.targetPort"))),
              field("appProtocol", ifSet(), qualifiedName("service.ports.appProtocol"))),
          uniqueBy("service.ports.name.duplicate", "name"),
          rule(ServicePortChecks::unique, "service.ports.duplicate"));

  static final Check NODE_PORTS =
      object(
          rule(ServicePortChecks::notInside, "service.nodePort.clusterIP"),
          rule(ServicePortChecks::uniqueNodePorts, "service.nodePort.duplicate"));

  private static void names(Field ports, Refusals out) {
    if (ports.size() > 1) {
      for (Field port : ports.items()) {
        if (port.get("name").isZero()) {
          out.required("service.ports.name.required", port.get("name"));
        }
      }
    }
  }

  private static void notInside(Field spec, Refusals out) {
    if (spec.get("type").is("ClusterIP")) {
      for (Field port : spec.get("ports").items()) {
        if (!port.get("nodePort").isZero()) {
          out.forbidden(
              "service.nodePort.clusterIP",
              port.get("nodePort"),
              "may not be used when `type` is 'ClusterIP'");
        }
      }
    }
  }

  private static void uniqueNodePorts(Field spec, Refusals out) {
    List<Field> ports = spec.get("ports").items();
    List<Long> nodePorts = NodePortAllocation.of(spec).nodePorts();
    Map<String, Field> first = new HashMap<>();
    for (int i = 0; i < nodePorts.size(); i++) {
      Field nodePort = ports.get(i).get("nodePort");
      if (nodePorts.get(i) != 0) {
        String use = ports.get(i).get("protocol").text() + nodePorts.get(i);
        Field earlier = first.putIfAbsent(use, nodePort);
        if (earlier != null) {
          String number = Long.toString(nodePorts.get(i));
          out.duplicate(
              "service.nodePort.duplicate",
              nodePort,
              earlier,
              nodePorts.get(i) < 0 ? "the node port that the server chooses for both" : number);
        }
      }
    }
  }

  private static void unique(Field ports, Refusals out) {
    if (ports.size() < 2) {
      return;
    }
    Map<String, Field> first = new HashMap<>();
    for (Field port : ports.items()) {
      String protocol = port.get("protocol").text();
      long number = port.get("port").number();
      Field earlier = first.putIfAbsent(protocol + number, port);
      if (earlier != null) {
        String value =
            "{\"Name\":\"\",\"Protocol\":"
                + GoValues.quoted(protocol)
                + ",\"AppProtocol\":null,\"Port\":"
                + number
                + ",\"TargetPort\":0,\"NodePort\":0}";
        out.duplicate("service.ports.duplicate", port, earlier, value);
      }
    }
  }
}
