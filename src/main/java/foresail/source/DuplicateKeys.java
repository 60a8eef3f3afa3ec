package foresail.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of keys that are written twice what is lost, or that two documents run into each other. */
final class DuplicateKeys {
  private DuplicateKeys() {}

  /**
   * A key that stands twice in a mapping.
   *
   * @param atRoot whether the mapping is the whole document
   */
  record Pair(ScalarNode first, ScalarNode second, boolean atRoot) {}

  static List<Problem> problems(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Optional<Pair> version = atRoot(pairs, "apiVersion");
    Optional<Pair> kind = atRoot(pairs, "kind");
    if (version.isPresent() && kind.isPresent()) {
      return List.of(missingSeparator(pairs, version.get()));
    }
    List<Problem> problems = new ArrayList<>(pairs.size());
    for (Pair pair : pairs) {
      problems.add(
          Problem.of(
                  "duplicate-key",
                  "key \"" + pair.second().text() + "\" is written twice; the last value wins",
                  pair.second().span())
              .withRelated(pair.first().span(), "this value is lost"));
    }
    return problems;
  }

  private static Optional<Pair> atRoot(List<Pair> pairs, String key) {
    for (Pair pair : pairs) {
      if (pair.atRoot() && pair.second().text().equals(key)) {
        return Optional.of(pair);
      }
    }
    return Optional.empty();
  }

  private static Problem missingSeparator(List<Pair> pairs, Pair version) {
    Span start = version.second().span();
    for (Pair pair : pairs) {
      // The second object begins with whatever key of it comes first.
      if (pair.atRoot() && pair.second().span().line() < start.line()) {
        start = pair.second().span();
      }
    }
    Span before = new Span(start.file(), start.line(), 1, start.line(), 1);
    return Problem.of(
            "missing-document-separator",
            "a second object begins here without --- above it, so the first one is lost",
            version.second().span())
        .withRelated(version.first().span(), "the object that is lost")
        .withRepair(
            new Problem.Repair(
                "put --- between the two objects",
                List.of(new Problem.Replacement(before, "---\n"))));
  }
}
