package foresail.simulation;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.Admission;
import foresail.simulation.store.Created;
import foresail.source.Node;
import java.util.Optional;

/** Refuses what an admission policy of the cluster has something against. */
final class PolicyAdmission implements Admission {
  private final PolicyRule policies;
  private final Clock clock;

  PolicyAdmission(PolicyRule policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /** Only pods of templates come by here without a manifest of their own. */
  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    return object instanceof Pod pod
        ? refusal(pod.spec().node(), object).orElseGet(() -> Created.stored(object))
        : Created.stored(object);
  }

  /**
   * The refusal of a new object, if there is one.
   *
   * @param what as in {@link PolicyRule#denial}
   */
  <O extends ApiObject<O>> Optional<Created<O>> refusal(Node what, O object) {
    return policies
        .denial(what, clock.now())
        .map(denial -> Created.refused(denial.reason(), words(object.kind(), object, denial)));
  }

  private static String words(Kind<?> kind, ApiObject<?> object, PolicyRule.Denial denial) {
    return kind.resource() + " \"" + object.name() + "\" is forbidden: " + denial.message();
  }
}
