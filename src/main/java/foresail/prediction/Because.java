package foresail.prediction;

import foresail.simulation.facts.Awaited;
import foresail.source.Span;
import java.util.Optional;

/**
 * Why something is so.
 *
 * @param text one sentence without a full stop
 * @param place the manifest's text that explains it; empty where none does
 * @param awaited the Service that is asked in vain, where this is why
 */
record Because(String text, Optional<Span> place, Optional<Awaited> awaited) {
  static Because of(String text) {
    return new Because(text, Optional.empty(), Optional.empty());
  }

  static Because of(String text, Span place) {
    return of(text, Optional.of(place));
  }

  static Because of(String text, Optional<Span> place) {
    return new Because(text, place, Optional.empty());
  }
}
