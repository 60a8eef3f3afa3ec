package foresail.cel.library;

import static foresail.cel.library.Kind.BOOL;
import static foresail.cel.library.Kind.INT;

/** {@code isLessThan}, {@code isGreaterThan} and {@code compareTo} of a type that has an order. */
final class Comparisons {
  private Comparisons() {}

  static <T extends Comparable<T>> void addTo(Functions functions, String prefix, Kind<T> kind) {
    functions.member(
        "isLessThan",
        prefix + "_is_less_than",
        BOOL,
        kind,
        kind,
        (left, right) -> left.compareTo(right) < 0);
    functions.member(
        "isGreaterThan",
        prefix + "_is_greater_than",
        BOOL,
        kind,
        kind,
        (left, right) -> left.compareTo(right) > 0);
    functions.member(
        "compareTo",
        prefix + "_compare_to",
        INT,
        kind,
        kind,
        (left, right) -> (long) Integer.signum(left.compareTo(right)));
  }
}
