package foresail.simulation.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs and CronJobs, as whole runs. */
final class JobStoryTest {
  private static final String STARTS = "0/1 Pending, 0/1 ContainerCreating, 1/1 Running";

  @TempDir Path folder;

  private static String job(String spec, String script) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: j}
    spec:
      %s
      template:
        spec:
          restartPolicy: Never
          terminationGracePeriodSeconds: 3
          containers: [{name: a, image: "busybox:1.36", command: [sh, -c, "%s"]}]
    """
        .formatted(spec, script);
  }

  private static String cron(String spec, String script) {
    return """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: c}
    spec:
      schedule: "* * * * *"
      %s
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: a, image: "busybox:1.36", command: [sh, -c, "%s"]}]
    """
        .formatted(spec, script);
  }

  private static List<String> begins(Story story) {
    return story.pods().stream().map(pod -> story.times(pod).split(" ", 2)[0]).toList();
  }

  @Test
  void suspendingEndsWhatRunsAndResumingBeginsAnew() {
    String two = "parallelism: 2\n  completions: 2\n  suspend: ";
    var story =
        new Story(folder)
            .apply(0, job(two + false, Story.SERVER))
            .apply(6, job(two + true, Story.SERVER))
            .apply(15, job(two + false, Story.SERVER))
            .until(30);
    String stopped = STARTS + ", 1/1 Terminating, 0/1 Completed, (deleted)";
    assertEquals(
        List.of(stopped, stopped, STARTS, STARTS), story.pods().stream().map(story::rows).toList());
    assertEquals(List.of("0.0", "0.0", "15.0", "15.0"), begins(story));
    assertEquals(List.of("Job suspended"), story.told("Job", "Suspended"));
    assertEquals(List.of("Job resumed"), story.told("Job", "Resumed"));
  }

  @Test
  void fewerAtATimeDeletesTheYoungest() {
    String four = "completions: 4\n  parallelism: ";
    var story =
        new Story(folder)
            .apply(0, job(four + 1, Story.SERVER))
            .apply(6, job(four + 3, Story.SERVER))
            .apply(14, job(four + 1, Story.SERVER))
            .until(30);
    assertEquals(List.of("0.0", "6.0", "6.0"), begins(story));
    assertEquals(STARTS, story.rows(story.pods().get(0)));
    assertTrue(story.rows(story.pods().get(1)).endsWith("(deleted)"));
    assertTrue(story.rows(story.pods().get(2)).endsWith("(deleted)"));
  }

  @Test
  void failuresTogetherCountOneByOne() {
    var story =
        new Story(folder)
            .apply(0, job("parallelism: 2\n  completions: 2\n  backoffLimit: 3", "sleep 1; exit 1"))
            .until(60);
    // Two failures at once: 20 s, counted from their end.
    assertEquals(4, story.pods().size());
    assertTrue(
        story.times(story.pods().get(2)).startsWith("21."), story.times(story.pods().get(2)));
    assertEquals(
        List.of("Job has reached the specified backoff limit"),
        story.told("Job", "BackoffLimitExceeded"));
  }

  @Test
  void failureOfAnInitContainerCountsFromThePodsBegin() {
    // Recorded: the second pod comes 9.1 to 9.3 s after the first one, however long its init took.
    String init =
        "initContainers: [{name: i, image: 'busybox:1.36', command: [sh, -c, 'sleep 4; exit 1']}]";
    var story =
        new Story(folder)
            .apply(
                0,
                job("backoffLimit: 1", "true")
                    .replace("restartPolicy: Never", "restartPolicy: Never\n      " + init))
            .until(30);
    assertEquals(List.of("0.0", "9.5"), begins(story));
    assertTrue(story.rows(story.pods().get(1)).endsWith("0/1 Init:Error"));
  }

  @Test
  void jobWithoutCompletionsIsDoneWithTheFirstSuccess() {
    var story = new Story(folder).apply(0, job("parallelism: 3", "sleep 3")).until(20);
    assertEquals(3, story.pods().size(), "and begins nothing anew");
    assertEquals(List.of("Job completed"), story.told("Job", "Completed"));
  }

  @Test
  void missedRunOfAForbiddenOverlapIsLostAfterItsDeadline() {
    String late = "concurrencyPolicy: Forbid\n  startingDeadlineSeconds: ";
    var made = new Story(folder).apply(0, cron(late + 60, "sleep 80")).until(170);
    var lost = new Story(folder).apply(0, cron(late + 10, "sleep 80")).until(200);
    // The first run ends at about 143 s, 23 s after the one that was due at 120 s.
    assertTrue(begins(made).get(1).startsWith("14"), begins(made).toString());
    assertEquals(List.of("60.1", "180.1"), begins(lost));
    assertEquals(
        List.of(
            "Not starting job because prior execution is running and concurrency policy is Forbid"),
        lost.told("CronJob", "JobAlreadyActive"));
  }

  @Test
  void suspendedCronJobLetsTheRunningJobEnd() {
    var story =
        new Story(folder)
            .apply(0, cron("suspend: false", "sleep 30"))
            .apply(70, cron("suspend: true", "sleep 30"))
            .until(200);
    assertEquals(
        List.of(STARTS + ", 0/1 Completed"), story.pods().stream().map(story::rows).toList());
  }
}
