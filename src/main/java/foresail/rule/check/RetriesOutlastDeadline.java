package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.JobSpec;
import foresail.model.KubernetesObject;
import foresail.model.RestartPolicy;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Jobs whose deadline comes before their retries are used up. */
public final class RetriesOutlastDeadline implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    Jobs.of(object)
        .filter(job -> Written.has(job, "backoffLimit"))
        .filter(job -> job.backoffLimit() >= 1 && job.activeDeadlineSeconds().isPresent())
        .ifPresent(job -> look(object, job, scope));
  }

  /** Back-offs double from 10 s (pkg/controller/job/backoff_utils.go, v1.36). */
  private static void look(KubernetesObject object, JobSpec job, Scope scope) {
    boolean samePod = job.template().spec().restartPolicy() == RestartPolicy.ON_FAILURE;
    long deadline = job.activeDeadlineSeconds().orElseThrow();
    long longest = samePod ? 300 : 600;
    long seconds = 0;
    long pause = 10;
    for (int retry = 1; retry <= job.backoffLimit() && seconds < deadline; retry++) {
      seconds += pause;
      pause = Math.min(longest, pause * 2);
    }
    if (seconds >= deadline) {
      scope
          .report(
              Place.of(job, "backoffLimit"),
              Words.of(object)
                  + " is stopped after "
                  + deadline
                  + " s, before its "
                  + job.backoffLimit()
                  + " retries can be used")
          .related(job.span("activeDeadlineSeconds"), "the deadline")
          .why(
              "the pauses between the tries alone take "
                  + seconds
                  + " s or more, so the Job ends with DeadlineExceeded");
    }
  }
}
