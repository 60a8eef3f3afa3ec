package foresail.validation.network;

import static foresail.validation.check.Shapes.rule;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ports of the nodes that the server hands out before it validates a Service
 * (pkg/registry/core/service/storage/alloc.go, v1.36): ports of one number share one, which is
 * right for TCP beside UDP only.
 *
 * @param nodePorts one for each port: as written, 0 where there is none, and a number of its own
 *     below zero where the server chooses
 * @param refusedAt the port at which the server gives up, or -1
 * @param refused what it could not hand out there
 */
record NodePortAllocation(List<Long> nodePorts, int refusedAt, long refused) {
  /** What the server hands out unless it is told otherwise by --service-node-port-range. */
  private static final int LOWEST = 30_000;

  private static final int HIGHEST = 32_767;

  /** Of the spec: nothing else is looked at where a port cannot be handed out. */
  static final Check CHECK =
      rule(
          NodePortAllocation::handedOut,
          "service.alloc.nodePort.range",
          "service.alloc.nodePort.taken");

  NodePortAllocation {
    nodePorts = List.copyOf(nodePorts);
  }

  static NodePortAllocation of(Field spec) {
    List<Field> ports = spec.get("ports").items();
    Long[] nodePorts = new Long[ports.size()];
    boolean always = spec.get("type").is("NodePort");
    boolean takes = always || spec.get("type").is("LoadBalancer");
    boolean chooses =
        always || !spec.get("allocateLoadBalancerNodePorts").scalarText().equals("false");
    Map<Long, Long> byPort = new HashMap<>();
    Set<Long> taken = new HashSet<>();
    int refusedAt = -1;
    long refused = 0;
    for (int i = 0; i < nodePorts.length; i++) {
      long written = ports.get(i).get("nodePort").number();
      nodePorts[i] = written;
      if (!takes || (written == 0 && !chooses)) {
        continue;
      }
      long port = ports.get(i).get("port").number();
      Long shared = byPort.get(port);
      if (shared != null && (written == 0 || written == shared)) {
        nodePorts[i] = shared;
        continue;
      }
      long wanted = shared == null ? firstWritten(ports, port) : written;
      nodePorts[i] = wanted == 0 ? -1L - i : wanted;
      byPort.putIfAbsent(port, nodePorts[i]);
      if (wanted != 0 && refusedAt < 0 && (!inRange(wanted) || !taken.add(wanted))) {
        refusedAt = i;
        refused = wanted;
      }
    }
    return new NodePortAllocation(List.of(nodePorts), refusedAt, refused);
  }

  /** What a port of that number asks for, also behind the one that is looked at. */
  private static long firstWritten(List<Field> ports, long number) {
    for (Field port : ports) {
      if (port.get("port").number() == number && !port.get("nodePort").isZero()) {
        return port.get("nodePort").number();
      }
    }
    return 0;
  }

  private static boolean inRange(long nodePort) {
    return nodePort >= LOWEST && nodePort <= HIGHEST;
  }

  private static void handedOut(Field spec, Refusals out) {
    NodePortAllocation allocation = of(spec);
    if (allocation.refusedAt < 0) {
      return;
    }
    Field port = spec.get("ports").items().get(allocation.refusedAt).get("nodePort");
    String number = Long.toString(allocation.refused);
    if (inRange(allocation.refused)) {
      out.invalid(
          "service.alloc.nodePort.taken", port, number, "provided port is already allocated");
    } else {
      out.invalid(
          "service.alloc.nodePort.range",
          port,
          number,
          "provided port is not in the valid range. The range of valid ports is 30000-32767");
    }
  }
}
