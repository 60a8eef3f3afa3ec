package foresail.output;

import foresail.prediction.Cause;
import foresail.source.Span;
import java.util.Optional;

/** Places of manifests, as texts name them. */
final class Places {
  private Places() {}

  /** {@code web.yaml:14}. */
  static String of(Span span) {
    return span.file().path() + ":" + span.line();
  }

  /** A text with its place behind it, where it has one. */
  static String with(String text, Optional<Span> place) {
    return (text + place.map(span -> " (" + of(span) + ")").orElse("")).strip();
  }

  static String with(Cause cause) {
    return with(cause.text(), cause.place());
  }
}
