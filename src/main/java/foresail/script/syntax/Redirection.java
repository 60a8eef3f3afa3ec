package foresail.script.syntax;

/**
 * One redirection.
 *
 * @param descriptor the file descriptor that changes
 * @param target file name; descriptor number or {@code -} for the duplicating kinds; the text
 *     itself for here-documents and here-strings
 */
public record Redirection(int at, int descriptor, Kind kind, Word target) {
  /** What a redirection does. */
  public enum Kind {
    READ,
    WRITE,
    APPEND,
    READ_WRITE,
    /** {@code >&} and {@code <&}. */
    DUPLICATE,
    HERE_DOCUMENT,
    HERE_STRING,
    /** {@code &>}: standard output and standard error. */
    WRITE_BOTH,
    /** {@code &>>}. */
    APPEND_BOTH
  }
}
