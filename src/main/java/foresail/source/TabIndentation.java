package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recognises a tab among the blanks that indent a line as the cause of a syntax error, and tries
 * which number of blanks in its place makes the document readable.
 */
final class TabIndentation {
  static final String RULE = "tab-indentation";

  /** Widths of a tab, the likeliest first. */
  private static final int[] WIDTHS = {2, 4, 8};

  /** Larger documents get no fix: each try reads the document again. */
  private static final int LARGEST = 100_000;

  private static final int MOST_LINES = 50;

  private TabIndentation() {}

  /**
   * The same problem, told as one of tabs where a tab is its cause.
   *
   * @param read reads a document and returns what is wrong with it
   */
  static Problem orElse(
      Problem syntax, SourceFile file, Chunk chunk, Function<SourceFile, Optional<Problem>> read) {
    int line = lineWithTab(file, syntax);
    if (line == 0) {
      return syntax;
    }
    Span tab = firstTab(file, line);
    Problem problem =
        Problem.of(RULE, "a tab indents this line, and YAML takes only blanks for that", tab);
    return chunk.to() - chunk.from() > LARGEST
        ? problem
        : repair(file, chunk, line, read).map(problem::withRepair).orElse(problem);
  }

  /** The line of the error, or one it depends on; 0 where no tab is in sight. */
  private static int lineWithTab(SourceFile file, Problem syntax) {
    int line = syntax.at().span().line();
    if (tabAt(file.line(line)) >= 0) {
      return line;
    }
    // An error is often noticed only on the line behind its cause.
    for (int above = line - 1; above > 0 && above >= line - 1; above--) {
      if (tabAt(file.line(above)) >= 0) {
        return above;
      }
    }
    return 0;
  }

  /** Index of the first tab among the blanks and dashes that begin a line; below 0 without one. */
  private static int tabAt(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        return line.isBlank() ? -1 : i;
      }
      boolean dash = c == '-' && i + 1 < line.length() && line.charAt(i + 1) <= ' ';
      if (c != ' ' && !dash) {
        return -1;
      }
    }
    return -1;
  }

  private static Span firstTab(SourceFile file, int line) {
    String text = file.line(line);
    int from = tabAt(text);
    int to = from;
    while (to < text.length() && text.charAt(to) == '\t') {
      to++;
    }
    return new Span(file, line, from + 1, line, to + 1);
  }

  private static Optional<Problem.Repair> repair(
      SourceFile file, Chunk chunk, int line, Function<SourceFile, Optional<Problem>> read) {
    int firstLine = chunk.line();
    List<String> lines =
        new ArrayList<>(List.of(file.text().substring(chunk.from(), chunk.to()).split("\n", -1)));
    for (int width : WIDTHS) {
      Optional<List<Integer>> changed = mend(lines, line - firstLine, width, read);
      if (changed.isPresent()) {
        List<Problem.Replacement> replacements = new ArrayList<>();
        for (int index : changed.get()) {
          int number = index + firstLine;
          int end = indentEnd(lines.get(index));
          replacements.add(
              new Problem.Replacement(
                  new Span(file, number, 1, number, end + 1),
                  widen(lines.get(index), width)
                      .substring(
                          0,
                          end
                              + widen(lines.get(index), width).length()
                              - lines.get(index).length())));
        }
        return Optional.of(new Problem.Repair("indent with blanks", replacements));
      }
    }
    return Optional.empty();
  }

  /** Mends line by line where the reader stumbles, so tabs inside of scalars stay. */
  private static Optional<List<Integer>> mend(
      List<String> lines, int first, int width, Function<SourceFile, Optional<Problem>> read) {
    List<String> tried = new ArrayList<>(lines);
    List<Integer> changed = new ArrayList<>();
    int next = first;
    while (changed.size() < MOST_LINES) {
      if (next < 0 || next >= tried.size() || changed.contains(next)) {
        return Optional.empty();
      }
      tried.set(next, widen(tried.get(next), width));
      changed.add(next);
      SourceFile attempt = new SourceFile("", String.join("\n", tried));
      Optional<Problem> left = read.apply(attempt);
      if (left.isEmpty()) {
        return Optional.of(changed);
      }
      next = lineWithTab(attempt, left.get()) - 1;
    }
    return Optional.empty();
  }

  private static int indentEnd(String line) {
    int end = 0;
    while (end < line.length()
        && (line.charAt(end) <= ' '
            || line.charAt(end) == '-' && end + 1 < line.length() && line.charAt(end + 1) <= ' ')) {
      end++;
    }
    return end;
  }

  private static String widen(String line, int width) {
    int end = indentEnd(line);
    return line.substring(0, end).replace("\t", " ".repeat(width)) + line.substring(end);
  }
}
