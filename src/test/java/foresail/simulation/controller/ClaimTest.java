package foresail.simulation.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.simulation.api.Claim;
import foresail.simulation.api.Key;
import foresail.simulation.controller.FakeKubelet.Plan;
import org.junit.jupiter.api.Test;

final class ClaimTest {
  private static String claim(String spec) {
    return """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: data}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 2Gi}}
    """
        + (spec.isEmpty() ? "" : "  " + spec + "\n");
  }

  private static String volume(String name, String size, String more) {
    return """
    apiVersion: v1
    kind: PersistentVolume
    metadata: {name: %s}
    spec:
      capacity: {storage: %s}
      accessModes: [ReadWriteOnce, ReadOnlyMany]
    %s
    ---
    """
        .formatted(name, size, more.isEmpty() ? "" : "  " + more);
  }

  private static String storageClass(String name, String provisioner, String more) {
    return """
    apiVersion: storage.k8s.io/v1
    kind: StorageClass
    metadata: {name: %s, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
    provisioner: %s
    %s
    ---
    """
        .formatted(name, provisioner, more);
  }

  private static String boundTo(SmallCluster cluster) {
    return cluster.env.api().get(Claim.KIND, new Key("default", "data")).orElseThrow().volumeName();
  }

  private static SmallCluster cluster() {
    return new SmallCluster(Plan.neverReady());
  }

  @Test
  void takesTheSmallestThatFits() {
    var cluster =
        cluster()
            .at(0, volume("small", "1Gi", "") + volume("big", "9Gi", "") + volume("fit", "3Gi", ""))
            .at(1, claim("storageClassName: \"\""));
    cluster.run(5);
    assertEquals("fit", boundTo(cluster));
  }

  @Test
  void volumeKeptForItComesFirstAndOneKeptForAnotherNever() {
    var cluster =
        cluster()
            .at(
                0,
                volume("other", "2Gi", "claimRef: {namespace: default, name: other}")
                    + volume("mine", "9Gi", "claimRef: {namespace: default, name: data}")
                    + volume("fit", "3Gi", ""))
            .at(1, claim("storageClassName: \"\""));
    cluster.run(5);
    assertEquals("mine", boundTo(cluster));
  }

  @Test
  void volumeThatComesLaterIsFoundWithinFifteenSeconds() {
    var cluster =
        cluster().at(0, claim("storageClassName: \"\"")).at(20, volume("late", "2Gi", ""));
    cluster.run(21);
    assertEquals("", boundTo(cluster));
    assertEquals(
        "FailedBinding: no persistent volumes available for this claim and no storage class is set",
        cluster.events("PersistentVolumeClaim").get(0));
    cluster.run(36);
    assertEquals("late", boundTo(cluster));
  }

  @Test
  void defaultClassMakesAVolume() {
    var cluster = cluster().at(0, storageClass("fast", "example.com/disk", "")).at(1, claim(""));
    cluster.run(5);
    assertEquals(true, boundTo(cluster).startsWith("pvc-"));
  }

  @Test
  void classThatWaitsNeedsAPod() {
    var cluster =
        cluster()
            .at(
                0,
                storageClass("fast", "example.com/disk", "volumeBindingMode: WaitForFirstConsumer"))
            .at(1, claim(""));
    cluster.run(60);
    assertEquals("", boundTo(cluster));
    assertEquals(
        "WaitForFirstConsumer: waiting for first consumer to be created before binding",
        cluster.events("PersistentVolumeClaim").get(0));
  }

  @Test
  void unknownClassAndNamedVolume() {
    var unknown = cluster().at(0, claim("storageClassName: nope"));
    unknown.run(60);
    assertEquals(
        "ProvisioningFailed: storageclass.storage.k8s.io \"nope\" not found",
        unknown.events("PersistentVolumeClaim").get(0));
    var named =
        cluster()
            .at(0, volume("a", "2Gi", "") + volume("b", "2Gi", ""))
            .at(1, claim("storageClassName: \"\"\n  volumeName: b"));
    named.run(5);
    assertEquals("b", boundTo(named));
  }
}
