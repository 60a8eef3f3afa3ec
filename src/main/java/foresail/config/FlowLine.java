package foresail.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one line of YAML's flow style, as the program's own lists are written: mappings, lists and
 * texts, the latter plain or in double quotes. Reading a whole file of cluster facts takes a tenth
 * of a second that nobody wants to wait for.
 */
final class FlowLine {
  private final String line;
  private int at;

  private FlowLine(String line, int at) {
    this.line = line;
    this.at = at;
  }

  /** The mapping that begins at an offset: its values are texts, lists and mappings. */
  static Map<String, Object> mapping(String line, int from) {
    return new FlowLine(line, from).mapping();
  }

  private Map<String, Object> mapping() {
    Map<String, Object> mapping = new LinkedHashMap<>();
    at++;
    skipSpace();
    while (line.charAt(at) != '}') {
      String key = text();
      at = line.indexOf(':', at) + 1;
      skipSpace();
      mapping.put(key, value());
      skipComma();
    }
    at++;
    return mapping;
  }

  private List<Object> list() {
    var list = new ArrayList<>();
    at++;
    skipSpace();
    while (line.charAt(at) != ']') {
      list.add(value());
      skipComma();
    }
    at++;
    return list;
  }

  private Object value() {
    return switch (line.charAt(at)) {
      case '{' -> mapping();
      case '[' -> list();
      default -> text();
    };
  }

  private String text() {
    int start = at;
    if (line.charAt(at) == '"') {
      at = line.indexOf('"', at + 1) + 1;
      return line.substring(start + 1, at - 1);
    }
    while (!endsPlainText()) {
      at++;
    }
    return line.substring(start, at).stripTrailing();
  }

  private boolean endsPlainText() {
    return switch (line.charAt(at)) {
      case ',', '}', ']' -> true;
      case ':' -> line.charAt(at + 1) == ' ';
      default -> false;
    };
  }

  private void skipComma() {
    skipSpace();
    if (line.charAt(at) == ',') {
      at++;
      skipSpace();
    }
  }

  private void skipSpace() {
    while (line.charAt(at) == ' ') {
      at++;
    }
  }
}
