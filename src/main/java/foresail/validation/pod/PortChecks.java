package foresail.validation.pod;

import static foresail.validation.check.Names.portName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.portNumber;
import static foresail.validation.check.Values.required;

import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ports} of a container. */
final class PortChecks {
  private PortChecks() {}

  static final Check PORTS =
      object(
          each(
              field("name", ifNotZero(), portName("pod.ports.name")),
              field(
                  "containerPort",
                  required("pod.ports.containerPort.required"),
                  portNumber("pod.ports.containerPort.range")),
              field("hostPort", ifNotZero(), portNumber("pod.ports.hostPort.range")),
              field("protocol", ifNotZero(), oneOf("pod.ports.protocol", "SCTP", "TCP", "UDP"))),
          rule(PortChecks::uniqueNames, "pod.ports.name.duplicate"));

  /** The ports of the node, over all of {@code spec.containers}. */
  static final Check HOST_PORTS =
      object(
          rule(PortChecks::uniqueHostPorts, "pod.ports.hostPort.duplicate"),
          rule(PortChecks::sameOnHostNetwork, "pod.ports.hostNetwork"));

  /** The ports of the node within one init container, which runs alone. */
  static final Check INIT_HOST_PORTS =
      rule(PortChecks::uniqueInitHostPorts, "pod.initContainers.hostPort-duplicate");

  private static void uniqueNames(Field ports, Refusals out) {
    if (ports.size() < 2) {
      return;
    }
    Map<String, Field> first = new HashMap<>();
    for (Field port : ports.items()) {
      Field name = port.get("name");
      if (KeyNames.portName(name.text()).isEmpty()) {
        Field earlier = first.putIfAbsent(name.text(), name);
        if (earlier != null) {
          out.duplicate("pod.ports.name.duplicate", name, earlier);
        }
      }
    }
  }

  private static void uniqueHostPorts(Field containers, Refusals out) {
    unique("pod.ports.hostPort.duplicate", containers.items(), containers, out);
  }

  private static void uniqueInitHostPorts(Field container, Refusals out) {
    unique("pod.initContainers.hostPort-duplicate", List.of(container), container.parent(), out);
  }

  private static void unique(String fact, List<Field> containers, Field list, Refusals out) {
    Map<String, Field> first = null;
    for (int i = 0; i < containers.size(); i++) {
      for (Field port : containers.get(i).get("ports").items()) {
        Field hostPort = port.get("hostPort");
        if (hostPort.number() == 0) {
          continue;
        }
        first = first == null ? new HashMap<>() : first;
        String use =
            port.get("protocol").text() + "/" + port.get("hostIP").text() + "/" + hostPort.number();
        Field earlier = first.putIfAbsent(use, hostPort);
        if (earlier != null) {
          // The server counts init containers one by one, so it prints each of them as the first.
          Field printed = list.place(i).get("ports").place(port.index()).get("hostPort");
          out.duplicate(fact, hostPort.printedAs(printed), earlier, GoValues.quoted(use));
        }
      }
    }
  }

  private static void sameOnHostNetwork(Field containers, Refusals out) {
    if (!containers.parent().get("hostNetwork").isTrue()) {
      return;
    }
    for (Field container : containers.items()) {
      for (Field port : container.get("ports").items()) {
        Field hostPort = port.get("hostPort");
        // In a pod the defaults have made an absent one equal, in a template it may be absent.
        if (hostPort.number() != 0 && hostPort.number() != port.get("containerPort").number()) {
          out.invalid(
              "pod.ports.hostNetwork",
              hostPort,
              "must match `containerPort` when `hostNetwork` is true");
        }
      }
    }
  }
}
