package foresail.rule;

import foresail.finding.Category;
import foresail.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One finding a cause: of several at the same text the one nearest to the root stays. What does not
 * parse and what the server refuses comes first, then what is named and missing, then the rest.
 */
final class OneCause {
  /** In the order in which they come; a new list that may be changed. */
  List<Finding> of(List<Finding> findings) {
    // Keys are lists and no records: a record's hash is put together at run time, 20 ms once.
    Map<List<Object>, Integer> best = new HashMap<>();
    for (Finding finding : findings) {
      best.merge(start(finding), rank(finding.category()), Math::min);
    }
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      if (rank(finding.category()) <= best.get(start(finding))) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private static List<Object> start(Finding finding) {
    var span = finding.primary().span();
    return List.of(span.file(), span.line(), span.column());
  }

  private static int rank(Category category) {
    return switch (category) {
      case YAML, API -> 0;
      case REFERENCE -> 1;
      default -> 2;
    };
  }
}
