package foresail.prediction;

import static java.util.Objects.requireNonNull;

import foresail.source.Span;
import java.util.Optional;

/**
 * One step on the way from what is seen to what is behind it.
 *
 * @param text one sentence without a full stop
 * @param place the manifest's text that is at fault, or explains it; empty where none does
 */
public record Cause(String text, Optional<Span> place) {
  public Cause {
    requireNonNull(text);
    requireNonNull(place);
  }
}
