package foresail.script.machine;

import java.util.ArrayList;
import java.util.List;

/** Splits a line as read does: the last name takes what is left. */
final class ReadFields {
  private ReadFields() {}

  static List<String> split(String line, String separators, int most, boolean raw) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    int i = skipBlanks(line, 0, separators);
    while (i < line.length()) {
      if (fields.size() == most - 1) {
        fields.add(rest(line.substring(i), separators, raw));
        return fields;
      }
      char c = line.charAt(i);
      if (c == '\\' && !raw) {
        if (i + 1 < line.length()) {
          field.append(line.charAt(i + 1));
        }
        i += 2;
      } else if (separators.indexOf(c) < 0) {
        field.append(c);
        i++;
      } else {
        fields.add(field.toString());
        field.setLength(0);
        int next = skipBlanks(line, i, separators);
        if (next < line.length() && separators.indexOf(line.charAt(next)) >= 0) {
          next = skipBlanks(line, next + 1, separators);
        }
        i = Math.max(next, i + 1);
      }
    }
    if (field.length() > 0) {
      fields.add(field.toString());
    }
    return fields;
  }

  private static int skipBlanks(String line, int start, String separators) {
    int i = start;
    while (i < line.length()
        && Character.isWhitespace(line.charAt(i))
        && separators.indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static String rest(String text, String separators, boolean raw) {
    int end = text.length();
    while (end > 0
        && Character.isWhitespace(text.charAt(end - 1))
        && separators.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    var rest = text.substring(0, end);
    // A single separator at the end closes the last field and is no part of it.
    if (rest.length() > 0
        && separators.indexOf(rest.charAt(rest.length() - 1)) >= 0
        && rest.chars().filter(c -> separators.indexOf(c) >= 0).count() == 1) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (raw || rest.indexOf('\\') < 0) {
      return rest;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '\\' && i + 1 < rest.length()) {
        i++;
      }
      plain.append(rest.charAt(i));
    }
    return plain.toString();
  }
}
