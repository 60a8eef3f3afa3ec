package foresail.graph;

import foresail.model.Located;
import foresail.source.Span;
import java.util.List;

/**
 * A field of a value: where a finding underlines.
 *
 * @param steps keys and positions in lists from the value to the field; none for the value itself
 */
public record Place(Located value, List<String> steps) {
  public Place {
    steps = List.copyOf(steps);
  }

  public static Place of(Located value, String... steps) {
    return new Place(value, List.of(steps));
  }

  /** The smallest written text for it; where it is absent, the key of the nearest parent. */
  public Span span() {
    return steps.isEmpty() ? value.span() : value.span(steps.toArray(String[]::new));
  }
}
