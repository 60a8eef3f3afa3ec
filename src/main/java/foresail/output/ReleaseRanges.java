package foresail.output;

import java.util.ArrayList;
import java.util.List;

/** Releases for people: {@code 1.32–1.34, 1.37}. */
final class ReleaseRanges {
  private ReleaseRanges() {}

  /**
   * @param releases as {@code 1.36}, oldest first
   */
  static String of(List<String> releases) {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < releases.size(); i++) {
      boolean last = i == releases.size() - 1;
      if (last || minor(releases.get(i + 1)) != minor(releases.get(i)) + 1) {
        String first = releases.get(from);
        ranges.add(from == i ? first : first + "\u2013" + releases.get(i));
        from = i + 1;
      }
    }
    return String.join(", ", ranges);
  }

  private static int minor(String release) {
    return Integer.parseInt(release.substring(release.indexOf('.') + 1));
  }
}
