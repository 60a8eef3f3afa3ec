package foresail.simulation.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Condition;
import foresail.simulation.api.Deployment;
import foresail.simulation.api.Pod;
import foresail.simulation.api.ReplicaSet;
import foresail.simulation.controller.FakeKubelet.Plan;
import foresail.simulation.kernel.Ending;
import foresail.simulation.store.Admission;
import foresail.simulation.store.Created;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DeploymentTest {
  /** A Deployment with all that the server would add. */
  static String web(int replicas, String version, String strategy, String more) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: %d
      revisionHistoryLimit: 2
      strategy: %s
    %s
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          terminationGracePeriodSeconds: 30
          restartPolicy: Always
          containers: [{name: a, image: "web:%s"}]
    """
        .formatted(
            replicas,
            strategy,
            more.isEmpty() ? "  progressDeadlineSeconds: 600" : "  " + more,
            version);
  }

  private static String rolling(String surge, String unavailable) {
    return "{type: RollingUpdate, rollingUpdate: {maxSurge: %s, maxUnavailable: %s}}"
        .formatted(surge, unavailable);
  }

  private static final String DEFAULT = rolling("25%", "25%");

  private static List<String> conditions(Deployment deployment) {
    return deployment.status().conditions().stream()
        .map(c -> c.type() + "=" + c.status() + " " + c.reason())
        .toList();
  }

  @Test
  void firstRolloutMakesAllPodsAtOnce() {
    var cluster = new SmallCluster(Plan.readyAfter(1)).at(0, web(3, "1", DEFAULT, ""));
    cluster.run(60);
    assertEquals(3, cluster.pods().size());
    assertTrue(cluster.pods().get(0).name().matches("web-[4-9bcdf]{1,10}-[b-z2-9]{5}"));
    String set = cluster.replicaSets().get(0).name();
    assertEquals(
        List.of("ScalingReplicaSet: Scaled up replica set " + set + " from 0 to 3"),
        cluster.events("Deployment"));
    assertEquals(
        List.of(
            "Progressing=True NewReplicaSetAvailable", "Available=True MinimumReplicasAvailable"),
        conditions(cluster.deployment()));
  }

  @Test
  void rollingUpdateOfThreeReplacesOneByOne() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, web(3, "1", DEFAULT, ""))
            .at(10, web(3, "2", DEFAULT, ""));
    cluster.run(60);
    List<String> events = cluster.events("Deployment");
    assertEquals(
        List.of(
            "up from 0 to 3",
            "up from 0 to 1",
            "down from 3 to 2",
            "up from 1 to 2",
            "down from 2 to 1",
            "up from 2 to 3",
            "down from 1 to 0"),
        events.stream()
            .map(e -> e.replaceAll("ScalingReplicaSet: Scaled (up|down) .* (from .*)", "$1 $2"))
            .toList());
    assertEquals(3, cluster.pods().size());
    assertEquals("2", revision(cluster.deployment()));
  }

  @Test
  void brokenUpdateKeepsTheOldPodsAndMeetsItsDeadline() {
    var cluster =
        new SmallCluster(
                pod ->
                    pod.spec().containers().get(0).image().equals("web:2")
                        ? Plan.neverReady()
                        : Plan.readyAfter(1))
            .at(0, web(3, "1", DEFAULT, ""))
            .at(10, web(3, "2", DEFAULT, ""));
    cluster.run(605);
    assertEquals(
        List.of("Available=True MinimumReplicasAvailable", "Progressing=True ReplicaSetUpdated"),
        conditions(cluster.deployment()).stream().sorted().toList());
    cluster.run(620);
    assertEquals(4, cluster.pods().size());
    assertEquals(
        List.of(
            "Available=True MinimumReplicasAvailable",
            "Progressing=False ProgressDeadlineExceeded"),
        conditions(cluster.deployment()).stream().sorted().toList());
  }

  @Test
  void goingBackToAnOldTemplateTakesItsReplicaSetAgain() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, web(2, "1", DEFAULT, ""))
            .at(10, web(2, "2", DEFAULT, ""))
            .at(20, web(2, "1", DEFAULT, ""));
    cluster.run(60);
    assertEquals(2, cluster.replicaSets().size());
    assertEquals(2, cluster.replicaSets().get(0).replicas());
    assertEquals("3", revision(cluster.deployment()));
  }

  @Test
  void historyKeepsTwo() {
    var cluster = new SmallCluster(Plan.readyAfter(1));
    for (int i = 0; i < 6; i++) {
      cluster.at(i * 10, web(2, "1." + i, DEFAULT, ""));
    }
    cluster.run(100);
    assertEquals(3, cluster.replicaSets().size());
  }

  @Test
  void recreateNeverRunsOldAndNewTogether() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1).stoppingIn(5))
            .at(0, web(2, "1", "{type: Recreate}", ""))
            .at(10, web(2, "2", "{type: Recreate}", ""));
    cluster.run(60);
    long lastOldGone =
        cluster.story.stream()
            .filter(line -> line.startsWith("15.0") && line.endsWith("gone"))
            .count();
    assertEquals(2, lastOldGone, cluster.story.toString());
    assertTrue(
        cluster.story.stream()
            .filter(line -> line.endsWith("created"))
            .skip(2)
            .allMatch(line -> line.startsWith("15.0")),
        cluster.story.toString());
  }

  @Test
  void pausedChangesNothingUntilResumed() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, web(2, "1", DEFAULT, "paused: true\n  progressDeadlineSeconds: 600"))
            .at(5, () -> {})
            .at(10, web(2, "1", DEFAULT, ""));
    cluster.run(9);
    assertEquals(0, cluster.pods().size());
    assertEquals("DeploymentPaused", progressing(cluster).reason());
    cluster.run(30);
    assertEquals(2, cluster.pods().size());
    assertEquals("NewReplicaSetAvailable", progressing(cluster).reason());
  }

  @Test
  void scalingInTheMiddleOfARolloutIsShared() {
    var cluster =
        new SmallCluster(
                pod ->
                    pod.spec().containers().get(0).image().equals("web:2")
                        ? Plan.neverReady()
                        : Plan.readyAfter(1))
            .at(0, web(10, "1", rolling("3", "2"), ""))
            .at(10, web(10, "2", rolling("3", "2"), ""))
            .at(20, web(15, "2", rolling("3", "2"), ""));
    cluster.run(19);
    assertEquals(List.of(8, 5), cluster.replicaSets().stream().map(ReplicaSet::replicas).toList());
    cluster.run(60);
    // The example in the documentation of Deployments: 8 and 5 become 11 and 7.
    assertEquals(List.of(11, 7), cluster.replicaSets().stream().map(ReplicaSet::replicas).toList());
  }

  @Test
  void deletedDeploymentTakesItsPodsAlong() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, web(2, "1", DEFAULT, ""))
            .at(10, web(2, "2", DEFAULT, ""));
    cluster.at(20, () -> cluster.env.api().delete(Deployment.KIND, cluster.deployment().key()));
    cluster.run(60);
    assertEquals(List.of(), cluster.pods());
    assertEquals(List.of(), cluster.replicaSets());
  }

  @Test
  void refusedPodsAreTriedAgainLaterAndLater() {
    var cluster = new SmallCluster(Plan.readyAfter(1));
    cluster
        .env
        .api()
        .admitThrough(
            new Admission() {
              @Override
              public <O extends ApiObject<O>> Created<O> admit(O object) {
                boolean refused =
                    object instanceof Pod
                        && cluster.clock.now().compareTo(Duration.ofSeconds(12)) < 0;
                return refused
                    ? Created.refused("Forbidden", "pods \"web-\" is forbidden: no")
                    : new Created<>(java.util.Optional.of(object), "", "");
              }
            });
    cluster.at(0, web(2, "1", DEFAULT, ""));
    cluster.run(11);
    assertEquals("ReplicaFailure=True FailedCreate", conditions(cluster.deployment()).get(2));
    var failed =
        cluster.events().stream().filter(e -> e.reason().equals("FailedCreate")).findFirst();
    assertEquals("Error creating: pods \"web-\" is forbidden: no", failed.get().message());
    assertTrue(failed.get().count() >= 11 && failed.get().count() <= 13, failed.toString());
    cluster.run(60);
    assertEquals(2, cluster.pods().size());
    assertEquals(2, cluster.deployment().status().conditions().size());
  }

  @Test
  void autoscalerKeepsItsBounds() {
    String autoscaler =
        """
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 3
          maxReplicas: 5
        """;
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, web(2, "1", DEFAULT, "") + autoscaler)
            .at(62, web(9, "1", DEFAULT, ""));
    cluster.run(14);
    assertEquals(2, cluster.pods().size());
    cluster.run(20);
    assertEquals(3, cluster.pods().size());
    cluster.run(65);
    assertEquals(9, cluster.pods().size());
    cluster.run(80);
    assertEquals(5, cluster.pods().size());
  }

  @Test
  void sameInputGivesTheSameStory() {
    List<List<String>> stories = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      var cluster =
          new SmallCluster(Plan.readyAfter(1))
              .at(0, web(5, "1", DEFAULT, ""))
              .at(7, web(5, "2", DEFAULT, ""))
              .at(8.5, web(9, "3", DEFAULT, ""));
      cluster.run(100);
      stories.add(cluster.story);
    }
    assertEquals(stories.get(0), stories.get(1));
  }

  /** With any strategy and any pods, a rollout keeps its promises, and comes to rest. */
  @Test
  void neverMoreThanSurgeNorLessThanAvailable() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int replicas = random.nextInt(8);
      String surge = random.nextBoolean() ? random.nextInt(4) + "" : random.nextInt(101) + "%";
      String unavailable =
          random.nextBoolean() ? random.nextInt(4) + "" : random.nextInt(101) + "%";
      int minReady = random.nextInt(4);
      String strategy = rolling(surge, unavailable);
      String more = "progressDeadlineSeconds: 600\n  minReadySeconds: " + minReady;
      var cluster =
          new SmallCluster(
                  pod -> Plan.readyAfter(0.1 + Math.floorMod(pod.name().hashCode(), 50) / 10.0))
              .at(0, web(replicas, "1", strategy, more))
              .at(30, web(replicas, "2", strategy, more));
      Bounds bounds = new Bounds(cluster, replicas, minReady);
      cluster.run(29.9);
      cluster.env.api().watch(Pod.KIND, Duration.ZERO, bounds);
      cluster.run(300);
      String what = "seed " + seed + ": " + replicas + " " + strategy + " " + cluster.story;
      assertEquals(replicas, cluster.pods().size(), what);
      assertEquals(Ending.NOTHING_LEFT, cluster.run(10_000), what);
      assertTrue(
          replicas == 0 || progressing(cluster).reason().equals("NewReplicaSetAvailable"), what);
      int maxSurge = scaled(surge, replicas, true);
      int maxUnavailable = scaled(unavailable, replicas, false);
      if (maxSurge == 0 && maxUnavailable == 0) {
        maxUnavailable = 1;
      }
      assertTrue(bounds.most <= replicas + maxSurge, what);
      assertTrue(bounds.fewest >= replicas - maxUnavailable, what + bounds.fewest);
    }
  }

  private static int scaled(String text, int replicas, boolean up) {
    if (!text.endsWith("%")) {
      return Integer.parseInt(text);
    }
    double share = Integer.parseInt(text.substring(0, text.length() - 1)) * replicas / 100.0;
    return (int) (up ? Math.ceil(share) : Math.floor(share));
  }

  /** The most pods and the fewest available ones at any moment of an update. */
  private static final class Bounds implements Watcher<Pod> {
    private final SmallCluster cluster;
    private final int minReady;
    private int most;
    private int fewest;

    Bounds(SmallCluster cluster, int replicas, int minReady) {
      this.cluster = cluster;
      this.minReady = minReady;
      this.most = replicas;
      this.fewest = replicas;
    }

    @Override
    public void added(Pod pod) {
      count();
    }

    @Override
    public void updated(Pod before, Pod now) {
      count();
    }

    private void count() {
      // The old ReplicaSet deletes a few milliseconds after the new one creates; what both are
      // asked for is what counts.
      most = Math.max(most, cluster.replicaSets().stream().mapToInt(ReplicaSet::replicas).sum());
      Duration counting = new StoredTime(cluster.env).now();
      List<Pod> active = cluster.pods().stream().filter(PodPredicates::active).toList();
      long available =
          active.stream().filter(pod -> PodPredicates.available(pod, minReady, counting)).count();
      fewest = Math.min(fewest, (int) available);
    }
  }

  private static Condition progressing(SmallCluster cluster) {
    return Condition.find(cluster.deployment().status().conditions(), "Progressing").orElseThrow();
  }

  private static String revision(Deployment deployment) {
    return deployment.metadata().annotations().get("deployment.kubernetes.io/revision");
  }
}
