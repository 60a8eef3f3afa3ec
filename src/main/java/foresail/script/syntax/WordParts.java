package foresail.script.syntax;

import foresail.script.syntax.WordPart.Quoted;
import java.util.ArrayList;
import java.util.List;

/** The parts of a word that is being read; neighbouring characters are joined into one part. */
final class WordParts {
  private final List<WordPart> list = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private boolean pendingQuoted;

  void literal(char c) {
    mode(false);
    pending.append(c);
  }

  void quoted(String text) {
    mode(true);
    pending.append(text);
  }

  void add(WordPart part) {
    flush();
    list.add(part);
  }

  List<WordPart> list() {
    flush();
    return list;
  }

  private void mode(boolean quoted) {
    if (quoted != pendingQuoted) {
      flush();
      pendingQuoted = quoted;
    }
  }

  private void flush() {
    if (pending.length() > 0) {
      var text = pending.toString();
      list.add(pendingQuoted ? new Quoted(text) : new WordPart.Literal(text));
      pending.setLength(0);
    }
  }
}
