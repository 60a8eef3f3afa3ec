package foresail.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a written text a reader of HTML or Markdown would take for structure. */
final class WrittenMarkup {
  private static final Pattern TAG = Pattern.compile("<[/!a-zA-Z][^\\s>]*");

  private WrittenMarkup() {}

  /** The beginnings of tags and comments: {@code <td}, {@code </p}, {@code <!--}. */
  static List<String> tags(String text) {
    List<String> tags = new ArrayList<>();
    Matcher matcher = TAG.matcher(text);
    while (matcher.find()) {
      tags.add(matcher.group());
    }
    return tags;
  }

  /** How many cells each line of a table has. */
  static List<Integer> cells(String markdown) {
    List<Integer> cells = new ArrayList<>();
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("|")) {
        cells.add(line.replace("\\\\", "").replace("\\|", "").split("\\|", -1).length);
      }
    }
    return cells;
  }
}
