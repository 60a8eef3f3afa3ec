package foresail.simulation.kubelet;

import java.time.Duration;

/** The kubelet's own periods, and latencies that were measured on recordings of a real node. */
final class Timing {
  private Timing() {}

  /**
   * Between two looks of the PLEG at the runtime (pkg/kubelet/kubelet.go, genericPlegRelistPeriod).
   */
  static final Duration RELIST_PERIOD = Duration.ofSeconds(1);

  /**
   * When the PLEG looks in a run that takes the middle of everything: so that what ends whole
   * seconds after the start of a healthy pod's containers, about 0.7 s after the pod was applied,
   * is seen after the mean wait. Any phase is as likely on a real node; with those from 0.2 to 0.35
   * s the most recorded cases come out.
   */
  static final Duration MIDDLE_RELIST = Duration.ofMillis(250);

  /** How often due pods are taken from the work queue (pkg/kubelet/kubelet.go, syncLoop). */
  static final Duration SYNC_TICK = Duration.ofSeconds(1);

  /** A pod in good order is looked at again after 60 to 90 s (syncFrequency). */
  static final Duration RESYNC = Duration.ofSeconds(60);

  /** A pod whose sync failed is looked at again after 10 to 15 s (pkg/kubelet/pod_workers.go). */
  static final Duration ERROR_RETRY = Duration.ofSeconds(10);

  /**
   * The longest wait for a crash back-off before the pod is looked at (pkg/kubelet/pod_workers.go).
   */
  static final Duration LONGEST_BACKOFF_WAIT = Duration.ofSeconds(60);

  /**
   * workerResyncIntervalJitterFactor and workerBackOffPeriodJitterFactor
   * (pkg/kubelet/pod_workers.go).
   */
  static final double JITTER = 0.5;

  /**
   * How often the wait for volumes looks (pkg/kubelet/volumemanager,
   * podAttachAndMountRetryInterval).
   */
  static final Duration VOLUME_POLL = Duration.ofMillis(300);

  /** Until the wait for volumes gives up (pkg/kubelet/volumemanager, podAttachAndMountTimeout). */
  static final Duration VOLUME_TIMEOUT = Duration.ofSeconds(123);

  /**
   * From a sync until a volume shows what the API server holds now: half of two loops of 100 ms
   * each (pkg/kubelet/volumemanager, populator and reconciler).
   */
  static final Duration REMOUNT = Duration.ofMillis(100);

  /** The shortest grace of a stop (pkg/kubelet/kuberuntime, minimumGracePeriodInSeconds). */
  static final Duration SHORTEST_GRACE = Duration.ofSeconds(2);

  /** From handing a status to the status manager until the row is printed: measured 5 to 20 ms. */
  static final Duration PUBLISH = Duration.ofMillis(10);

  /**
   * From the end of a sync until its own changes are seen (PLEGOnDemandRelist): measured 5 to 20
   * ms.
   */
  static final Duration RELIST_ON_DEMAND = Duration.ofMillis(10);

  /** Unmounting and cgroups of a pod that has ended: measured under 0.1 s. */
  static final Duration TEARDOWN = Duration.ofMillis(50);
}
