package foresail.source;

/** Ends the reading of a document at the first place that makes no sense. Stays in this package. */
final class UnreadableText extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  UnreadableText(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  UnreadableText(String message, Span span) {
    this(Problem.of("yaml-syntax", message, span));
  }

  Problem problem() {
    return problem;
  }
}
