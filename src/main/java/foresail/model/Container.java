package foresail.model;

import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * A container of a pod, plain init container, sidecar or app container.
 *
 * @param restartPolicy its own, which overrides the pod's; an init container with {@code Always} is
 *     a sidecar
 * @param imagePullPolicy {@code Always}, {@code IfNotPresent} or {@code Never}
 */
public record Container(
    Node node,
    String name,
    String image,
    String imagePullPolicy,
    List<String> command,
    List<String> args,
    String workingDir,
    List<ContainerPort> ports,
    List<EnvFrom> envFrom,
    List<EnvVar> env,
    Resources resources,
    List<VolumeMount> volumeMounts,
    List<VolumeMount> volumeDevices,
    Optional<Probe> livenessProbe,
    Optional<Probe> readinessProbe,
    Optional<Probe> startupProbe,
    Optional<Hook> postStart,
    Optional<Hook> preStop,
    Optional<RestartPolicy> restartPolicy,
    List<RestartRule> restartRules,
    SecurityContext securityContext,
    boolean stdin)
    implements Located {
  static Container of(Fields container) {
    Fields lifecycle = container.orEmpty("lifecycle");
    return new Container(
        container.node(),
        container.string("name"),
        container.string("image"),
        container.string("imagePullPolicy"),
        container.strings("command"),
        container.strings("args"),
        container.string("workingDir"),
        container.list("ports", ContainerPort::of),
        container.list("envFrom", EnvFrom::of),
        container.list("env", EnvVar::of),
        Resources.of(container),
        container.list("volumeMounts", VolumeMount::of),
        container.list("volumeDevices", VolumeMount::ofDevice),
        container.read("livenessProbe", Probe::of),
        container.read("readinessProbe", Probe::of),
        container.read("startupProbe", Probe::of),
        lifecycle.read("postStart", Hook::of),
        lifecycle.read("preStop", Hook::of),
        RestartPolicy.of(container.string("restartPolicy")),
        container.list("restartPolicyRules", RestartRule::of),
        SecurityContext.of(container),
        container.bool("stdin") || container.bool("tty"));
  }

  /** The same container with other requests and limits. */
  public Container withResources(Resources newResources) {
    return new Container(
        node,
        name,
        image,
        imagePullPolicy,
        command,
        args,
        workingDir,
        ports,
        envFrom,
        env,
        newResources,
        volumeMounts,
        volumeDevices,
        livenessProbe,
        readinessProbe,
        startupProbe,
        postStart,
        preStop,
        restartPolicy,
        restartRules,
        securityContext,
        stdin);
  }
}
