package foresail.model;

import foresail.source.Node;
import java.util.Optional;

/** A {@code postStart} or {@code preStop} action of a container. */
public record Hook(Node node, Optional<Handler> handler) implements Located {
  static Hook of(Fields hook) {
    return new Hook(hook.node(), Handler.of(hook));
  }
}
