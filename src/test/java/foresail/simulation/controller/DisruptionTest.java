package foresail.simulation.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.simulation.api.Condition;
import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.Key;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.FakeKubelet.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PodDisruptionBudgets count, and what they then allow. */
final class DisruptionTest {
  private static final String TEMPLATE =
      "template: {metadata: {labels: {app: web}}, spec: {terminationGracePeriodSeconds: 30,"
          + " containers: [{name: a, image: x}]}}";

  private static String budget(String spec) {
    return "\n---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {"
        + spec
        + "}}\n";
  }

  private static String selecting(String share) {
    return budget(share + "selector: {matchLabels: {app: web}}");
  }

  private static String owner(String kind, int replicas) {
    String selector = "selector: {matchLabels: {app: web}}, ";
    return switch (kind) {
      case "Deployment" ->
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: %d,"
                  .formatted(replicas)
              + " strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable:"
              + " 0}}, progressDeadlineSeconds: 600, revisionHistoryLimit: 10, "
              + selector
              + TEMPLATE
              + "}}";
      case "ReplicaSet" ->
          "{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web}, spec: {replicas: %d, "
                  .formatted(replicas)
              + selector
              + TEMPLATE
              + "}}";
      case "ReplicationController" ->
          "{apiVersion: v1, kind: ReplicationController, metadata: {name: web}, spec: {replicas:"
              + " %d, selector: {app: web}, ".formatted(replicas)
              + TEMPLATE
              + "}}";
      case "StatefulSet" ->
          "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {replicas: %d,"
                  .formatted(replicas)
              + " podManagementPolicy: Parallel, updateStrategy: {type: RollingUpdate}, "
              + selector
              + TEMPLATE
              + "}}";
      case "DaemonSet" ->
          "{apiVersion: v1, kind: Node, metadata: {name: n1}}\n---\n"
              + "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: web}, spec: {"
              + "updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 1,"
              + " maxSurge: 0}}, "
              + selector
              + TEMPLATE
              + "}}";
      case "Job" ->
          "{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {completions: 1,"
              + " parallelism: 1, backoffLimit: 6, "
              + TEMPLATE.replace("spec: {", "spec: {restartPolicy: Never, ")
              + "}}";
      case "Pod" ->
          "{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec:"
              + " {containers: [{name: a, image: x}]}}";
      default -> "{apiVersion: v1, kind: Node, metadata: {name: n1}}";
    };
  }

  private static DisruptionBudget of(SmallCluster cluster) {
    return cluster.env.api().list(DisruptionBudget.KIND).get(0);
  }

