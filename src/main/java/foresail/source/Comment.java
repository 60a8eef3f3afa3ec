package foresail.source;

/**
 * A comment.
 *
 * @param text what follows the {@code #}, trimmed
 * @param alone whether nothing but blanks stands before it on its line
 */
public record Comment(String text, Span span, boolean alone) {}
