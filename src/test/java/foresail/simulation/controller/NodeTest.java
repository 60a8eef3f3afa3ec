package foresail.simulation.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.simulation.api.Pod;
import foresail.simulation.controller.FakeKubelet.Plan;
import foresail.simulation.controller.node.NodeLifecycle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NodeTest {
  private static final String NODE = "{apiVersion: v1, kind: Node, metadata: {name: node-1}}\n";

  private static String pod(String name, String tolerations) {
    return """
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: %s}
    spec:
      terminationGracePeriodSeconds: 30
      tolerations: %s
      containers: [{name: a, image: x}]
    """
        .formatted(name, tolerations);
  }

  private static String unreachable(String seconds) {
    return "[{key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute"
        + (seconds.isEmpty() ? "" : ", tolerationSeconds: " + seconds)
        + "}]";
  }

  private static List<String> names(SmallCluster cluster) {
    return cluster.pods().stream().map(Pod::name).toList();
  }

  @Test
  void silentNodeLosesItsPodsAsTheyTolerate() {
    var cluster = new SmallCluster(Plan.readyAfter(1));
    var nodes = new NodeLifecycle(cluster.env);
    cluster
        .at(
            0,
            NODE
                + pod("none", "[]")
                + pod("some", unreachable("300"))
                + pod("ever", unreachable("")))
        .at(10, () -> nodes.silenced("node-1"));
    cluster.run(56);
    assertEquals(true, cluster.pods().get(0).ready());
    cluster.run(59);
    assertEquals(List.of("some", "ever"), names(cluster));
    assertEquals(false, cluster.pods().get(0).ready());
    cluster.run(356);
    assertEquals(List.of("some", "ever"), names(cluster));
    cluster.run(360);
    assertEquals(List.of("ever"), names(cluster));
  }

  @Test
  void nodeThatComesBackKeepsThem() {
    var cluster = new SmallCluster(Plan.readyAfter(1));
    var nodes = new NodeLifecycle(cluster.env);
    cluster
        .at(0, NODE + pod("some", unreachable("300")))
        .at(10, () -> nodes.silenced("node-1"))
        .at(200, () -> nodes.heard("node-1"));
    cluster.run(600);
    assertEquals(List.of("some"), names(cluster));
  }

  @Test
  void podOfANodeThatDoesNotExistIsRemoved() {
    var cluster = new SmallCluster(Plan.neverReady());
    cluster.at(0, pod("lost", "[]").replace("tolerations:", "nodeName: ghost\n  tolerations:"));
    cluster.run(39);
    assertEquals(List.of("lost"), names(cluster));
    cluster.run(61);
    assertEquals(List.of(), names(cluster));
  }
}
