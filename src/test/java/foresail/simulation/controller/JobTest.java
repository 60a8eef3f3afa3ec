package foresail.simulation.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.simulation.api.CronJob;
import foresail.simulation.api.Job;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.FakeKubelet.Plan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JobTest {
  private static final String TEMPLATE =
      """
        template:
          spec:
            restartPolicy: Never
            terminationGracePeriodSeconds: 30
            containers: [{name: a, image: busybox}]
      """;

  private static String job(String spec) {
    String indented = ("backoffLimit: 6\n" + spec).indent(2).stripTrailing();
    return "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec:\n"
        + indented
        + "\n"
        + TEMPLATE;
  }

  private static Job find(SmallCluster cluster) {
    return cluster.env.api().get(Job.KIND, new Key("default", "j")).orElseThrow();
  }

  private static List<String> conditions(SmallCluster cluster) {
    return find(cluster).status().conditions().stream()
        .map(c -> c.type() + " " + c.reason())
        .toList();
  }

  private static List<String> created(SmallCluster cluster) {
    return cluster.story.stream()
        .filter(line -> line.endsWith("created"))
        .map(line -> line.replaceAll(" .*", ""))
        .toList();
  }

  @Test
  void succeeds() {
    var cluster = new SmallCluster(Plan.endsAfter(3, 0)).at(0, job("completions: 1"));
    cluster.run(60);
    assertEquals(
        List.of("SuccessCriteriaMet CompletionsReached", "Complete CompletionsReached"),
        conditions(cluster));
    assertEquals(1, cluster.pods().size());
    assertEquals(List.of(), cluster.pods().get(0).metadata().finalizers());
    assertEquals(1, find(cluster).status().succeeded());
  }

  @Test
  void failuresWaitLongerEachTime() {
    var cluster =
        new SmallCluster(Plan.endsAfter(1, 1)).at(0, job("completions: 1\nbackoffLimit: 3"));
    cluster.run(200);
    assertEquals(List.of("0.0", "10.5", "31.0", "71.5"), created(cluster));
    assertEquals(
        List.of("FailureTarget BackoffLimitExceeded", "Failed BackoffLimitExceeded"),
        conditions(cluster));
    assertEquals(4, find(cluster).status().failed());
  }

  @Test
  void parallelismAndCompletions() {
    var cluster =
        new SmallCluster(Plan.endsAfter(3, 0)).at(0, job("completions: 4\nparallelism: 2"));
    cluster.run(60);
    assertEquals(List.of("0.0", "0.0", "4.0", "4.0"), created(cluster));
  }

  @Test
  void deletedPodIsReplacedTenSecondsAfterItsDeletion() {
    var cluster = new SmallCluster(Plan.readyAfter(1).stoppingIn(30)).at(0, job("completions: 1"));
    cluster.at(5, () -> cluster.deletePod(cluster.pods().get(0).name()));
    cluster.run(25);
    // The wait counts from the request, not from the end of the grace period.
    assertEquals(List.of("0.0", "14.5"), created(cluster));
  }

  @Test
  void podThatMustEndFirstIsReplacedWhenItHas() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1).stoppingIn(12))
            .at(0, job("completions: 3\nparallelism: 2\npodReplacementPolicy: Failed"));
    cluster.at(5, () -> cluster.deletePod(cluster.pods().get(0).name()));
    cluster.run(40);
    assertEquals(3, created(cluster).size(), "its neighbour is left alone");
    assertEquals("18.0", created(cluster).get(2));
  }

  @Test
  void indexThatWaitsKeepsItsPlaceBeforeLaterOnes() {
    var cluster =
        new SmallCluster(
                pod ->
                    Plan.endsAfter(
                        1, "0".equals(pod.assigned().env().get("JOB_COMPLETION_INDEX")) ? 1 : 0))
            .at(
                0,
                job(
                    "completions: 2\nparallelism: 1\ncompletionMode: Indexed\n"
                        + "backoffLimitPerIndex: 1\nbackoffLimit: 2147483647"));
    cluster.run(60);
    assertEquals(
        List.of("j-0", "j-0", "j-1"),
        cluster.pods().stream().map(pod -> pod.name().substring(0, 3)).toList());
    assertEquals(List.of("0.0", "10.5", "11.5"), created(cluster));
  }

  @Test
  void failureInTheSecondOfASuccessCausesNoWait() {
    var cluster =
        new SmallCluster(
                pod ->
                    "0".equals(pod.assigned().env().get("JOB_COMPLETION_INDEX"))
                        ? Plan.endsAfter(1.2, 0)
                        : Plan.endsAfter(1.3, 1))
            .at(0, job("completions: 2\nparallelism: 2\ncompletionMode: Indexed"));
    cluster.run(3);
    assertEquals(List.of("0.0", "0.0", "2.0"), created(cluster));
  }

  @Test
  void indexesAreNumberedAndFailAlone() {
    var cluster =
        new SmallCluster(
                pod ->
                    Plan.endsAfter(
                        1, "1".equals(pod.assigned().env().get("JOB_COMPLETION_INDEX")) ? 1 : 0))
            .at(
                0,
                job(
                    "completions: 3\nparallelism: 3\ncompletionMode: Indexed\n"
                        + "backoffLimitPerIndex: 1\nbackoffLimit: 2147483647"));
    cluster.run(60);
    assertEquals(4, cluster.pods().size());
    assertTrue(cluster.pods().get(0).name().matches("j-0-[b-z2-9]{5}"));
    assertEquals("j-1", cluster.pods().get(1).assigned().hostname());
    assertEquals(
        List.of("FailureTarget FailedIndexes", "Failed FailedIndexes"), conditions(cluster));
    assertEquals("[0, 2]", find(cluster).status().completedIndexes().toString());
    assertEquals("[1]", find(cluster).status().failedIndexes().toString());
  }

  @Test
  void deadlineStopsThePods() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1).stoppingIn(4))
            .at(0, job("completions: 1\nactiveDeadlineSeconds: 8"));
    cluster.run(60);
    assertEquals(List.of(), cluster.pods());
    assertEquals(
        List.of("FailureTarget DeadlineExceeded", "Failed DeadlineExceeded"), conditions(cluster));
  }

  @Test
  void exitCodeThatFailsTheJob() {
    var cluster =
        new SmallCluster(Plan.endsAfter(1, 42))
            .at(
                0,
                job(
                    "completions: 1\npodFailurePolicy: {rules: [{action: FailJob, onExitCodes:"
                        + " {operator: In, values: [42]}}]}"));
    cluster.run(60);
    assertEquals(1, cluster.pods().size());
    String pod = cluster.pods().get(0).name();
    assertEquals(
        "Container a for pod default/"
            + pod
            + " failed with exit code 42 matching FailJob rule at index 0",
        find(cluster).status().condition("Failed").orElseThrow().message());
  }

  @Test
  void ignoredFailuresDoNotCount() {
    var cluster =
        new SmallCluster(Plan.endsAfter(1, 7))
            .at(
                0,
                job(
                    "completions: 1\nbackoffLimit: 0\npodFailurePolicy: {rules: [{action: Ignore,"
                        + " onExitCodes: {operator: NotIn, values: [1]}}]}"));
    cluster.run(100);
    assertEquals(List.of("0.0", "10.5", "31.0", "71.5"), created(cluster));
    assertEquals(List.of(), conditions(cluster));
  }

  @Test
  void successPolicyEndsTheOthers() {
    var cluster =
        new SmallCluster(
                pod ->
                    "0".equals(pod.assigned().env().get("JOB_COMPLETION_INDEX"))
                        ? Plan.endsAfter(2, 0)
                        : Plan.readyAfter(1))
            .at(
                0,
                job(
                    "completions: 3\nparallelism: 3\ncompletionMode: Indexed\n"
                        + "successPolicy: {rules: [{succeededIndexes: \"0\"}]}"));
    cluster.run(60);
    assertEquals(1, cluster.pods().size());
    assertEquals(
        List.of("SuccessCriteriaMet SuccessPolicy", "Complete SuccessPolicy"), conditions(cluster));
  }

  @Test
  void suspendedAndResumed() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(0, job("completions: 1\nsuspend: true"))
            .at(8, job("completions: 1\nsuspend: false"))
            .at(20, job("completions: 1\nsuspend: true"));
    cluster.run(7);
    assertEquals(List.of("Suspended JobSuspended"), conditions(cluster));
    cluster.run(15);
    assertEquals(List.of("Suspended JobResumed"), conditions(cluster));
    assertEquals(1, cluster.pods().size());
    cluster.run(60);
    assertEquals(List.of(), cluster.pods());
    assertEquals(0, find(cluster).status().failed());
  }

  @Test
  void timeToLiveTakesThePodsFirst() {
    var cluster =
        new SmallCluster(Plan.endsAfter(1, 0))
            .at(0, job("completions: 1\nttlSecondsAfterFinished: 5"));
    cluster.run(60);
    assertEquals(List.of(), cluster.env.api().list(Job.KIND));
    assertEquals(List.of(), cluster.pods());
    String last = cluster.story.get(cluster.story.size() - 1);
    assertTrue(last.startsWith("5.5"), cluster.story.toString());
  }

  @Test
  void deletedJobTakesItsRunningPodAlong() {
    var cluster = new SmallCluster(Plan.readyAfter(1)).at(0, job("completions: 1"));
    cluster.at(5, () -> cluster.env.api().delete(Job.KIND, new Key("default", "j")));
    cluster.run(60);
    assertEquals(List.of(), cluster.pods());
  }

  /** Whatever pods do, a Job ends, has counted each pod once, and never ran too many. */
  @Test
  void everyJobEnds() {
    for (long seed = 0; seed < 150; seed++) {
      var random = new Random(seed);
      boolean indexed = random.nextBoolean();
      int completions = 1 + random.nextInt(6);
      int parallelism = 1 + random.nextInt(4);
      int failing = random.nextInt(4);
      String spec =
          "completions: %d\nparallelism: %d\nbackoffLimit: %d\ncompletionMode: %s"
              .formatted(
                  completions, parallelism, random.nextInt(5), indexed ? "Indexed" : "NonIndexed");
      var cluster =
          new SmallCluster(
              pod -> {
                int hash = Math.floorMod(pod.name().hashCode(), 1000);
                return Plan.endsAfter(0.2 + hash / 200.0, hash % 10 < failing ? 1 : 0);
              });
      cluster.at(0, job(spec)).run(4000);
      String what = "seed " + seed + " " + spec + " " + cluster.story;
      assertTrue(find(cluster).finished(), what);
      assertEquals(0, cluster.pods().stream().filter(pod -> !pod.terminal()).count(), what);
      long succeeded = cluster.pods().stream().filter(JobTest::succeeded).count();
      assertEquals(succeeded, find(cluster).status().succeeded(), what);
      assertTrue(succeeded <= completions, what);
    }
  }

  private static boolean succeeded(Pod pod) {
    return pod.status().phase().word().equals("Succeeded");
  }

  private static String cron(String spec) {
    return ("apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c}\nspec:\n"
            + spec.indent(2)
            + "  successfulJobsHistoryLimit: 3\n  failedJobsHistoryLimit: 1\n"
            + "  jobTemplate:\n    spec:\n")
        + TEMPLATE.indent(4);
  }

  @Test
  void cronJobRunsEveryMinuteAndKeepsThree() {
    var cluster =
        new SmallCluster(Plan.endsAfter(5, 0))
            .at(10, cron("schedule: \"* * * * *\"\nconcurrencyPolicy: Allow"));
    cluster.run(500);
    assertEquals("60.1", created(cluster).get(0));
    assertEquals("120.1", created(cluster).get(1));
    assertEquals(3, cluster.env.api().list(Job.KIND).size());
    assertEquals(3, cluster.pods().size());
    assertTrue(cluster.events("CronJob").get(0).startsWith("SuccessfulCreate: Created job c-2945"));
  }

  @Test
  void forbiddenOverlapIsMadeUpForAfterwards() {
    var cluster =
        new SmallCluster(Plan.endsAfter(75, 0))
            .at(3, cron("schedule: \"* * * * *\"\nconcurrencyPolicy: Forbid"));
    cluster.run(200);
    assertEquals(List.of("60.1", "136.2"), created(cluster).subList(0, 2));
    assertTrue(cluster.events("CronJob").stream().anyMatch(e -> e.startsWith("JobAlreadyActive")));
  }

  @Test
  void replaceDeletesTheRunningJob() {
    var cluster =
        new SmallCluster(Plan.readyAfter(1))
            .at(3, cron("schedule: \"* * * * *\"\nconcurrencyPolicy: Replace"));
    cluster.run(200);
    assertEquals(List.of("60.1", "120.1", "180.1"), created(cluster));
    assertEquals(1, cluster.pods().size());
  }

  @Test
  void suspendedCronJobStartsOneMissedRunWhenItGoesOn() {
    var cluster =
        new SmallCluster(Plan.endsAfter(1, 0))
            .at(3, cron("schedule: \"* * * * *\"\nconcurrencyPolicy: Allow\nsuspend: true"))
            .at(200, cron("schedule: \"* * * * *\"\nconcurrencyPolicy: Allow\nsuspend: false"));
    cluster.run(230);
    assertEquals(List.of("200.0"), created(cluster));
    assertEquals(1, cluster.env.api().list(CronJob.KIND).size());
  }
}
