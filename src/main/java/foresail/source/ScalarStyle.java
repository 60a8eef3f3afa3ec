package foresail.source;

/** How a scalar is written. */
public enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  /** A block scalar that begins with {@code |}. */
  LITERAL,
  /** A block scalar that begins with {@code >}. */
  FOLDED
}
