package foresail.simulation.whole;

import static foresail.simulation.whole.Story.container;
import static foresail.simulation.whole.Story.pod;
import static foresail.simulation.whole.Story.workload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The message of FailedScheduling, as the real scheduler composes it. */
final class UnschedulableTest {
  private static final String THREE =
      """
      nodes:
      - {name: n1, cpu: 1, memory: 1Gi, pods: 2, labels: {kubernetes.io/hostname: n1, zone: a}}
      - {name: n2, cpu: 2, memory: 1Gi, pods: 2, labels: {kubernetes.io/hostname: n2, zone: a},
         taints: [{key: own, effect: NoSchedule}]}
      - {name: n3, cpu: 4, memory: 2Gi, pods: 2, labels: {kubernetes.io/hostname: n3},
         unschedulable: true}
      """;
  private static final String ROOMY =
      """
      nodes:
      - {name: n1, cpu: 2, memory: 4Gi, pods: 9, labels: {kubernetes.io/hostname: n1, zone: a}}
      - {name: n2, cpu: 2, memory: 4Gi, pods: 9, labels: {kubernetes.io/hostname: n2, zone: b}}
      - {name: n3, cpu: 2, memory: 4Gi, pods: 9, labels: {kubernetes.io/hostname: n3}}
      """;
  private static final String NEVER_HELPS = "3 Preemption is not helpful for scheduling";
  private static final String NO_VICTIMS = "3 No preemption victims found for incoming pod";

  @TempDir Path folder;

  private record Case(String name, String nodes, String others, String spec, String why) {}

  private static String asking(String requests) {
    return "containers: [{name: a, image: 'busybox:1.36', resources: {requests: {"
        + requests
        + "}}}]";
  }

