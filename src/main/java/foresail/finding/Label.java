package foresail.finding;

import static java.util.Objects.requireNonNull;

import foresail.source.Span;

/**
 * A place in a file and what to say about it.
 *
 * @param message beside the underline, one line; empty where the finding's message says it all
 */
public record Label(Span span, String message) {
  public Label {
    requireNonNull(span, "a finding without a place cannot be shown");
    requireNonNull(message);
  }

  /** A place that needs no words of its own. */
  public static Label at(Span span) {
    return new Label(span, "");
  }
}
