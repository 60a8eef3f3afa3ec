package foresail.rule;

import foresail.finding.Category;
import foresail.finding.Finding;
import foresail.finding.Label;
import foresail.finding.Severity;
import foresail.finding.Subject;
import foresail.notation.NearestName;
import foresail.source.Comment;
import foresail.source.Manifest;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comments {@code # foresail: ignore[rule-id] reason}, which speak of their own line or of the
 * one below, and the annotations {@code foresail.dev/ignore: rule-id, rule-id}, which speak of an
 * object.
 */
final class Suppressions {
  static final String UNUSED = "unused-suppression";
  private static final String ANNOTATION = "foresail.dev/ignore";
  private static final String WORD = "foresail:";
  private static final String OPEN = "ignore[";

  private record Line(SourceFile file, int line) {}

  private record Whole(SourceFile file, Subject subject) {}

  private final Map<Line, List<Directive>> lines = new HashMap<>();
  private final Map<Whole, Directive> objects = new HashMap<>();
  private final List<Directive> all = new ArrayList<>();

  Suppressions(List<Manifest> manifests) {
    Manifest before = null;
    for (Manifest manifest : manifests) {
      // Items of a List share their document's comments.
      if (before == null
          || before.file() != manifest.file()
          || before.document() != manifest.document()) {
        manifest.comments().forEach(this::comment);
      }
      before = manifest;
      annotation(manifest);
    }
  }

  private void comment(Comment comment) {
    String text = comment.text();
    if (!text.startsWith(WORD)) {
      return;
    }
    int open = text.indexOf(OPEN, WORD.length());
    int close = text.indexOf(']', open);
    if (open < 0 || close < 0 || !text.substring(WORD.length(), open).isBlank()) {
      return;
    }
    Directive directive =
        new Directive(comment.span(), text.substring(open + OPEN.length(), close));
    int line = comment.span().line();
    SourceFile file = comment.span().file();
    all.add(directive);
    lines
        .computeIfAbsent(
            new Line(file, comment.alone() ? below(file, line) : line), key -> new ArrayList<>(1))
        .add(directive);
  }

  /** The next line that says something: comments may be stacked. */
  private static int below(SourceFile file, int line) {
    int next = line + 1;
    while (next < file.lineCount() && file.line(next).stripLeading().startsWith("#")) {
      next++;
    }
    return next;
  }

  private void annotation(Manifest manifest) {
    Optional<Node> value = manifest.root().at("metadata", "annotations", ANNOTATION);
    if (value.isPresent() && value.get() instanceof ScalarNode scalar && scalar.isString()) {
      Directive directive = new Directive(scalar.span(), scalar.text());
      all.add(directive);
      objects.put(new Whole(manifest.file(), Subject.of(manifest, "")), directive);
    }
  }

  /** Whether an author does not want to hear of it. */
  boolean silence(Finding finding) {
    if (all.isEmpty()) {
      return false;
    }
    SourceFile file = finding.primary().span().file();
    for (Directive directive :
        lines.getOrDefault(new Line(file, finding.primary().span().line()), List.of())) {
      if (directive.silences(finding)) {
        return true;
      }
    }
    return finding
        .subject()
        .map(about -> new Whole(file, new Subject(about.object(), about.document(), "")))
        .map(objects::get)
        .map(directive -> directive.silences(finding))
        .orElse(false);
  }

  /** A warning for each word that silenced nothing. */
  List<Finding> unused(RuleSet rules, Severity severity) {
    List<Finding> findings = new ArrayList<>();
    for (Directive directive : all) {
      for (String word : directive.unused()) {
        findings.add(
            Finding.of(
                UNUSED,
                Category.STYLE,
                severity,
                message(word, rules),
                Label.at(directive.span())));
      }
    }
    return findings;
  }

  private static String message(String word, RuleSet rules) {
    boolean known =
        rules.find(word).isPresent()
            || List.of(Category.values()).stream().anyMatch(c -> c.word().equals(word));
    if (known) {
      return "\"" + word + "\" is ignored here, but it has nothing to say";
    }
    List<String> near = NearestName.among(rules.all().stream().map(Rule::id).toList(), word);
    return "there is no rule \""
        + word
        + "\""
        + (near.isEmpty() ? "" : "; did you mean \"" + near.get(0) + "\"?");
  }
}
