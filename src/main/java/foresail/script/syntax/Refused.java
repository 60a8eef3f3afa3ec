package foresail.script.syntax;

/**
 * Leaves the recursive descent at the first thing that cannot be read; never leaves the package.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SyntaxProblem problem;

  Refused(int at, String message, boolean certain) {
    super(message, null, false, false);
    problem = new SyntaxProblem(at, message, certain);
  }

  SyntaxProblem problem() {
    return problem;
  }
}
