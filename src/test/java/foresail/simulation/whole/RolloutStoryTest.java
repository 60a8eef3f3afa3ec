package foresail.simulation.whole;

import static foresail.simulation.whole.Story.container;
import static foresail.simulation.whole.Story.workload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates of workloads, as whole runs: what a user sees of them. */
final class RolloutStoryTest {
  private static final String STARTS = "0/1 Pending, 0/1 ContainerCreating, 1/1 Running";
  private static final String STOPS = ", 1/1 Terminating, 0/1 Completed, (deleted)";
  private static final String NEVER_READY =
      ", readinessProbe: {periodSeconds: 1, exec: {command: ['false']}}";
  private static final String SOON_GONE = "terminationGracePeriodSeconds: 3";

  @TempDir Path folder;

  private static String web(String spec, String version, String more) {
    return workload("Deployment", "web", spec, SOON_GONE, versioned(version, more));
  }

  private static String versioned(String version, String more) {
    return container(", env: [{name: V, value: '" + version + "'}]" + more);
  }

  private static String db(String spec, String version, String more) {
    String both = "serviceName: db\n  " + spec;
    return workload("StatefulSet", "db", both, SOON_GONE, versioned(version, more));
  }

  private static String agent(String spec, String version, String more) {
    return workload("DaemonSet", "agent", spec, SOON_GONE, versioned(version, more));
  }

  private static List<String> rows(Story story) {
    return story.pods().stream().map(story::rows).toList();
  }

  @Test
  void takingBackABrokenUpdateEndsItsPodAndTouchesNoOther() {
    var story =
        new Story(folder)
            .apply(0, web("replicas: 3", "1", ""))
            .apply(8, web("replicas: 3", "2", NEVER_READY))
            .apply(20, web("replicas: 3", "1", ""))
            .until(60);
    String broken = "0/1 Pending, 0/1 ContainerCreating, 0/1 Running, 0/1 Terminating";
    assertEquals(
        List.of(STARTS, STARTS, STARTS, broken + ", 0/1 Completed, (deleted)"), rows(story));
    assertTrue(story.times(story.pods().get(3)).contains("20.0 Terminating"));
  }

  @Test
  void everythingUnavailableIsAnOutage() {
    String all = "replicas: 2\n  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 100%}}";
    var story = new Story(folder).apply(0, web(all, "1", "")).apply(8, web(all, "2", "")).until(30);
    assertEquals(List.of(STARTS + STOPS, STARTS + STOPS, STARTS, STARTS), rows(story));
    story
        .pods()
        .subList(0, 2)
        .forEach(pod -> assertTrue(story.times(pod).contains("8.0 Terminating")));
    story
        .pods()
        .subList(2, 4)
        .forEach(pod -> assertTrue(story.times(pod).startsWith("8.0 Pending"), "at once"));
  }

  @Test
  void brokenDaemonSetUpdateIsReplacedAtOnceWhenTakenBack() {
    var story =
        new Story(folder)
            .apply(0, agent("minReadySeconds: 0", "1", ""))
            .apply(8, agent("minReadySeconds: 0", "2", NEVER_READY))
            .apply(20, agent("minReadySeconds: 0", "1", ""))
            .until(60);
    assertEquals(
        List.of(
            STARTS + STOPS,
            "0/1 Pending, 0/1 ContainerCreating, 0/1 Running, 0/1 Terminating, 0/1 Completed,"
                + " (deleted)",
            STARTS),
        rows(story));
    assertTrue(story.times(story.pods().get(1)).contains("20.0 Terminating"));
  }

  @Test
  void surgeOnAPortOfTheNodeIsStuck() {
    String surge = "updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}";
    String port = ", ports: [{containerPort: 80, hostPort: 8080}]";
    var story =
        new Story(folder)
            .apply(0, agent(surge, "1", port))
            .apply(8, agent(surge, "2", port))
            .until(60);
    assertEquals(List.of(STARTS, "0/1 Pending"), rows(story));
    assertEquals(
        List.of(
            "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports."
                + " no new claims to deallocate, preemption: 0/1 nodes are available: 1 No"
                + " preemption victims found for incoming pod."),
        story.events(story.pods().get(1), "FailedScheduling"));
  }

  @Test
  void podsOfASetThatUpdatesOnDeleteChangeOneByOneByHand() {
    String byHand = "replicas: 2\n  updateStrategy: {type: OnDelete}";
    var story =
        new Story(folder)
            .apply(0, db(byHand, "1", ""))
            .apply(8, db(byHand, "2", NEVER_READY))
            .delete(14, "pod/db-1")
            .until(60);
    assertEquals(STARTS, story.rows("db-0"));
    assertEquals(
        STARTS + STOPS + ", 0/1 Pending, 0/1 ContainerCreating, 0/1 Running", story.rows("db-1"));
  }

  @Test
  void lowerNumberIsMadeAnewFromTheOldTemplate() {
    String upper =
        "replicas: 2\n  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}";
    var story =
        new Story(folder)
            .apply(0, db(upper, "1", ""))
            .apply(8, db(upper, "2", ""))
            .delete(20, "pod/db-0")
            .apply(30, db(upper, "3", NEVER_READY))
            .delete(40, "pod/db-0")
            .until(60);
    assertEquals(STARTS + STOPS + ", " + STARTS + STOPS + ", " + STARTS, story.rows("db-0"));
    assertTrue(story.rows("db-1").endsWith("0/1 Running"), "the new one is never ready");
  }

  @Test
  void minReadySecondsHoldUpEachNumber() {
    var story =
        new Story(folder).apply(0, db("replicas: 2\n  minReadySeconds: 6", "1", "")).until(30);
    double second = Double.parseDouble(story.times("db-1").split(" ", 2)[0]);
    assertTrue(second > 5.6 && second < 6.9, "times in the API are whole seconds: " + second);
  }

  @Test
  void accountThatComesLaterIsFoundAtTheNextTry() {
    String account = "serviceAccountName: app";
    String deployment = workload("Deployment", "web", "replicas: 1", account, container(""));
    String set = workload("StatefulSet", "db", "serviceName: db", account, container(""));
    String daemon = workload("DaemonSet", "agent", "minReadySeconds: 0", account, container(""));
    var story =
        new Story(folder)
            .apply(0, deployment, set, daemon)
            .apply(6, "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app}}")
            .until(30);
    assertEquals(3, story.pods().size());
    // 5 ms, doubled with each try: the twelfth comes after 10.2 s.
    story
        .pods()
        .forEach(pod -> assertTrue(story.times(pod).startsWith("10.3 Pending"), story.times(pod)));
  }

  @Test
  void podWithTheRightLabelsIsAdoptedAndTheSurplusDeleted() {
    String bare =
        Story.pod("bare", SOON_GONE).replace("{name: bare}", "{name: bare, labels: {app: web}}");
    String set = workload("ReplicaSet", "web", "replicas: 2", SOON_GONE, container(""));
    var story = new Story(folder).apply(0, bare).apply(4, set).until(20);
    assertEquals(2, story.pods().size(), "one more is enough");
    story =
        new Story(folder)
            .apply(0, bare, bare.replace("bare", "other"))
            .apply(4, set.replace("replicas: 2", "replicas: 1"))
            .until(20);
    assertEquals(2, story.pods().size());
    assertEquals(1, rows(story).stream().filter(row -> row.endsWith("(deleted)")).count());
  }
}
