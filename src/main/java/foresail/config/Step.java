package foresail.config;

import static java.util.Objects.requireNonNull;

import foresail.source.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Something that is done to the cluster. */
public sealed interface Step {
  /** Since the start of the run. */
  Duration at();

  /** The same by so much later. */
  Step later(Duration by);

  /**
   * {@code kubectl apply -f} of files, in this order.
   *
   * @param files as they can be opened: relative ones were joined with the scenario's folder
   */
  record Apply(Duration at, Origin files) implements Step {
    public Apply {
      requireNonNull(at);
      requireNonNull(files);
    }

    public Apply(Duration at, List<Path> files) {
      this(at, Origin.of(files));
    }

    @Override
    public Step later(Duration by) {
      return new Apply(at.plus(by), files);
    }
  }

  /** {@code kubectl delete} of one object. */
  record Delete(Duration at, ObjectName object) implements Step {
    public Delete {
      requireNonNull(at);
      requireNonNull(object);
    }

    @Override
    public Step later(Duration by) {
      return new Delete(at.plus(by), object);
    }
  }

  /** The kubelet of a node goes silent; its containers run on. */
  record StopNode(Duration at, String node) implements Step {
    public StopNode {
      requireNonNull(at);
      requireNonNull(node);
    }

    @Override
    public Step later(Duration by) {
      return new StopNode(at.plus(by), node);
    }
  }

  /** The kubelet of a node that was silent is back. */
  record StartNode(Duration at, String node) implements Step {
    public StartNode {
      requireNonNull(at);
      requireNonNull(node);
    }

    @Override
    public Step later(Duration by) {
      return new StartNode(at.plus(by), node);
    }
  }
}
