package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Jobs that may run more pods at once than they need in all. */
public final class JobParallelismUnused implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    Jobs.of(object)
        .filter(job -> Written.has(job, "completions") && Written.has(job, "parallelism"))
        .filter(job -> job.parallelism() > job.completions().orElse(Integer.MAX_VALUE))
        .ifPresent(
            job ->
                scope
                    .report(
                        Place.of(job, "parallelism"),
                        Words.of(object)
                            + " runs at most "
                            + job.completions().orElseThrow()
                            + " pods, not "
                            + job.parallelism())
                    .related(job.span("completions"), "so many are wanted in all"));
  }
}
