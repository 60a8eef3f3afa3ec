package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.RestartPolicy;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Jobs that lose their pod, and its logs, with the first failure. */
public final class OnFailureWithZeroBackoff implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    Jobs.of(object)
        .filter(job -> Written.has(job, "backoffLimit") && job.backoffLimit() == 0)
        .filter(job -> job.template().spec().restartPolicy() == RestartPolicy.ON_FAILURE)
        .ifPresent(
            job ->
                scope
                    .report(
                        Place.of(job, "backoffLimit"),
                        Words.of(object) + " gives up at the first failure and deletes its pod")
                    .related(
                        job.template().spec().span("restartPolicy"),
                        "the same pod would be restarted"));
  }
}
