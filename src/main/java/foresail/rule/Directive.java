package foresail.rule;

import foresail.finding.Finding;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules and categories that an author does not want to hear of at one place. */
final class Directive {
  /** What nobody may silence: such a file was not checked at all. */
  private static final Set<String> ALWAYS =
      Set.of("yaml-syntax", "tab-indentation", "unreadable-file");

  private final Span span;
  private final List<String> words;
  private final Set<String> used = new TreeSet<>();

  /**
   * @param span of the comment or annotation
   * @param words ids and categories, separated by commas
   */
  Directive(Span span, String words) {
    this.span = span;
    this.words = new ArrayList<>();
    for (String word : words.split(",")) {
      if (!word.isBlank()) {
        this.words.add(word.strip());
      }
    }
  }

  Span span() {
    return span;
  }

  List<String> words() {
    return words;
  }

  /** Whether it silences a finding; remembers which word did. */
  boolean silences(Finding finding) {
    if (ALWAYS.contains(finding.ruleId())) {
      return false;
    }
    for (String word : words) {
      if (word.equals(finding.ruleId()) || word.equals(finding.category().word())) {
        used.add(word);
        return true;
      }
    }
    return false;
  }

  /** The words that silenced nothing. */
  List<String> unused() {
    return words.stream().filter(word -> !used.contains(word)).toList();
  }
}
