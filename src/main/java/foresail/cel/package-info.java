/**
 * CEL as the Kubernetes API server compiles and evaluates it: the same variables, functions and
 * types, and errors in the server's words. The only package that knows the CEL library.
 *
 * <p>Loading that library costs more than a whole run does otherwise, so an {@link
 * foresail.cel.Environment} is made only where an input really has an expression.
 */
package foresail.cel;
