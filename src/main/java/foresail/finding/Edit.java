package foresail.finding;

import foresail.source.Span;

/**
 * A replacement of a piece of text.
 *
 * @param span what is replaced; empty (start equals end) where text is only put in
 * @param text what stands there afterwards
 */
public record Edit(Span span, String text) {}
