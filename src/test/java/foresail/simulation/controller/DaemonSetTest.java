package foresail.simulation.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.simulation.api.Pod;
import foresail.simulation.controller.FakeKubelet.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DaemonSetTest {
  private static final String NODES =
      """
      {apiVersion: v1, kind: Node, metadata: {name: n1, labels: {disk: ssd}}}
      ---
      {apiVersion: v1, kind: Node, metadata: {name: n2, labels: {disk: ssd}}}
      ---
      apiVersion: v1
      kind: Node
      metadata: {name: n3}
      spec: {taints: [{key: own, effect: NoSchedule}]}
      """;

  private static String agent(String version, String rolling, String selector) {
    return """
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: agent}
    spec:
      updateStrategy: {type: RollingUpdate, rollingUpdate: %s}
      selector: {matchLabels: {app: agent}}
      template:
        metadata: {labels: {app: agent}}
        spec:
          terminationGracePeriodSeconds: 30
          nodeSelector: %s
          containers: [{name: a, image: "agent:%s"}]
    """
        .formatted(rolling, selector, version);
  }

  private static final String ONE_AT_A_TIME = "{maxUnavailable: 1, maxSurge: 0}";

  private static List<String> nodes(SmallCluster cluster) {
    return cluster.pods().stream().map(Pod::nodeName).sorted().toList();
  }

  @Test
  void runsWhereSelectorAndTaintsLetIt() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1)).at(0, NODES).at(1, agent("1", ONE_AT_A_TIME, "{}"));
    cluster.run(30);
    assertEquals(List.of("n1", "n2"), nodes(cluster));
    var none =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, NODES)
            .at(1, agent("1", ONE_AT_A_TIME, "{disk: tape}"));
    none.run(30);
    assertEquals(List.of(), none.pods());
  }

  @Test
  void updatesOneNodeAtATime() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1).stoppingIn(2))
            .at(0, NODES)
            .at(1, agent("1", ONE_AT_A_TIME, "{}"))
            .at(10, agent("2", ONE_AT_A_TIME, "{}"));
    cluster.run(60);
    List<String> story =
        cluster.story.stream()
            .filter(line -> line.endsWith("stopping") || line.endsWith("created"))
            .skip(2)
            .map(line -> line.replaceAll(" .* ", " "))
            .toList();
    assertEquals(List.of("10.0 stopping", "12.0 created", "13.0 stopping", "15.1 created"), story);
    assertTrue(
        cluster.pods().stream()
            .allMatch(pod -> pod.spec().containers().get(0).image().equals("agent:2")));
  }

  @Test
  void nextPodComesAsSoonAsTheOldOneHasEnded() {
    // Recorded: the new pod's first row is written with the old one's Completed, before it is gone.
    var cluster =
        new SmallCluster(Plan.readyAfter(1).stoppingIn(2).removedIn(3))
            .at(0, NODES)
            .at(1, agent("1", ONE_AT_A_TIME, "{disk: ssd}"))
            .at(10, agent("2", ONE_AT_A_TIME, "{disk: ssd}"));
    cluster.run(30);
    List<String> story = cluster.story.subList(4, cluster.story.size());
    assertEquals("10.0", story.get(0).substring(0, 4));
    assertEquals(
        "12.0 Succeeded, 12.0 created, 13.0 ready",
        String.join(
            ", ",
            story.subList(1, 4).stream()
                .map(line -> line.replaceAll(" agent-.....", ""))
                .toList()));
  }

  @Test
  void surgeStartsTheNewPodBesideTheOldOne() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1).stoppingIn(2))
            .at(0, NODES)
            .at(1, agent("1", "{maxUnavailable: 0, maxSurge: 1}", "{}"))
            .at(10, agent("2", "{maxUnavailable: 0, maxSurge: 1}", "{}"));
    cluster.run(60);
    List<String> story =
        cluster.story.stream()
            .filter(line -> line.endsWith("stopping") || line.endsWith("created"))
            .skip(2)
            .map(line -> line.replaceAll(" .* ", " "))
            .toList();
    assertEquals("10.0 created", story.get(0));
    assertEquals("11.0 stopping", story.get(1));
    assertEquals(4, story.size(), story.toString());
    assertEquals(List.of("n1", "n2"), nodes(cluster));
  }

  @Test
  void failedPodIsKilledAndReplacedLaterEachTime() {
    var cluster =
        new SmallCluster(Plan.endsAfter(0.5, 1))
            .at(0, NODES)
            .at(1, agent("1", ONE_AT_A_TIME, "{}"));
    cluster.run(60);
    assertTrue(cluster.events("DaemonSet").stream().anyMatch(e -> e.startsWith("FailedDaemonPod")));
    long created = cluster.story.stream().filter(line -> line.endsWith("created")).count();
    assertTrue(created >= 8 && created <= 16, "created " + created);
  }
}
