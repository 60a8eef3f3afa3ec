/**
 * The grammar of shell scripts: text to syntax records.
 *
 * <p>{@link foresail.script.syntax.Parser} reads POSIX shell and what people use of bash and
 * busybox ash. Every record keeps its offset (in UTF-16 units) in the script, so that a caller can
 * name the line of the manifest. Nothing is thrown: what cannot be read is a {@link
 * foresail.script.syntax.SyntaxProblem} behind the lines that could be read.
 */
package foresail.script.syntax;
