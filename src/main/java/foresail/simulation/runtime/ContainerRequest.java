package foresail.simulation.runtime;

import foresail.model.Container;
import foresail.simulation.api.Pod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the kubelet asks the runtime to run.
 *
 * @param init whether it is a plain init container, which is expected to end
 * @param restartCount how often the container was started before
 * @param podIp the sandbox's address
 * @param env variables, resolved
 */
public record ContainerRequest(
    Pod pod,
    Container container,
    boolean init,
    int restartCount,
    String podIp,
    Map<String, String> env) {
  public ContainerRequest {
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }
}
