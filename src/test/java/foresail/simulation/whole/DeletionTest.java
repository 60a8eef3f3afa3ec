package foresail.simulation.whole;

import static foresail.simulation.whole.Story.container;
import static foresail.simulation.whole.Story.pod;
import static foresail.simulation.whole.Story.workload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pods when something else is deleted. */
final class DeletionTest {
  private static final String VOLUME =
      """
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: pv}
      spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: manual,
        hostPath: {path: /data}}
      """;
  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: c}
      spec: {accessModes: [ReadWriteOnce], storageClassName: manual,
        resources: {requests: {storage: 500Mi}}}
      """;
  private static final String WITH_CLAIM =
      "volumes: [{name: v, persistentVolumeClaim: {claimName: c}}], terminationGracePeriodSeconds:"
          + " 5";

  @TempDir Path folder;

  @Test
  void namespaceTakesItsPodsAlongAndLetsNobodyIn() {
    String server =
        workload(
                "Deployment",
                "web",
                "replicas: 1",
                "terminationGracePeriodSeconds: 9",
                container(""))
            .replace("{name: web}", "{name: web, namespace: shop}");
    var story =
        new Story(folder)
            .apply(0, "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}", server)
            .delete(10, "ns/shop")
            .apply(
                12,
                pod("late", "restartPolicy: Never")
                    .replace("{name: late}", "{name: late, namespace: shop}"))
            .until(60);
    assertEquals(1, story.pods().size(), "no pod takes its place");
    assertEquals(
        "0/1 Pending, 0/1 ContainerCreating, 1/1 Running, 1/1 Terminating, 0/1 Completed,"
            + " (deleted)",
        story.rows(story.pods().get(0)));
    // The real controller waits 5 s before it begins.
    assertEquals("15.0 Terminating", story.times(story.pods().get(0)).split(", ")[3]);
    assertEquals(List.of(), story.told("ReplicaSet", "FailedCreate"));
    assertEquals(
        List.of(
            "pods \"late\" is forbidden: unable to create new content in namespace shop because it"
                + " is being terminated"),
        story.refused());
  }

  @Test
  void namespacesOfTheSystemStay() {
    var story =
        new Story(folder).apply(0, pod("p", "nodeName: ''")).delete(5, "ns/default").until(20);
    assertEquals("0/1 Pending, 0/1 ContainerCreating, 1/1 Running", story.rows("p"));
    assertEquals(
        List.of("namespaces \"default\" is forbidden: this namespace may not be deleted"),
        story.refused());
  }

  @Test
  void claimStaysWhileAPodUsesIt() {
    String use = pod("p", WITH_CLAIM);
    var story =
        new Story(folder)
            .apply(0, VOLUME, CLAIM, use)
            .delete(5, "pvc/c")
            .apply(8, use.replace("{name: p}", "{name: q}"))
            .delete(12, "pod/p")
            .until(30);
    assertEquals(
        "0/1 Pending, 0/1 ContainerCreating, 1/1 Running, 1/1 Terminating, 0/1 Completed,"
            + " (deleted)",
        story.rows("p"));
    assertEquals("0/1 Pending", story.rows("q"));
    assertEquals(
        List.of(
            "0/1 nodes are available: persistentvolumeclaim \"c\" is being deleted. not found",
            "0/1 nodes are available: persistentvolumeclaim \"c\" not found. not found"),
        story.events("q", "FailedScheduling"));
  }

  @Test
  void volumeOfAClaimThatIsGoneIsNotForTheNextOne() {
    var story =
        new Story(folder)
            .apply(0, VOLUME, CLAIM)
            .delete(5, "pvc/c")
            .apply(8, CLAIM, pod("p", WITH_CLAIM))
            .until(40);
    assertEquals("0/1 Pending", story.rows("p"), "it is Released, not Available");
  }

  @Test
  void quotaThatIsGoneRefusesNobody() {
    String quota =
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {pods: '1'}}}";
    var story =
        new Story(folder)
            .apply(
                0,
                quota,
                workload("Deployment", "web", "replicas: 2", "nodeName: ''", container("")))
            .delete(2, "quota/q")
            .until(60);
    assertEquals(2, story.pods().size());
  }
}
