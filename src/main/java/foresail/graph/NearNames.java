package foresail.graph;

import foresail.notation.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of many names are so like another one that it was probably meant, as {@link NearestName}
 * has it, without looking at each of them: thousands of numbered names are one group.
 */
public final class NearNames {
  /** Up to this length one edit is all that may differ. */
  private static final int SHORT = 5;

  /** Names by their text without digits, and then by their digits. */
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
        if (members != null && NearestName.distance(skeleton, group.getKey(), limit) <= distance) {
          for (String member : members) {
            if (NearestName.distance(name, member, limit) == distance
                && isMistyped(name, member)
                && found.add(member)) {
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
                && NearestName.distance(left, right, limit(left)) <= limit(left)
                && isMistyped(left, right)));
  }

  /**
   * Whether one name looks like a slip of the other and not like another word: {@code web-app} and
   * {@code web-api}, {@code my-secret} and {@code hf-secret} are both meant. Word by word, less
   * than half of the letters may differ, and of words of up to three letters only two may have
   * changed places.
   */
  private static boolean isMistyped(String left, String right) {
    String[] words = left.split("[-._]", -1);
    String[] others = right.split("[-._]", -1);
    if (words.length != others.length) {
      return NearestName.distance(left, right, 1) <= 1;
    }
    for (int i = 0; i < words.length; i++) {
      int longest = Math.max(words[i].length(), others[i].length());
      int distance = NearestName.distance(words[i], others[i], longest);
      boolean slip =
          longest <= 3 ? areSwapped(words[i], others[i], distance) : 2 * distance < longest;
      if (!slip) {
        return false;
      }
    }
    return true;
  }

  private static boolean areSwapped(String left, String right, int distance) {
    char[] a = left.toCharArray();
    char[] b = right.toCharArray();
    Arrays.sort(a);
    Arrays.sort(b);
    return distance <= 1 && Arrays.equals(a, b);
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
}
