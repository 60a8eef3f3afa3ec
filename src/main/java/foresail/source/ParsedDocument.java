package foresail.source;

import java.util.List;
import java.util.Optional;

/**
 * One document of a file.
 *
 * @param root empty where it does not parse
 * @param problems what is wrong with its text
 * @param comments in reading order
 */
record ParsedDocument(Optional<Node> root, List<Problem> problems, List<Comment> comments) {
  static ParsedDocument broken(Problem problem) {
    return new ParsedDocument(Optional.empty(), List.of(problem), List.of());
  }
}
