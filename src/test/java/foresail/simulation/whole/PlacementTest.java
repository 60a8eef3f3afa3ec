package foresail.simulation.whole;

import static foresail.simulation.whole.Story.container;
import static foresail.simulation.whole.Story.workload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets the room there is, and where. */
final class PlacementTest {
  private static final String CLASSES =
      """
      {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: low}, value: 10}
      ---
      {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value: 1000}
      ---
      {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: patient}, value: 1000,
       preemptionPolicy: Never}
      """;
  private static final String THREE =
      """
      nodes:
      - {name: n1, cpu: 4, memory: 8Gi, pods: 20, labels: {kubernetes.io/hostname: n1}}
      - {name: n2, cpu: 4, memory: 8Gi, pods: 20, labels: {kubernetes.io/hostname: n2, disk: ssd}}
      - {name: n3, cpu: 4, memory: 8Gi, pods: 20, labels: {kubernetes.io/hostname: n3}}
      """;

  @TempDir Path folder;

  private static String pod(String name, String cpu, String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: %s, labels: {app: %s}}, spec: {%s, containers: [%s]}}"
        .formatted(name, name, spec, container(", resources: {requests: {cpu: " + cpu + "}}"));
  }

  @Test
  void roomGoesToTheHigherPriorityHoweverLateItCame() {
    var story =
        new Story(folder)
            .apply(
                0,
                CLASSES,
                pod("first", "1500m", "priorityClassName: high, terminationGracePeriodSeconds: 3"))
            .apply(3, pod("early", "1500m", "priorityClassName: low"))
            .apply(5, pod("late", "1500m", "priorityClassName: patient"))
            .delete(9, "pod/first")
            .until(30);
    assertEquals("0/1 Pending", story.rows("early"));
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("late"));
  }

  @Test
  void roomThatOneWasPromisedIsNotForALesserOne() {
    var story =
        new Story(folder)
            .apply(
                0,
                CLASSES,
                pod("victim", "1", "priorityClassName: low, terminationGracePeriodSeconds: 20")
                    .replace("exit 0", ":"))
            .apply(5, pod("high", "1500m", "priorityClassName: high"))
            .apply(7, pod("small", "900m", "priorityClassName: low"))
            .until(60);
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("high"));
    assertEquals(
        "0/1 Pending", story.rows("small"), "though it would fit until the victim is gone");
  }

  @Test
  void victimsAreTheLeastImportantThatAreEnough() {
    var story =
        new Story(folder)
            .apply(
                0,
                CLASSES,
                pod("keep", "600m", "priorityClassName: patient"),
                pod("one", "600m", "priorityClassName: low, terminationGracePeriodSeconds: 2"),
                pod("two", "600m", "priorityClassName: low, terminationGracePeriodSeconds: 2"))
            .apply(5, pod("high", "700m", "priorityClassName: high"))
            .until(30);
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("keep"));
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("one"));
    assertEquals(1, story.events("two", "Preempted").size(), "the one that came last");
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("high"));
  }

  @ParameterizedTest
  @CsvSource({"one, two", "two, one"})
  void budgetProtectsItsPodsWhereOthersWouldDo(String covered, String victim) {
    var story =
        new Story(folder)
            .on(
                """
                nodes:
                - {name: n1, cpu: 1, memory: 8Gi, pods: 20, labels: {kubernetes.io/hostname: n1}}
                - {name: n2, cpu: 1, memory: 8Gi, pods: 20, labels: {kubernetes.io/hostname: n2}}
                """)
            .apply(
                0,
                CLASSES,
                budget(covered, "1"),
                pod("one", "600m", "priorityClassName: low, terminationGracePeriodSeconds: 2"),
                pod("two", "600m", "priorityClassName: low, terminationGracePeriodSeconds: 2"))
            .apply(5, pod("high", "700m", "priorityClassName: high"))
            .until(30);
    assertEquals(1, story.events(victim, "Preempted").size());
    assertEquals(0, story.events(covered, "Preempted").size());
    assertEquals(story.node(victim), story.node("high"));
  }

  @ParameterizedTest
  @CsvSource({"one, two", "two, one"})
  void budgetProtectsItsPodsOnOneNode(String covered, String victim) {
    var story =
        new Story(folder)
            .apply(
                0,
                CLASSES,
                budget(covered, "1"),
                pod("one", "900m", "priorityClassName: low, terminationGracePeriodSeconds: 2"),
                pod("two", "900m", "priorityClassName: low, terminationGracePeriodSeconds: 2"))
            .apply(5, pod("high", "800m", "priorityClassName: high"))
            .until(30);
    assertEquals(1, story.events(victim, "Preempted").size());
    assertEquals(0, story.events(covered, "Preempted").size());
  }

  @Test
  void budgetIsNoHindranceWhereNothingElseMakesRoom() {
    var story =
        new Story(folder)
            .apply(
                0,
                CLASSES,
                budget("one", "1"),
                pod("one", "1500m", "priorityClassName: low, terminationGracePeriodSeconds: 2"))
            .apply(5, pod("high", "1500m", "priorityClassName: high"))
            .until(30);
    assertEquals(1, story.events("one", "Preempted").size());
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("high"));
  }

  private static String budget(String app, String minAvailable) {
    return "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: %s}, spec: {minAvailable: %s, selector: {matchLabels: {app: %s}}}}"
        .formatted(app, minAvailable, app);
  }

  @Test
  void podsOfOneSetSpreadOverTheNodes() {
    var story =
        new Story(folder)
            .on(THREE)
            .apply(0, workload("Deployment", "web", "replicas: 6", "nodeName: ''", container("")))
            .until(10);
    assertEquals(List.of(2L, 2L, 2L), perNode(story));
  }

  @Test
  void podsThatWouldRatherBeAloneAreWhileThereIsRoom() {
    String apart =
        "affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight:"
            + " 100, podAffinityTerm: {labelSelector: {matchLabels: {app: web}}, topologyKey:"
            + " kubernetes.io/hostname}}]}}";
    var story =
        new Story(folder)
            .on(THREE)
            .apply(0, workload("Deployment", "web", "replicas: 4", apart, container("")))
            .until(10);
    assertEquals(List.of(1L, 1L, 2L), perNode(story), "the fourth one runs all the same");
  }

  @Test
  void podsThatWouldRatherBeTogetherAre() {
    String near =
        "affinity: {podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 100,"
            + " podAffinityTerm: {labelSelector: {matchLabels: {app: db}}, topologyKey:"
            + " kubernetes.io/hostname}}]}}";
    var story =
        new Story(folder)
            .on(THREE)
            .apply(0, pod("db", "2", "nodeSelector: {kubernetes.io/hostname: n3}"))
            .apply(3, pod("web", "100m", near))
            .until(10);
    assertEquals("n3", story.node("web"));
  }

  @Test
  void likedNodeIsTakenAndDislikedTaintAvoided() {
    String ssd =
        "affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1,"
            + " preference: {matchExpressions: [{key: disk, operator: In, values: [ssd]}]}}]}}";
    assertEquals(
        "n2", new Story(folder).on(THREE).apply(0, pod("p", "100m", ssd)).until(5).node("p"));
    String disliked = THREE.replace("n1}}", "n1}, taints: [{key: x, effect: PreferNoSchedule}]}");
    assertEquals(
        "n2",
        new Story(folder)
            .on(disliked)
            .apply(0, pod("p", "100m", "nodeName: ''"))
            .until(5)
            .node("p"));
  }

  @Test
  void runtimeClassSaysWhereAndWhatItCosts() {
    String sandboxed =
        "{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: vm}, handler: vm,"
            + " overhead: {podFixed: {cpu: 1500m}}, scheduling: {nodeSelector: {disk: ssd}}}";
    var story =
        new Story(folder)
            .on(THREE)
            .apply(0, sandboxed, pod("p", "2", "runtimeClassName: vm"))
            .apply(3, pod("q", "1", "runtimeClassName: vm"))
            .until(10);
    assertEquals("n2", story.node("p"));
    assertEquals(
        List.of(
            "0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't match Pod's node"
                + " affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are"
                + " available: 1 No preemption victims found for incoming pod, 2 Preemption is not"
                + " helpful for scheduling."),
        story.events("q", "FailedScheduling"));
  }

  @Test
  void accountLendsItsPullSecrets() {
    var story =
        new Story(folder)
            .apply(
                0,
                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app}, imagePullSecrets:"
                    + " [{name: registry}]}",
                pod("p", "100m", "serviceAccountName: app"))
            .until(10);
    assertEquals(1, story.events("p", "FailedToRetrieveImagePullSecret").size());
  }

  private static List<Long> perNode(Story story) {
    return List.of("n1", "n2", "n3").stream()
        .map(node -> story.pods().stream().filter(pod -> story.node(pod).equals(node)).count())
        .sorted()
        .toList();
  }
}
