package foresail.notation;

import java.util.Optional;

/** Finds the name that somebody meant who wrote another. */
public final class Spelling {
  private Spelling() {}

  /**
   * The known name that differs least: by at most one change in three letters, where a change puts
   * in, leaves out or replaces a letter or swaps two neighbours. Upper and lower case do not
   * differ. Of several the first; empty where none is near.
   */
  public static Optional<String> nearest(String written, Iterable<String> known) {
    String best = null;
    int least = Math.max(1, written.length() / 3) + 1;
    for (String name : known) {
      if (Math.abs(name.length() - written.length()) < least) {
        int changes = changes(written, name);
        if (changes < least) {
          least = changes;
          best = name;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Optimal string alignment; three rows are enough. */
  private static int changes(String from, String to) {
    int[] before = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (same(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && same(from.charAt(i - 1), to.charAt(j - 2))
                && same(from.charAt(i - 2), to.charAt(j - 1));
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[to.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
