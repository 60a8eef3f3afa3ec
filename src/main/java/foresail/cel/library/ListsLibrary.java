package foresail.cel.library;

import static foresail.cel.library.Kind.ANY;
import static foresail.cel.library.Kind.BOOL;
import static foresail.cel.library.Kind.INT;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/** Sums, extremes, order and places in lists (apiserver/pkg/cel/library/lists.go, v1.36). */
final class ListsLibrary {
  private static final List<CelType> SUMMABLE =
      List.of(SimpleType.INT, SimpleType.UINT, SimpleType.DOUBLE, SimpleType.DURATION);
  private static final List<CelType> ORDERED =
      List.of(
          SimpleType.INT,
          SimpleType.UINT,
          SimpleType.DOUBLE,
          SimpleType.BOOL,
          SimpleType.DURATION,
          SimpleType.TIMESTAMP,
          SimpleType.STRING,
          SimpleType.BYTES);

  /** Whatever walks through more costs more than the server allows. */
  private static final int LONGEST_RANGE = 1_000_000;

  private ListsLibrary() {}

  static void addTo(Functions functions) {
    for (CelType type : SUMMABLE) {
      functions.member(
          "sum",
          "list_sum|" + type.name(),
          new Kind<>(type, Object.class),
          Kind.list(type),
          ListsLibrary::sum);
    }
    for (CelType type : ORDERED) {
      Kind<Object> element = new Kind<>(type, Object.class);
      String name = type.name();
      functions.member(
          "isSorted", "list_is_sorted|" + name, BOOL, Kind.list(type), ListsLibrary::isSorted);
      functions.member(
          "min", "list_min|" + name, element, Kind.list(type), list -> extreme(list, "min", -1));
      functions.member(
          "max", "list_max|" + name, element, Kind.list(type), list -> extreme(list, "max", 1));
    }
    SortBy.addTo(functions, ORDERED);
    functions.member(
        "indexOf", "list_index_of", INT, Kind.list(ANY.type()), ANY, ListsLibrary::indexOf);
    functions.member(
        "lastIndexOf",
        "list_last_index_of",
        INT,
        Kind.list(ANY.type()),
        ANY,
        ListsLibrary::lastIndexOf);
  }

  /** {@code lists.range(n)}; the library's own would write all numbers down. */
  static void addRangeTo(Functions functions) {
    functions.global(
        "lists.range", "lists_range", Kind.listOf(INT), INT, ListsLibrary::numbersBelow);
  }

  private static List<Long> numbersBelow(Long bound) {
    if (bound > LONGEST_RANGE) {
      throw new IllegalArgumentException("operation cancelled: actual cost limit exceeded");
    }
    int size = (int) Math.max(0, bound);
    return new AbstractList<>() {
      @Override
      public Long get(int index) {
        return (long) Objects.checkIndex(index, size);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** What the sum of no elements is, the checker knows and a list does not: the number 0. */
  private static Object sum(List<?> list) {
    Object sum = null;
    for (Object next : list) {
      sum = sum == null ? next : plus(sum, next);
    }
    return sum == null ? 0L : sum;
  }

  private static Object plus(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      try {
        return Math.addExact(a, b);
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException("integer overflow", overflow);
      }
    }
    if (left instanceof Double a && right instanceof Double b) {
      return a + b;
    }
    if (left instanceof UnsignedLong a && right instanceof UnsignedLong b) {
      return a.plus(b);
    }
    if (left instanceof Duration a && right instanceof Duration b) {
      return a.plus(b);
    }
    throw new IllegalArgumentException("no such overload");
  }

  private static boolean isSorted(List<?> list) {
    for (int i = 1; i < list.size(); i++) {
      if (Order.compare(list.get(i - 1), list.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static Object extreme(List<?> list, String name, int wanted) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException(name + " called on empty list");
    }
    Object extreme = list.get(0);
    for (Object next : list) {
      if (Order.compare(next, extreme) * wanted > 0) {
        extreme = next;
      }
    }
    return extreme;
  }

  private static long indexOf(List<?> list, Object value) {
    for (int i = 0; i < list.size(); i++) {
      if (Order.same(list.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  private static long lastIndexOf(List<?> list, Object value) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (Order.same(list.get(i), value)) {
        return i;
      }
    }
    return -1;
  }
}
