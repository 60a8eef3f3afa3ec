package foresail.model;

import foresail.source.Node;

/**
 * A port that a container declares.
 *
 * @param name empty where it has none
 * @param hostPort 0 where none is taken on the node
 * @param protocol TCP, UDP or SCTP
 */
public record ContainerPort(
    Node node, String name, int containerPort, int hostPort, String hostIp, String protocol)
    implements Located {
  static ContainerPort of(Fields port) {
    return new ContainerPort(
        port.node(),
        port.string("name"),
        port.intValue("containerPort"),
        port.intValue("hostPort"),
        port.string("hostIP"),
        port.string("protocol"));
  }
}