  /** {@code 3 of 4, wants 2, allows 1: True SufficientPods}. */
  private static String told(SmallCluster cluster) {
    DisruptionBudget.Status status = of(cluster).status();
    Condition condition = status.conditions().get(0);
    return "%d of %d, wants %d, allows %d: %s %s"
        .formatted(
            status.currentHealthy(),
            status.expectedPods(),
            status.desiredHealthy(),
            status.disruptionsAllowed(),
            condition.status(),
            condition.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment            | 3 | maxUnavailable: 1    | 3 of 3, wants 2, allows 1: True SufficientPods
          Deployment            | 2 | maxUnavailable: 1%   | 2 of 2, wants 1, allows 1: True SufficientPods
          Deployment            | 2 | maxUnavailable: 0    | 2 of 2, wants 2, allows 0: False InsufficientPods
          Deployment            | 2 | maxUnavailable: 5    | 2 of 2, wants 0, allows 2: True SufficientPods
          Deployment            | 5 | minAvailable: 90%    | 5 of 5, wants 5, allows 0: False InsufficientPods
          Deployment            | 5 | minAvailable: 50%    | 5 of 5, wants 3, allows 2: True SufficientPods
          Deployment            | 3 | minAvailable: 1      | 3 of 3, wants 1, allows 2: True SufficientPods
          Deployment            | 1 | minAvailable: 2      | 1 of 1, wants 2, allows 0: False InsufficientPods
          Deployment            | 3 | ''                   | 3 of 0, wants 0, allows 0: False InsufficientPods
          ReplicaSet            | 4 | maxUnavailable: 50%  | 4 of 4, wants 2, allows 2: True SufficientPods
          ReplicationController | 4 | maxUnavailable: 1    | 4 of 4, wants 3, allows 1: True SufficientPods
          StatefulSet           | 3 | maxUnavailable: 1    | 3 of 3, wants 2, allows 1: True SufficientPods
          DaemonSet             | 1 | maxUnavailable: 1    | 0 of 0, wants 0, allows 0: False SyncFailed
          DaemonSet             | 1 | minAvailable: 50%    | 0 of 0, wants 0, allows 0: False SyncFailed
          DaemonSet             | 1 | minAvailable: 0      | 1 of 1, wants 0, allows 1: True SufficientPods
          Job                   | 1 | maxUnavailable: 1    | 0 of 0, wants 0, allows 0: False SyncFailed
          Job                   | 1 | minAvailable: 0      | 1 of 1, wants 0, allows 1: True SufficientPods
          Pod                   | 1 | maxUnavailable: 1    | 1 of 0, wants 0, allows 0: False InsufficientPods
          Pod                   | 1 | minAvailable: 0      | 1 of 1, wants 0, allows 1: True SufficientPods
          none                  | 0 | maxUnavailable: 1    | 0 of 0, wants 0, allows 0: False InsufficientPods
          """)
  void countsAndAllows(String kind, int replicas, String share, String expected) {
    var cluster = new SmallCluster(Plan.readyAfter(1));
    cluster.at(0, owner(kind, replicas) + selecting(share.isEmpty() ? "" : share + ", "));
    cluster.run(10);
    assertEquals(expected, told(cluster));
  }

  @Test
  void ownersThatDoNotScaleAreNamed() {
    for (String kind : List.of("DaemonSet", "Job")) {
      var cluster = new SmallCluster(Plan.readyAfter(1));
      cluster.at(0, owner(kind, 1)).at(2, selecting("maxUnavailable: 1, "));
      cluster.run(10);
      String message =
          (kind.equals("Job") ? "jobs.batch" : "daemonsets.apps")
              + " does not implement the scale subresource";
      assertEquals(message, of(cluster).status().conditions().get(0).message());
      assertEquals(
          List.of(
              "CalculateExpectedPodCountFailed: Failed to calculate the number of expected pods: "
                  + message),
          cluster.events("PodDisruptionBudget"));
    }
  }

  @Test
  void saysWhenThereIsNothingToCount() {
    var cluster = new SmallCluster(Plan.readyAfter(1));
    cluster.at(0, selecting("maxUnavailable: 1, ")).at(2, owner("Pod", 1));
    cluster.run(10);
    assertEquals(
        List.of(
            "NoPods: No matching pods found",
            "UnmanagedPods: Pods selected by this PodDisruptionBudget (selector:"
                + " &LabelSelector{MatchLabels:map[string]string{app: web,},MatchExpressions:"
                + "[]LabelSelectorRequirement{},}) were found to be unmanaged. As a result, the"
                + " status of the PDB cannot be calculated correctly, which may result in"
                + " undefined behavior. To account for these pods please set"
                + " \".spec.minAvailable\" field of the PDB to an integer value."),
        cluster.events("PodDisruptionBudget"));
  }

  @Test
  void emptySelectorMeansAllPodsAndAbsentOneNone() {
    var all = new SmallCluster(Plan.readyAfter(1));
    all.at(0, owner("Deployment", 2) + budget("minAvailable: 1, selector: {}"));
    all.run(10);
    assertEquals("2 of 2, wants 1, allows 1: True SufficientPods", told(all));
    var none = new SmallCluster(Plan.readyAfter(1));
    none.at(0, owner("Deployment", 2) + budget("minAvailable: 1"));
    none.run(10);
    assertEquals("0 of 0, wants 1, allows 0: False InsufficientPods", told(none));
  }

  @Test
  void followsPodsScalesAndItsOwnSpec() {
    var cluster = new SmallCluster(Plan.readyAfter(3).stoppingIn(2));
    cluster
        .at(0, owner("StatefulSet", 3) + selecting("maxUnavailable: 1, "))
        .at(10, () -> cluster.deletePod("web-1"))
        .at(30, owner("StatefulSet", 5))
        .at(40, owner("StatefulSet", 5) + selecting("minAvailable: 1, "));
    cluster.run(2);
    assertEquals("0 of 3, wants 2, allows 0: False InsufficientPods", told(cluster));
    cluster.run(5);
    assertEquals("3 of 3, wants 2, allows 1: True SufficientPods", told(cluster));
    cluster.run(11);
    assertEquals("2 of 3, wants 2, allows 0: False InsufficientPods", told(cluster));
    cluster.run(20);
    assertEquals("3 of 3, wants 2, allows 1: True SufficientPods", told(cluster));
    cluster.run(31);
    assertEquals("3 of 5, wants 4, allows 0: False InsufficientPods", told(cluster));
    cluster.run(39);
    assertEquals("5 of 5, wants 4, allows 1: True SufficientPods", told(cluster));
    cluster.run(45);
    assertEquals("5 of 5, wants 1, allows 4: True SufficientPods", told(cluster));
  }

  @Test
  void lostOwnerIsAFailure() {
    var cluster = new SmallCluster(Plan.readyAfter(1).stoppingIn(20));
    cluster
        .at(0, owner("StatefulSet", 1) + selecting("maxUnavailable: 1, "))
        .at(5, () -> cluster.env.api().delete(StatefulSet.KIND, new Key("default", "web")));
    cluster.run(15);
    assertEquals("1 of 1, wants 0, allows 0: False SyncFailed", told(cluster));
    assertEquals(
        "found no controllers for pod \"web-0\"",
        of(cluster).status().conditions().get(0).message());
  }
}
