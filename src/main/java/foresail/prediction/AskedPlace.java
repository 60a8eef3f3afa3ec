package foresail.prediction;

import foresail.model.Container;
import foresail.model.EnvVar;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScriptPlace;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.List;
import java.util.Optional;

/** Finds where a manifest names the host that a container's script asks. */
final class AskedPlace {
  private AskedPlace() {}

  /** The host's name in the command, or the variable that holds it; else the command. */
  static Span of(Container container, String host) {
    int dot = host.indexOf('.');
    String word = dot < 0 ? host : host.substring(0, dot);
    for (String field : List.of("command", "args")) {
      Optional<Node> list = container.node().get(field);
      if (list.isPresent() && list.get() instanceof SequenceNode words) {
        for (Node each : words.items()) {
          Optional<Span> found =
              each instanceof ScalarNode scalar
                  ? ScriptPlace.anywhere(scalar, word)
                  : Optional.empty();
          if (found.isPresent()) {
            return found.get();
          }
        }
      }
    }
    for (EnvVar variable : container.env()) {
      if (variable.value().contains(word)) {
        return variable.span("value");
      }
    }
    return container.command().isEmpty() ? container.span("image") : container.keySpan("command");
  }
}
