package foresail.script.syntax;

/** Which shell a script is written for, where the shells differ. */
public enum Dialect {
  /** What {@code sh} is in most images: busybox ash, dash. No brace expansion. */
  POSIX,
  /** GNU bash. */
  BASH
}
