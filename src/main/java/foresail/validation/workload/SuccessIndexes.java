package foresail.validation.workload;

import foresail.validation.check.GoValues;

/** A set of indexes as text: {@code 1,3-5,7}. */
final class SuccessIndexes {
  private SuccessIndexes() {}

  /**
   * @param total how many indexes; 0 where the text is wrong
   * @param error in the server's words; empty where the text is right
   */
  record Parsed(long total, String error) {}

  static Parsed parse(String text, long completions) {
    if (text.isEmpty()) {
      return new Parsed(0, "");
    }
    long total = 0;
    long last = -1;
    for (String part : text.split(",", -1)) {
      String[] limits = part.split("-", -1);
      if (limits.length > 2) {
        return wrong(
            "the fragment "
                + GoValues.quoted(part)
                + " violates the requirement that an index interval can have at most two parts"
                + " separated by '-'");
      }
      long from = last;
      for (int i = 0; i < limits.length; i++) {
        String limit = limits[i];
        long index = number(limit);
        if (index < 0) {
          return wrong("cannot convert string to integer for index: " + GoValues.quoted(limit));
        }
        if (index >= completions) {
          return wrong("too large index: " + GoValues.quoted(limit));
        }
        if (last >= index) {
          return wrong("non-increasing order, previous: " + last + ", current: " + index);
        }
        from = i == 0 ? index : from;
        last = index;
      }
      total += last - from + 1;
    }
    return new Parsed(total, "");
  }

  private static Parsed wrong(String error) {
    return new Parsed(0, error);
  }

  private static long number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notNumber) {
      return -1;
    }
  }
}
