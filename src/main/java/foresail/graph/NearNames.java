package foresail.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of many names are so like another one that it was probably meant.
 *
 * <p>Names are near when they are equal after dropping case and {@code - _ .}, or when at most one
 * edit (up to 5 characters) or two (longer ones) make one of the other; swapping two neighbours is
 * one edit. Names that differ only in digits are not near: {@code v1} and {@code v2} are both
 * meant.
 */
public final class NearNames {
  /** Up to this length one edit is all that may differ. */
  private static final int SHORT = 5;

  /** Names by their text without digits: thousands of numbered names are one group. */
  private final Map<String, Map<String, TreeSet<String>>> groups = new TreeMap<>();

  private final Map<String, TreeSet<String>> byLetters = new HashMap<>();

  public NearNames(Iterable<String> names) {
    for (String name : names) {
      groups
          .computeIfAbsent(withoutDigits(name), unused -> new HashMap<>())
          .computeIfAbsent(digits(name), unused -> new TreeSet<>())
          .add(name);
      byLetters.computeIfAbsent(letters(name), unused -> new TreeSet<>()).add(name);
    }
  }

  /** The nearest names, best first, the name itself never among them. */
  public List<String> like(String name) {
    var found = new TreeSet<String>();
    List<String> best = new ArrayList<>();
    for (String same : byLetters.getOrDefault(letters(name), new TreeSet<>())) {
      if (!same.equals(name) && found.add(same)) {
        best.add(same);
      }
    }
    int limit = limit(name);
    String skeleton = withoutDigits(name);
    String digits = digits(name);
    for (int distance = 1; distance <= limit; distance++) {
      for (Map.Entry<String, Map<String, TreeSet<String>>> group : groups.entrySet()) {
        TreeSet<String> members = group.getValue().get(digits);
        if (members != null && distance(skeleton, group.getKey(), limit) <= distance) {
          for (String member : members) {
            if (distance(name, member, limit) == distance && found.add(member)) {
              best.add(member);
            }
          }
        }
      }
    }
    return best;
  }

  /** Whether two different names are near each other. */
  public static boolean isNear(String left, String right) {
    return !left.equals(right)
        && (letters(left).equals(letters(right))
            || (digits(left).equals(digits(right))
                && distance(left, right, limit(left)) <= limit(left)));
  }

  private static int limit(String name) {
    return name.length() <= SHORT ? 1 : 2;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(".", "");
  }

  private static String digits(String name) {
    return keep(name, true);
  }

  private static String withoutDigits(String name) {
    return keep(name, false);
  }

  private static String keep(String name, boolean digits) {
    var kept = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c >= '0' && c <= '9') == digits) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /**
   * How many edits make one text of the other: put in, take out, replace one character, or swap two
   * neighbours.
   *
   * @return more than the limit where it is exceeded
   */
  public static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit) {
      return limit + 1;
    }
    int width = right.length() + 1;
    int[] before = new int[width];
    int[] previous = new int[width];
    int[] row = new int[width];
    for (int j = 0; j < width; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j < width; j++) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int cost =
            Math.min(previous[j - 1] + (same ? 0 : 1), Math.min(previous[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        row[j] = swapped ? Math.min(cost, before[j - 2] + 1) : cost;
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] oldest = before;
      before = previous;
      previous = row;
      row = oldest;
    }
    return previous[right.length()];
  }
}
