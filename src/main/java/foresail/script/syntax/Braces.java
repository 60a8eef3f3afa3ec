package foresail.script.syntax;

import java.util.ArrayList;
import java.util.List;

/** Brace expansion of bash: {@code a{b,c}} and {@code {1..5}}; the other shells have none. */
final class Braces {
  /** More words than this are nobody's script. */
  private static final int MOST = 10_000;

  private Braces() {}

  /** The words that a word stands for, itself where nothing expands. */
  static List<Word> expand(Word word, Dialect dialect) {
    if (dialect != Dialect.BASH || !mayExpand(word)) {
      return List.of(word);
    }
    var atoms = new ArrayList<Object>();
    for (var part : word.parts()) {
      if (part instanceof WordPart.Literal literal) {
        literal.text().chars().forEach(c -> atoms.add((char) c));
      } else {
        atoms.add(part);
      }
    }
    var results = expand(atoms);
    if (results.size() > MOST) {
      return List.of(word);
    }
    return results.stream().map(result -> new Word(word.at(), parts(result))).toList();
  }

  private static boolean mayExpand(Word word) {
    return word.parts().stream()
        .anyMatch(
            part -> part instanceof WordPart.Literal literal && literal.text().indexOf('{') >= 0);
  }

  /** An atom is a character, or a part that is not literal. */
  private static List<List<Object>> expand(List<Object> atoms) {
    for (int open = atoms.indexOf('{'); open >= 0 && open < atoms.size(); open++) {
      if (!atoms.get(open).equals('{')) {
        continue;
      }
      int close = closing(atoms, open);
      if (close < 0) {
        continue;
      }
      var alternatives = alternatives(atoms.subList(open + 1, close));
      if (alternatives.isEmpty()) {
        continue;
      }
      var tails = expand(atoms.subList(close + 1, atoms.size()));
      var results = new ArrayList<List<Object>>();
      for (var alternative : alternatives) {
        for (var tail : tails) {
          if (results.size() > MOST) {
            return results;
          }
          var result = new ArrayList<Object>(atoms.subList(0, open));
          result.addAll(alternative);
          result.addAll(tail);
          results.add(result);
        }
      }
      return results;
    }
    return List.of(atoms);
  }

  private static int closing(List<Object> atoms, int open) {
    int depth = 0;
    for (int i = open; i < atoms.size(); i++) {
      if (atoms.get(i).equals('{')) {
        depth++;
      } else if (atoms.get(i).equals('}') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<List<Object>> alternatives(List<Object> inside) {
    var results = new ArrayList<List<Object>>();
    int depth = 0;
    int start = 0;
    boolean comma = false;
    for (int i = 0; i <= inside.size(); i++) {
      Object atom = i == inside.size() ? (Object) ',' : inside.get(i);
      if (atom.equals('{')) {
        depth++;
      } else if (atom.equals('}')) {
        depth--;
      } else if (atom.equals(',') && depth == 0) {
        comma |= i < inside.size();
        results.addAll(expand(inside.subList(start, i)));
        start = i + 1;
      }
    }
    return comma ? results : range(inside);
  }

  /** {@code 1..5}, {@code 1..9..2}, {@code a..e}. */
  private static List<List<Object>> range(List<Object> inside) {
    var text = new StringBuilder();
    for (var atom : inside) {
      if (!(atom instanceof Character)) {
        return List.of();
      }
      text.append(atom);
    }
    var ends = text.toString().split("\\.\\.", -1);
    if (ends.length < 2 || ends.length > 3) {
      return List.of();
    }
    boolean letters = ends[0].length() == 1 && ends[1].length() == 1 && !isNumber(ends[0]);
    if (!letters && !(isNumber(ends[0]) && isNumber(ends[1]))) {
      return List.of();
    }
    if (ends.length == 3 && !isNumber(ends[2])) {
      return List.of();
    }
    long from = letters ? ends[0].charAt(0) : Long.parseLong(ends[0]);
    long to = letters ? ends[1].charAt(0) : Long.parseLong(ends[1]);
    long step = ends.length == 3 ? Math.max(1, Math.abs(Long.parseLong(ends[2]))) : 1;
    return count(from, to, step, letters, width(ends));
  }

  /** {@code 01..10} pads all its numbers. */
  private static int width(String[] ends) {
    boolean padded = ends[0].startsWith("0") && ends[0].length() > 1;
    padded |= ends[1].startsWith("0") && ends[1].length() > 1;
    return padded ? Math.max(ends[0].length(), ends[1].length()) : 0;
  }

  private static List<List<Object>> count(
      long from, long to, long step, boolean letters, int width) {
    var results = new ArrayList<List<Object>>();
    long sign = from <= to ? step : -step;
    for (long value = from;
        (sign > 0 ? value <= to : value >= to) && results.size() <= MOST;
        value += sign) {
      var text = letters ? String.valueOf((char) value) : Long.toString(value);
      text = "0".repeat(Math.max(0, width - text.length())) + text;
      var atoms = new ArrayList<Object>();
      text.chars().forEach(c -> atoms.add((char) c));
      results.add(atoms);
    }
    return results;
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    return text.length() > start
        && text.length() - start < 10
        && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }

  private static List<WordPart> parts(List<Object> atoms) {
    var parts = new ArrayList<WordPart>();
    var literal = new StringBuilder();
    for (var atom : atoms) {
      if (atom instanceof Character c) {
        literal.append(c);
      } else {
        if (literal.length() > 0) {
          parts.add(new WordPart.Literal(literal.toString()));
          literal.setLength(0);
        }
        parts.add((WordPart) atom);
      }
    }
    if (literal.length() > 0) {
      parts.add(new WordPart.Literal(literal.toString()));
    }
    return parts;
  }
}
