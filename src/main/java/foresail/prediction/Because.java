package foresail.prediction;

import foresail.source.Span;
import java.util.Optional;

/**
 * Why something is so.
 *
 * @param text one sentence without a full stop
 * @param place the manifest's text that explains it; empty where none does
 */
record Because(String text, Optional<Span> place) {
  static Because of(String text) {
    return new Because(text, Optional.empty());
  }

  static Because of(String text, Span place) {
    return new Because(text, Optional.of(place));
  }

  static Because of(String text, Optional<Span> place) {
    return new Because(text, place);
  }
}
