package foresail.validation.update;

import foresail.finding.Reason;
import java.util.Set;
import java.util.function.Predicate;

/** The words in which is written down what may not change. */
final class Demands {
  private static final String IMMUTABLE = "field is immutable";

  private Demands() {}

  /** All these about one field. */
  static ChangeCheck all(ChangeCheck... checks) {
    return (change, out) -> {
      for (ChangeCheck check : checks) {
        check.look(change, out);
      }
    };
  }

  /** The field of that name, or the one below several names: {@code spec.selector}. */
  static ChangeCheck field(String path, ChangeCheck... checks) {
    String[] names = path.split("\\.", -1);
    ChangeCheck all = all(checks);
    return (change, out) -> all.look(change.at(names), out);
  }

  /** A field that the server prints at another path of the object. */
  static ChangeCheck fieldPrintedAs(String printed, String path, ChangeCheck... checks) {
    String[] names = path.split("\\.", -1);
    String[] other = printed.split("\\.", -1);
    ChangeCheck all = all(checks);
    return (change, out) -> {
      Change found = change.at(names);
      all.look(new Change(found.was(), found.now().printedAs(change.now().at(other))), out);
    };
  }

  /** These, where a condition holds. */
  static ChangeCheck when(Predicate<Change> condition, ChangeCheck... checks) {
    ChangeCheck all = all(checks);
    return (change, out) -> {
      if (condition.test(change)) {
        all.look(change, out);
      }
    };
  }

  /** {@code Invalid value: ...: field is immutable}. */
  static ChangeCheck immutable() {
    return immutable(IMMUTABLE);
  }

  /** Immutable, in other words of the server. */
  static ChangeCheck immutable(String words) {
    return (change, out) ->
        Difference.first(change, Set.of())
            .ifPresent(first -> Told.invalid(change, first, words, out));
  }

  /** Immutable but for fields below this one: {@code containers.resources}. */
  static ChangeCheck immutableExcept(String... mutable) {
    Set<String> ignored = Set.of(mutable);
    return (change, out) ->
        Difference.first(change, ignored)
            .ifPresent(first -> Told.invalid(change, first, IMMUTABLE, out));
  }

  /** {@code Forbidden: ...} for any change. */
  static ChangeCheck forbidden(String words) {
    return forbiddenExcept(words);
  }

  /** {@code Forbidden: ...} for any change but those of fields below this one. */
  static ChangeCheck forbiddenExcept(String words, String... mutable) {
    Set<String> ignored = Set.of(mutable);
    return (change, out) ->
        Difference.first(change, ignored)
            .ifPresent(first -> Told.add(Reason.FORBIDDEN, change, first, words, out));
  }

  /** Immutable once it is not empty. */
  static ChangeCheck onceSet(ChangeCheck... checks) {
    return when(change -> !change.was().isZero(), checks);
  }

  /** Only where old and new text both say it: otherwise the server has filled it in. */
  static ChangeCheck ifBothWritten(ChangeCheck... checks) {
    return when(change -> !change.was().isZero() && !change.now().isZero(), checks);
  }
}
