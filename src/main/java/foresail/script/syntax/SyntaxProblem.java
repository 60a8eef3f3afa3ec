package foresail.script.syntax;

/**
 * Why the rest of a script could not be read.
 *
 * @param at offset in the script, 0-based, at most its length
 * @param message one line, no full stop
 * @param certain true where a shell refuses the text too (it exits with 2); false where this reader
 *     gives up on something that a shell may accept
 */
public record SyntaxProblem(int at, String message, boolean certain) {}
