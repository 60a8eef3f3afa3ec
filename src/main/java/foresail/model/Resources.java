package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Node;
import java.util.Map;

/**
 * What a container asks for and may use at most: {@code cpu}, {@code memory} and others by name.
 */
public record Resources(Node node, Map<String, Quantity> requests, Map<String, Quantity> limits)
    implements Located {
  static Resources of(Fields parent) {
    Fields resources = parent.orEmpty("resources");
    return new Resources(
        resources.node(), resources.quantities("requests"), resources.quantities("limits"));
  }
}
