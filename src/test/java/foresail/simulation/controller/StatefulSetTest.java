package foresail.simulation.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.simulation.api.Claim;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.FakeKubelet.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatefulSetTest {
  private static String db(int replicas, String version, String more) {
    return """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      serviceName: db
      replicas: %d
    %s
      updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: %s}}
      selector: {matchLabels: {app: db}}
      template:
        metadata: {labels: {app: db}}
        spec:
          terminationGracePeriodSeconds: 30
          containers: [{name: a, image: "db:%s"}]
    """
        .formatted(
            replicas,
            "  podManagementPolicy: " + (more.contains("parallel") ? "Parallel" : "OrderedReady"),
            more.contains("partition") ? "1" : "0",
            version);
  }

  private static Plan brokenTwo(Pod pod) {
    return image(pod).equals("db:2") ? Plan.neverReady() : Plan.readyAfter(1);
  }

  private static String image(Pod pod) {
    return pod.spec().containers().get(0).image();
  }

  private static List<String> images(SmallCluster cluster) {
    return cluster.pods().stream().map(pod -> pod.name() + " " + image(pod)).sorted().toList();
  }

  @Test
  void startsOneAfterTheOther() {
    var cluster = new SmallCluster(Plan.readyAfter(1)).at(0, db(3, "1", ""));
    cluster.run(30);
    assertEquals(
        List.of(
            "0.0 db-0 created",
            "1.0 db-0 ready",
            "1.0 db-1 created",
            "2.0 db-1 ready",
            "2.0 db-2 created",
            "3.0 db-2 ready"),
        cluster.story);
    Pod pod = cluster.pods().get(1);
    assertEquals("db-1", pod.assigned().hostname());
    assertEquals("db", pod.assigned().subdomain());
    assertEquals("1", pod.metadata().labels().get("apps.kubernetes.io/pod-index"));
    assertEquals(
        List.of(
            "SuccessfulCreate: Create Pod db-0 in StatefulSet db successful",
            "SuccessfulCreate: Create Pod db-1 in StatefulSet db successful",
            "SuccessfulCreate: Create Pod db-2 in StatefulSet db successful"),
        cluster.events("StatefulSet"));
  }

  @Test
  void brokenFirstPodStopsAllOthersUnlessParallel() {
    var ordered = new SmallCluster(Plan.neverReady()).at(0, db(3, "1", ""));
    ordered.run(100);
    assertEquals(1, ordered.pods().size());
    var parallel = new SmallCluster(Plan.neverReady()).at(0, db(3, "1", "parallel"));
    parallel.run(100);
    assertEquals(3, parallel.pods().size());
  }

  @Test
  void updateGoesFromTheHighestToTheLowest() {
    var cluster = new SmallCluster(Plan.readyAfter(1)).at(0, db(3, "1", "")).at(10, db(3, "2", ""));
    cluster.run(60);
    assertEquals(
        List.of("db-2", "db-1", "db-0"),
        cluster.story.stream()
            .filter(line -> line.endsWith("stopping"))
            .map(line -> line.split(" ")[1])
            .toList());
    assertEquals(List.of("db-0 db:2", "db-1 db:2", "db-2 db:2"), images(cluster));
    StatefulSet set = cluster.env.api().list(StatefulSet.KIND).get(0);
    assertEquals(set.status().updateRevision(), set.status().currentRevision());
  }

  @Test
  void partitionKeepsTheLowerOnes() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1)).at(0, db(3, "1", "")).at(10, db(3, "2", "partition"));
    cluster.at(30, () -> cluster.deletePod("db-0"));
    cluster.run(60);
    assertEquals(List.of("db-0 db:1", "db-1 db:2", "db-2 db:2"), images(cluster));
  }

  @Test
  void brokenUpdateStaysBrokenWhenTakenBackUnlessParallel() {
    var ordered =
        new SmallCluster(StatefulSetTest::brokenTwo)
            .at(0, db(2, "1", ""))
            .at(10, db(2, "2", ""))
            .at(20, db(2, "1", ""));
    ordered.run(100);
    assertEquals(List.of("db-0 db:1", "db-1 db:2"), images(ordered));
    ordered.at(101, () -> ordered.deletePod("db-1"));
    ordered.run(200);
    assertEquals(List.of("db-0 db:1", "db-1 db:1"), images(ordered));

    var parallel =
        new SmallCluster(StatefulSetTest::brokenTwo)
            .at(0, db(2, "1", "parallel"))
            .at(10, db(2, "2", "parallel"))
            .at(20, db(2, "1", "parallel"));
    parallel.run(100);
    assertEquals(List.of("db-0 db:1", "db-1 db:1"), images(parallel));
  }

  @Test
  void scalesDownOneAtATime() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1).stoppingIn(3))
            .at(0, db(4, "1", ""))
            .at(20, db(1, "1", ""));
    cluster.run(60);
    assertEquals(
        List.of("20.0 db-3", "23.0 db-2", "26.0 db-1"),
        cluster.story.stream()
            .filter(line -> line.endsWith("stopping"))
            .map(line -> line.replace(" stopping", ""))
            .toList());
  }

  @Test
  void endedPodIsMadeAnewUnderItsName() {
    var cluster = new SmallCluster(Plan.endsAfter(5, 0)).at(0, db(1, "1", ""));
    cluster.run(20);
    assertTrue(
        cluster.story.stream().filter(line -> line.contains("db-0 created")).count() >= 3,
        cluster.story.toString());
  }

  @Test
  void claimsComeFirstAndStay() {
    String claims =
        db(2, "1", "")
            + """
              volumeClaimTemplates:
              - metadata: {name: data}
                spec:
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
            """;
    var cluster = new SmallCluster(Plan.readyAfter(1)).at(0, claims);
    cluster.at(20, () -> cluster.env.api().delete(StatefulSet.KIND, new Key("default", "db")));
    cluster.run(60);
    assertEquals(
        "SuccessfulCreate: Create Claim data-db-0 Pod db-0 in StatefulSet db success",
        cluster.events("StatefulSet").get(0));
    assertEquals(List.of(), cluster.pods());
    assertEquals(
        List.of("data-db-0", "data-db-1"),
        cluster.env.api().list(Claim.KIND).stream().map(Claim::name).toList());
  }

  @Test
  void claimsGoWhenTheSetSaysSo() {
    String claims =
        """
          persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete, whenScaled: Delete}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, db(3, "1", "") + claims)
            .at(20, db(2, "1", "") + claims);
    cluster.at(40, () -> cluster.env.api().delete(StatefulSet.KIND, new Key("default", "db")));
    cluster.run(39);
    assertEquals(
        List.of("data-db-0", "data-db-1"),
        cluster.env.api().list(Claim.KIND).stream().map(Claim::name).toList());
    cluster.run(60);
    assertEquals(List.of(), cluster.env.api().list(Claim.KIND));
  }
}
