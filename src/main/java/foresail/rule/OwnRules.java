package foresail.rule;

import foresail.cel.CelType;
import foresail.cel.Compilation;
import foresail.cel.Declarations;
import foresail.cel.Environment;
import foresail.finding.Category;
import foresail.finding.Severity;
import foresail.source.MappingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules that a user wrote, one a file, in the order of their files. */
public final class OwnRules {
  /** Nobody wrote any. */
  public static final OwnRules NONE = new OwnRules(List.of());

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "category",
          "severity",
          "summary",
          "why",
          "fix",
          "reference",
          "each",
          "require",
          "at",
          "examples");

  private final List<OwnRule> rules;

  private OwnRules(List<OwnRule> rules) {
    this.rules = List.copyOf(rules);
  }

  public List<OwnRule> all() {
    return rules;
  }

  /**
   * Reads files, and all {@code .yaml} files of folders.
   *
   * @throws IllegalArgumentException naming file and flaw, where a rule is not as it should be
   */
  public static OwnRules read(List<Path> paths) {
    if (paths.isEmpty()) {
      return NONE;
    }
    Environment environment = environment();
    Set<String> taken = new HashSet<>();
    RuleSet.builtIn().all().forEach(rule -> taken.add(rule.id()));
    List<OwnRule> rules = new ArrayList<>();
    for (Path file : files(paths)) {
      OwnRule rule = rule(file, environment);
      wanted(taken.add(rule.rule().id()), file, "there is a rule " + rule.rule().id() + " already");
      rules.add(rule);
    }
    return new OwnRules(rules);
  }

  /** Every function that any release has: these expressions are never sent to a server. */
  private static Environment environment() {
    Map<String, CelType> variables = new LinkedHashMap<>();
    variables.put("self", CelType.DYN);
    variables.put("object", CelType.DYN);
    return new Environment(new Declarations(Integer.MAX_VALUE, variables));
  }

  private static List<Path> files(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
        } catch (IOException e) {
          throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static OwnRule rule(Path file, Environment environment) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read", e);
    }
    MappingNode node = RuleFiles.read(file.toString(), text);
    for (MappingNode.Entry entry : node.entries()) {
      wanted(KEYS.contains(entry.name()), file, "no key of a rule: " + entry.name());
    }
    String id = RuleFiles.required(node, "id");
    Each each = new Each(RuleFiles.text(node, "each").orElse("object"));
    wanted(!each.isRun(), file, "each: run is for built-in rules");
    Compilation compilation =
        environment.compile(
            RuleFiles.required(node, "require"), List.of(CelType.BOOL, CelType.DYN));
    wanted(!compilation.isRefused(), file, "require: " + compilation.refusal());
    Rule rule =
        new Rule(
            id,
            category(file, RuleFiles.text(node, "category").orElse("style")),
            severity(file, RuleFiles.text(node, "severity").orElse("warning")),
            severity(file, RuleFiles.text(node, "severity").orElse("warning")),
            new Rule.Evaluation.ByExpression(each));
    return new OwnRule(
        rule,
        RulePage.parse(id, text),
        each,
        compilation.expression().orElseThrow(),
        steps(RuleFiles.text(node, "at").orElse(each.isContainer() ? "name" : "metadata.name")));
  }

  private static List<String> steps(String at) {
    return List.of(at.split("\\.", -1));
  }

  /** What a server would say is no matter of taste: that category is not for own rules. */
  private static Category category(Path file, String word) {
    for (Category category : Category.values()) {
      if (category.word().equals(word.toLowerCase(Locale.ROOT)) && category != Category.API) {
        return category;
      }
    }
    throw new IllegalArgumentException(file + ": no category: " + word);
  }

  private static Optional<Severity> severity(Path file, String word) {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return Optional.of(severity);
      }
    }
    wanted(word.equals("off"), file, "no severity: " + word);
    return Optional.empty();
  }

  private static void wanted(boolean holds, Path file, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(file + ": " + otherwise);
    }
  }
}
