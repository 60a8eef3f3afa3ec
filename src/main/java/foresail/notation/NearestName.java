package foresail.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds which known names a misspelt one may have meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The candidates that are near: equal after dropping case and {@code -_.}, or within one
   * insertion, deletion, substitution or transposition for words of up to five characters and two
   * for longer ones. Names that differ only in digits are not near: {@code v1} is not a misspelt
   * {@code v2}.
   *
   * @return the nearest first, those of equal distance in the order of the candidates
   */
  public static List<String> among(Iterable<String> candidates, String word) {
    int limit = word.length() <= 5 ? 1 : 2;
    List<List<String>> byDistance = new ArrayList<>();
    for (int i = 0; i <= limit; i++) {
      byDistance.add(new ArrayList<>());
    }
    String plain = plain(word);
    for (String candidate : candidates) {
      if (!candidate.equals(word) && !differOnlyInDigits(candidate, word)) {
        boolean same = plain.equals(plain(candidate));
        int distance = same ? 0 : distance(word, candidate, limit);
        if (distance <= limit) {
          byDistance.get(distance).add(candidate);
        }
      }
    }
    return byDistance.stream().flatMap(List::stream).toList();
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c != '-' && c != '_' && c != '.') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean differOnlyInDigits(String a, String b) {
    return withoutDigits(a).equals(withoutDigits(b));
  }

  private static String withoutDigits(String word) {
    StringBuilder rest = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9') {
        rest.append(c);
      }
    }
    return rest.toString();
  }

  /**
   * How many edits make one text of the other: put in, take out or replace one character, or swap
   * two neighbours (optimal string alignment).
   *
   * @return more than the limit as soon as it must be more
   */
  public static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
