package foresail.simulation.kubelet;

import foresail.model.ConfigData;
import foresail.model.Container;
import foresail.model.EnvFrom;
import foresail.model.EnvVar;
import foresail.model.EnvVar.Source;
import foresail.model.SecurityContext;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Image;
import foresail.simulation.store.ApiServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves what a container is to be created with; what is missing is a CreateContainerConfigError.
 *
 * <p>Source: pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables),
 * pkg/kubelet/kuberuntime/security_context.go (verifyRunAsNonRoot), v1.36.
 */
final class ContainerConfig {
  private final ApiServer api;

  ContainerConfig(ApiServer api) {
    this.api = api;
  }

  /** Thrown within this package only: a reference that leads nowhere. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing(String message) {
      super(message, null, false, false);
    }
  }

  /** The variables of a container, in the order in which they are set. */
  Map<String, String> environment(Pod pod, Container container, String podIp) throws Missing {
    var env = new LinkedHashMap<String, String>();
    for (EnvFrom from : container.envFrom()) {
      addAll(pod, from, env);
    }
    env.putAll(pod.assigned().env());
    for (EnvVar variable : container.env()) {
      add(pod, container, variable, podIp, env);
    }
    return env;
  }

  private void addAll(Pod pod, EnvFrom from, Map<String, String> env) throws Missing {
    Kind<Declared> kind = from.secret() ? Declared.SECRET : Declared.CONFIG_MAP;
    Optional<Declared> found = api.get(kind, pod.namespace(), from.name());
    if (found.isEmpty()) {
      if (!from.optional()) {
        throw notFound(kind, from.name());
      }
      return;
    }
    found
        .get()
        .as(ConfigData.class)
        .ifPresent(
            data ->
                data.keys()
                    .forEach(key -> env.put(from.prefix() + key, ConfigValues.of(data, key))));
  }

  private void add(
      Pod pod, Container container, EnvVar variable, String podIp, Map<String, String> env)
      throws Missing {
    if (variable.source().isEmpty()) {
      env.put(variable.name(), Expansion.expand(variable.value(), env));
      return;
    }
    Source source = variable.source().get();
    if (source instanceof Source.ConfigMapKey key) {
      key(pod, Declared.CONFIG_MAP, key.name(), key.key(), key.optional())
          .ifPresent(value -> env.put(variable.name(), value));
    } else if (source instanceof Source.SecretKey key) {
      key(pod, Declared.SECRET, key.name(), key.key(), key.optional())
          .ifPresent(value -> env.put(variable.name(), value));
    } else if (source instanceof Source.PodField field) {
      env.put(variable.name(), PodFields.value(pod, field.fieldPath(), podIp));
    } else if (source instanceof Source.ResourceField field) {
      env.put(variable.name(), PodFields.resource(container, field.resource()));
    }
  }

  private Optional<String> key(
      Pod pod, Kind<Declared> kind, String name, String key, boolean optional) throws Missing {
    Optional<Declared> found = api.get(kind, pod.namespace(), name);
    if (found.isEmpty()) {
      if (!optional) {
        throw notFound(kind, name);
      }
      return Optional.empty();
    }
    Optional<ConfigData> data = found.get().as(ConfigData.class);
    if (data.isEmpty() || data.get().keys().contains(key)) {
      return data.map(known -> ConfigValues.of(known, key));
    }
    if (optional) {
      return Optional.empty();
    }
    throw new Missing(
        "couldn't find key " + key + " in " + kind.name() + " " + pod.namespace() + "/" + name);
  }

  private static Missing notFound(Kind<Declared> kind, String name) {
    String word = kind == Declared.SECRET ? "secret" : "configmap";
    return new Missing(word + " \"" + name + "\" not found");
  }

  /** Whether the container may run as the user that it would get. */
  static void verifyUser(Pod pod, Container container, Image image) throws Missing {
    SecurityContext own = container.securityContext();
    SecurityContext shared = pod.spec().securityContext();
    boolean nonRoot = own.runAsNonRoot().or(shared::runAsNonRoot).orElse(false);
    if (!nonRoot) {
      return;
    }
    String place =
        "(pod: \""
            + pod.name()
            + "_"
            + pod.namespace()
            + "("
            + pod.uid()
            + ")\", container: "
            + container.name()
            + ")";
    Optional<Long> user = own.runAsUser().or(shared::runAsUser);
    if (user.isPresent()) {
      if (user.get() == 0) {
        throw new Missing("container's runAsUser breaks non-root policy " + place);
      }
      return;
    }
    String imageUser = image.user().orElse(image.known() && !image.usual() ? "" : "1000");
    String name = imageUser.split(":", 2)[0];
    if (name.isEmpty() || name.equals("root") || name.equals("0")) {
      throw new Missing("container has runAsNonRoot and image will run as root " + place);
    }
    if (!name.chars().allMatch(Character::isDigit)) {
      throw new Missing(
          "container has runAsNonRoot and image has non-numeric user ("
              + name
              + "), cannot verify user is non-root "
              + place);
    }
  }
}
