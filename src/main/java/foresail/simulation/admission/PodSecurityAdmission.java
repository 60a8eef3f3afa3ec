package foresail.simulation.admission;

import foresail.admission.security.SecurityModes;
import foresail.admission.security.SecurityPolicy;
import foresail.admission.security.Violation;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.store.Admission;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import java.util.List;
import java.util.Optional;

/**
 * Refuses pods that break what their namespace enforces of the Pod Security Standards.
 *
 * <p>Source: EvaluatePod in pod-security-admission/admission/admission.go, v1.36.
 */
public final class PodSecurityAdmission implements Admission {
  private final ApiServer api;
  private final int release;

  /**
   * @param release the minor release of the server
   */
  public PodSecurityAdmission(ApiServer api, int release) {
    this.api = api;
    this.release = release;
  }

  @Override
  public <O extends ApiObject<O>> Created<O> admit(O object) {
    if (!(object instanceof Pod pod)) {
      return Created.stored(object);
    }
    Optional<Declared> namespace = api.get(Declared.NAMESPACE, "", object.namespace());
    if (namespace.isEmpty()) {
      return Created.stored(object);
    }
    SecurityPolicy enforced = SecurityModes.of(namespace.get().metadata().labels()).enforce();
    List<Violation> violations =
        enforced.violations(pod.metadata().annotations(), pod.spec(), release);
    return violations.isEmpty()
        ? Created.stored(object)
        : Created.refused(
            "Forbidden",
            "pods \"" + pod.name() + "\" is forbidden: " + enforced.violates(violations));
  }
}
