package foresail;

import foresail.config.ClusterFacts;
import foresail.config.Scenario;
import foresail.config.Step;
import foresail.graph.External;
import foresail.simulation.Plan;
import foresail.simulation.Run;
import foresail.simulation.kernel.Jitter;
import foresail.source.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The step from an older version of manifests to a newer one, as a scenario. */
public final class Rollout {
  /** A world in which nothing has changed for so long before the horizon is steady. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  /** Between the last change of the older version and the newer one. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private Rollout() {}

  /**
   * The same scenario in a cluster that an older version was applied to before: told from the
   * moment in which its own steps begin.
   *
   * @param older what was applied
   * @param after how long before; empty for so long that the cluster has come to rest
   * @param elsewhere what exists beside the files and the facts
   */
  public static Scenario from(
      Origin older,
      Optional<Duration> after,
      Scenario scenario,
      ClusterFacts facts,
      External elsewhere) {
    Step first = new Step.Apply(Duration.ZERO, older);
    Duration prelude =
        after.orElseGet(() -> untilSteady(with(scenario, List.of(first)), facts, elsewhere));
    List<Step> steps = new ArrayList<>(List.of(first));
    scenario.steps().forEach(step -> steps.add(step.later(prelude)));
    return new Scenario(
        scenario.namespace(),
        scenario.until(),
        scenario.start(),
        steps,
        scenario.containers(),
        prelude);
  }

  private static Scenario with(Scenario scenario, List<Step> steps) {
    return new Scenario(
        scenario.namespace(), Optional.empty(), scenario.start(), steps, scenario.containers());
  }

  /** What never comes to rest is left alone for as long as a run usually takes. */
  private static Duration untilSteady(Scenario scenario, ClusterFacts facts, External elsewhere) {
    Run run = Forecast.of(facts, scenario, Jitter.MEDIAN, elsewhere).run();
    List<Run.Change> changes = run.changes();
    Duration last = changes.isEmpty() ? Duration.ZERO : changes.get(changes.size() - 1).at();
    return last.compareTo(run.horizon().minus(QUIET)) > 0
        ? Plan.USUAL_HORIZON
        : Duration.ofSeconds(last.toSeconds()).plus(PAUSE);
  }
}