  /** A pod of which only one node is told; the others say how it is with them. */
  private static String bound(String name, String node, String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: %s, labels: {app: web}}, spec: {nodeName: %s, %s}}"
        .formatted(name, node, spec);
  }

  private static final String ONE_EACH =
      Stream.of("n1", "n2", "n3")
          .map(node -> bound("on-" + node, node, asking("cpu: 1500m")))
          .reduce((a, b) -> a + "\n---\n" + b)
          .orElseThrow();

  private static String why(String reasons, String preemption) {
    return "0/3 nodes are available: %s. no new claims to deallocate, preemption: 0/3 nodes are available: %s."
        .formatted(reasons, preemption);
  }

  private static List<Case> cases() {
    String pods = "{labelSelector: {matchLabels: {app: web}}, topologyKey: kubernetes.io/hostname}";
    return List.of(
        new Case(
            "each node has its own reason, cordon before taint before room",
            THREE,
            "",
            asking("cpu: 3"),
            why(
                "1 Insufficient cpu, 1 node(s) had untolerated taint(s), 1 node(s) were"
                    + " unschedulable",
                NEVER_HELPS)),
        new Case(
            "one node with several reasons",
            THREE,
            "",
            asking("cpu: 3, memory: 8Gi") + ", tolerations: [{key: own}]",
            why(
                "1 node(s) were unschedulable, 2 Insufficient cpu, 2 Insufficient memory",
                NEVER_HELPS)),
        new Case(
            "room that others have",
            ROOMY,
            ONE_EACH,
            asking("cpu: 1"),
            why("3 Insufficient cpu", NO_VICTIMS)),
        new Case(
            "labels",
            THREE,
            "",
            asking("cpu: 0") + ", nodeSelector: {disk: ssd}, tolerations: [{operator: Exists}]",
            why("3 node(s) didn't match Pod's node affinity/selector", NEVER_HELPS)),
        new Case(
            "a node that is named and not there",
            ROOMY,
            "",
            asking("cpu: 0")
                + ", affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                + " {nodeSelectorTerms: [{matchFields: [{key: metadata.name, operator: In, values:"
                + " [n9]}]}]}}}",
            why("3 node(s) didn't satisfy plugin(s) [NodeAffinity]", NEVER_HELPS)),
        new Case(
            "pods that are not there",
            ROOMY,
            "",
            asking("cpu: 0")
                + ", affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: ["
                + pods.replace("web", "db")
                + "]}}",
            why("3 node(s) didn't match pod affinity rules", NEVER_HELPS)),
        new Case(
            "pods that are everywhere",
            ROOMY,
            ONE_EACH,
            asking("cpu: 0")
                + ", affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: ["
                + pods
                + "]}}",
            why("3 node(s) didn't match pod anti-affinity rules", NO_VICTIMS)),
        new Case(
            "no zone, and a zone with too many",
            ROOMY,
            bound("one", "n1", asking("cpu: 0"))
                + "\n---\n"
                + bound("two", "n1", asking("cpu: 0"))
                + "\n---\n"
                + bound("full", "n2", asking("cpu: 2")),
            asking("cpu: 1")
                + ", topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable:"
                + " DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]",
            why(
                "1 Insufficient cpu, 1 node(s) didn't match pod topology spread constraints, 1"
                    + " node(s) didn't match pod topology spread constraints (missing required"
                    + " label)",
                "1 Preemption is not helpful for scheduling, 2 No preemption victims found for"
                    + " incoming pod")),
        new Case(
            "never preempting",
            ROOMY,
            ONE_EACH,
            asking("cpu: 1") + ", preemptionPolicy: Never",
            "0/3 nodes are available: 3 Insufficient cpu. no new claims to deallocate, preemption:"
                + " not eligible due to preemptionPolicy=Never."));
  }

  @TestFactory
  Stream<DynamicTest> says() {
    return cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(), () -> assertEquals(each.why(), message(each))));
  }

  private String message(Case each) {
    var story = new Story(folder).on(each.nodes());
    if (!each.others().isEmpty()) {
      story.apply(0, each.others());
    }
    story.apply(
        5,
        "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {app: web}}, spec: {%s}}"
            .formatted(each.spec()));
    return String.join("\n", story.until(20).events("p", "FailedScheduling"));
  }

  @Test
  void manyNodesAreCountedAndSortedAsText() {
    var nodes =
        new StringBuilder(
            "nodes:\n- {name: n0, cpu: 4, taints: [{key: own, effect: NoSchedule}]}\n");
    for (int i = 1; i <= 10; i++) {
      nodes.append("- {name: n").append(i).append(", cpu: 1}\n");
    }
    var story =
        new Story(folder)
            .on(nodes.toString())
            .apply(
                0,
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {%s}}"
                    .formatted(asking("cpu: 2")))
            .until(20);
    assertEquals(
        List.of(
            "0/11 nodes are available: 1 node(s) had untolerated taint(s), 10 Insufficient cpu. no"
                + " new claims to deallocate, preemption: 0/11 nodes are available: 11 Preemption"
                + " is not helpful for scheduling."),
        story.events("p", "FailedScheduling"));
  }

  @Test
  void podOfADaemonSetLooksAtItsNodeAlone() {
    var story =
        new Story(folder)
            .on(ROOMY)
            .apply(0, bound("full", "n2", asking("cpu: 2")))
            .apply(
                2,
                workload(
                    "DaemonSet",
                    "agent",
                    "updateStrategy: {type: OnDelete}",
                    "nodeName: ''",
                    container(", resources: {requests: {cpu: 500m}}")))
            .until(20);
    assertEquals(4, story.pods().size());
    List<String> waiting =
        story.pods().stream().filter(name -> story.node(name).isEmpty()).toList();
    assertEquals(1, waiting.size());
    assertEquals(
        List.of(
            "0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't satisfy plugin(s)"
                + " [NodeAffinity]. no new claims to deallocate, preemption: 0/3 nodes are"
                + " available: 1 No preemption victims found for incoming pod, 2 Preemption is not"
                + " helpful for scheduling."),
        story.events(waiting.get(0), "FailedScheduling"));
  }

  @Test
  void claimForOnePodIsNotForTwo() {
    var story =
        new Story(folder)
            .apply(
                0,
                """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv}
                spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOncePod],
                  storageClassName: manual, hostPath: {path: /data}}
                ---
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: c}
                spec: {accessModes: [ReadWriteOncePod], storageClassName: manual,
                  resources: {requests: {storage: 500Mi}}}
                """,
                pod(
                    "p",
                    "terminationGracePeriodSeconds: 3, volumes: [{name: v, persistentVolumeClaim:"
                        + " {claimName: c}}]"))
            .apply(4, pod("q", "volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]"))
            .delete(10, "pod/p")
            .until(20);
    assertEquals(
        List.of(
            "0/1 nodes are available: 1 node(s) unavailable due to PersistentVolumeClaim with"
                + " ReadWriteOncePod access mode already in-use by another pod. no new claims to"
                + " deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found"
                + " for incoming pod."),
        story.events("q", "FailedScheduling"));
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("q"));
  }
}
