package foresail.simulation.controller.job;

import java.util.SortedSet;
import java.util.TreeSet;

/** Indexes as the API writes them: {@code 0-2,5}. */
final class IndexRanges {
  private IndexRanges() {}

  /**
   * The indexes below a number that a text names.
   *
   * @param text validated by the server
   */
  static SortedSet<Integer> parse(String text, int below) {
    SortedSet<Integer> indexes = new TreeSet<>();
    for (String range : text.split(",")) {
      if (!range.isBlank()) {
        String[] ends = range.split("-", 2);
        int first = Integer.parseInt(ends[0].strip());
        int last = ends.length == 1 ? first : Integer.parseInt(ends[1].strip());
        for (int index = first; index <= Math.min(last, below - 1); index++) {
          indexes.add(index);
        }
      }
    }
    return indexes;
  }
}
