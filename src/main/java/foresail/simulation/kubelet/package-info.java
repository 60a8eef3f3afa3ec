/**
 * The kubelet of one node: takes pods that are bound to it, has the runtime run them, and publishes
 * their status.
 *
 * <p>Where to look:
 *
 * <ul>
 *   <li>when a pod is looked at again, and in which stage it is: {@link
 *       foresail.simulation.kubelet.PodWorker};
 *   <li>one look at a healthy pod, from status to started containers: {@code PodSync};
 *   <li>which containers to start, restart or kill: {@code PodActions}, {@code InitActions}; rules
 *       that restart all of them: {@code RestartAll};
 *   <li>starting one container, and every word for a failed start (CrashLoopBackOff,
 *       CreateContainerConfigError, RunContainerError ...): {@code ContainerStart};
 *   <li>ErrImagePull and ImagePullBackOff: {@code ImagePuller}; how long a back-off is: {@code
 *       Backoff};
 *   <li>stopping containers, hooks and grace: {@code ContainerKill}, {@code PodKill};
 *   <li>the status as the API shows it: {@code StatusGenerator}, {@code PhaseRules}, {@code
 *       PodConditions}; when it is published: {@code StatusManager};
 *   <li>what the kubelet has seen of the runtime, and when: {@code Pleg};
 *   <li>probes: {@code ProbeManager}, {@code ProbeWorker}; volumes: {@code VolumeManager}.
 * </ul>
 *
 * <p>Source: pkg/kubelet, v1.36; the files are named at the classes.
 */
package foresail.simulation.kubelet;
