package foresail.rule;

import static java.util.Objects.requireNonNull;

import foresail.notation.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of {@code foresail explain}.
 *
 * @param title the word or the rule's id
 * @param kind {@code rule, category api, error}, or where the word is met
 * @param summary one or two sentences
 * @param sections in reading order
 * @param reference where to read on
 */
public record Explanation(
    String title, String kind, String summary, List<Section> sections, Optional<String> reference) {
  public Explanation {
    requireNonNull(title);
    requireNonNull(kind);
    requireNonNull(summary);
    sections = List.copyOf(sections);
    requireNonNull(reference);
  }

  /**
   * @param heading one or two words
   * @param lines sentences, or the lines of a text
   * @param verbatim whether the lines are a text, such as a manifest, that must not be wrapped
   */
  public record Section(String heading, List<String> lines, boolean verbatim) {
    public Section {
      requireNonNull(heading);
      lines = List.copyOf(lines);
    }
  }

  /** The page of a rule, a STATUS word, a condition, a reason or an event; empty for any other. */
  public static Optional<Explanation> of(String word) {
    RuleSet rules = RuleSet.builtIn();
    return rules
        .find(word)
        .map(Explanation::ofRule)
        .or(() -> KubectlWords.read().find(word).map(found -> ofWord(found, word)));
  }

  /** What may have been meant by a word that has no page, the nearest first. */
  public static List<String> near(String word) {
    List<String> near = new ArrayList<>(KubectlWords.read().near(word));
    near.addAll(NearestName.among(RuleSet.builtIn().all().stream().map(Rule::id).toList(), word));
    return near;
  }

  private static Explanation ofRule(Rule rule) {
    RulePage page = RulePage.of(rule.id());
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("why", List.of(page.why()), false));
    page.fix().ifPresent(fix -> sections.add(new Section("fix", List.of(fix), false)));
    List<String> about = new ArrayList<>();
    page.about()
        .values()
        .forEach(one -> one.why().filter(w -> !about.contains(w)).ifPresent(about::add));
    if (!about.isEmpty()) {
      sections.add(new Section("in detail", about, false));
    }
    if (!page.examples().isEmpty()) {
      RulePage.Example first = page.examples().get(0);
      first
          .from()
          .ifPresent(
              older -> sections.add(new Section("example, before", older.lines().toList(), true)));
      for (Map.Entry<String, String> file : first.files().entrySet()) {
        String heading = first.files().size() == 1 ? "example" : "example, " + file.getKey();
        sections.add(new Section(heading, file.getValue().lines().toList(), true));
      }
    }
    sections.add(
        new Section("ignore", List.of("# foresail: ignore[" + rule.id() + "] reason"), true));
    return new Explanation(
        rule.id(),
        "rule, category " + rule.category().word() + ", " + severity(rule),
        page.summary(),
        sections,
        page.reference());
  }

  private static String severity(Rule rule) {
    String open = rule.open().map(word -> word.word()).orElse("off");
    String closed = rule.closed().map(word -> word.word()).orElse("off");
    return open.equals(closed) ? open : open + ", in a closed world " + closed;
  }

  private static Explanation ofWord(Word word, String shown) {
    List<Section> sections = new ArrayList<>();
    if (shown.regionMatches(true, 0, "Init:", 0, 5) && !word.hasNumbers()) {
      sections.add(
          new Section("here", List.of("Init: says that it is an init container's."), false));
    }
    sections.add(new Section("causes", word.causes(), false));
    sections.add(new Section("fix", List.of(word.cure()), false));
    word.since().ifPresent(text -> sections.add(new Section("today", List.of(text), false)));
    if (!word.see().isEmpty()) {
      sections.add(new Section("rules", word.see(), false));
    }
    return new Explanation(word.word(), word.kind(), word.means(), sections, Optional.empty());
  }
}
