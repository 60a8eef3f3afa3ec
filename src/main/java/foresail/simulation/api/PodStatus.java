package foresail.simulation.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pod's status.
 *
 * @param reason why the pod as a whole is as it is ({@code Evicted}, {@code OutOfcpu}); mostly
 *     empty
 * @param startTime when a kubelet first took it; empty before
 * @param podIp empty before the sandbox has one
 * @param nominatedNode where preemption makes room for it; mostly empty
 * @param initContainers in the order of the spec; empty before a kubelet took the pod
 * @param containers in the order of their names; empty before a kubelet took the pod
 */
public record PodStatus(
    Phase phase,
    String reason,
    String message,
    List<Condition> conditions,
    Optional<Duration> startTime,
    String podIp,
    String nominatedNode,
    List<ContainerStatus> initContainers,
    List<ContainerStatus> containers) {
  /** The status of a pod that was just created. */
  public static final PodStatus NEW =
      new PodStatus(
          Phase.PENDING, "", "", List.of(), Optional.empty(), "", "", List.of(), List.of());

  public PodStatus {
    conditions = List.copyOf(conditions);
    initContainers = List.copyOf(initContainers);
    containers = List.copyOf(containers);
  }

  public PodStatus withPhase(Phase newPhase, String newReason, String newMessage) {
    return new PodStatus(
        newPhase,
        newReason,
        newMessage,
        conditions,
        startTime,
        podIp,
        nominatedNode,
        initContainers,
        containers);
  }

  public PodStatus withConditions(List<Condition> newConditions) {
    return new PodStatus(
        phase,
        reason,
        message,
        newConditions,
        startTime,
        podIp,
        nominatedNode,
        initContainers,
        containers);
  }

  /** With a condition in place of the one of its type. */
  public PodStatus with(Condition condition) {
    return withConditions(Condition.put(conditions, condition));
  }

  public PodStatus withNominatedNode(String node) {
    return new PodStatus(
        phase, reason, message, conditions, startTime, podIp, node, initContainers, containers);
  }

  public PodStatus withContainers(
      List<ContainerStatus> newInitContainers, List<ContainerStatus> newContainers) {
    return new PodStatus(
        phase,
        reason,
        message,
        conditions,
        startTime,
        podIp,
        nominatedNode,
        newInitContainers,
        newContainers);
  }

  public boolean is(String conditionType) {
    return Condition.isTrue(conditions, conditionType);
  }

  /** Whether condition Ready is True. */
  public boolean ready() {
    return is("Ready");
  }

  /** The status of a container, or of an init container. */
  public Optional<ContainerStatus> container(String name) {
    for (ContainerStatus status : containers) {
      if (status.name().equals(name)) {
        return Optional.of(status);
      }
    }
    for (ContainerStatus status : initContainers) {
      if (status.name().equals(name)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
