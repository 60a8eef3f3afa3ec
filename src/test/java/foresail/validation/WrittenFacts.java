package foresail.validation;

import foresail.finding.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What the facts say that the server tells: a reason and a path for each. */
final class WrittenFacts {
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, String[]> limits = new HashMap<>();
  private final Map<String, PathPattern> patterns = new HashMap<>();

  /**
   * @param rows id, group, reason, path, and what is fine: {@code 1..65535}, {@code ..63}
   */
  WrittenFacts(List<String[]> rows) {
    for (String[] row : rows) {
      reasons.put(row[0], row[2]);
      paths.put(row[0], row[3]);
      patterns.put(row[0], new PathPattern(row[3]));
      if (!row[4].isEmpty()) {
        limits.put(row[0], row[4].split("[.]{2}", 2));
      }
    }
  }

  /** Whether a refusal has the reason and the path of its fact; of one beyond the facts, yes. */
  boolean isAsWritten(Refusal refusal) {
    String reason = reasons.get(refusal.fact());
    return reason == null
        || reason.equals(refusal.reason().word())
            && patterns.get(refusal.fact()).matches(refusal.path());
  }

  /** The smallest that is fine, where something is too small. */
  OptionalLong smallest(String fact) {
    return limit(fact, 0);
  }

  /** The largest that is fine, where something is too large. */
  OptionalLong largest(String fact) {
    return limit(fact, 1);
  }

  private OptionalLong limit(String fact, int side) {
    String[] known = limits.get(fact);
    return known == null || known[side].isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(known[side]));
  }

  String words(String fact) {
    return reasons.get(fact) + " " + paths.get(fact);
  }
}
