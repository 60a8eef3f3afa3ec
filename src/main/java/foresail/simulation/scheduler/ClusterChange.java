package foresail.simulation.scheduler;

/** What happens in a cluster that may make room for a pod that had none. */
enum ClusterChange {
  /** A node came, or its labels, taints or resources changed. */
  NODE,
  /** A pod got a node, or one that has a node got other labels. */
  POD_BOUND,
  /** A pod ended or was removed. */
  POD_GONE,
  /** A claim, a volume or a class came or changed. */
  STORAGE
}
