package foresail.rule;

import foresail.finding.Category;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one small file of the folder rules/: a line for each rule with what a run needs to know,
 * fields separated by tabs. The build calls it, so that no run reads some hundred YAML files.
 */
public final class RuleCompiler {
  /** Beside the rules. */
  static final String INDEX = "index.tsv";

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "category",
          "severity",
          "summary",
          "why",
          "fix",
          "reference",
          "facts",
          "about",
          "check",
          "each",
          "examples");
  private static final List<String> SEVERITIES = List.of("error", "warning", "note", "off");

  private RuleCompiler() {}

  /**
   * @param arguments the folder rules/, and the folder that gets the index
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target);
    Files.writeString(target.resolve(INDEX), compile(Path.of(arguments[0])));
  }

  /**
   * The text of the index.
   *
   * @throws IllegalArgumentException naming file and flaw, where a rule is not as it should be
   */
  static String compile(Path folder) throws IOException {
    var index = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".yaml")).sorted().toList()) {
        line(file, Files.readString(file), index);
      }
    }
    return index.toString();
  }

  private static void line(Path file, String text, StringBuilder into) {
    MappingNode rule = RuleFiles.read(file.toString(), text);
    for (MappingNode.Entry entry : rule.entries()) {
      wanted(KEYS.contains(entry.name()), file, "no key of a rule: " + entry.name());
    }
    String id = RuleFiles.required(rule, "id");
    wanted(file.getFileName().toString().equals(id + ".yaml"), file, "its id is " + id);
    RuleFiles.required(rule, "summary");
    RuleFiles.required(rule, "why");
    String category = RuleFiles.required(rule, "category").toUpperCase(Locale.ROOT);
    wanted(
        Stream.of(Category.values()).anyMatch(one -> one.name().equals(category)),
        file,
        "no category: " + category);
    into.append(id).append('\t').append(category).append('\t').append(severity(file, rule));
    evaluation(rule, into);
    into.append('\n');
  }

  /** One word for both worlds, or one for each: {@code {open: note, closed: error}}. */
  private static String severity(Path file, MappingNode rule) {
    Node severity =
        rule.get("severity").orElseThrow(() -> new IllegalArgumentException(file + ": severity"));
    String open;
    String closed;
    if (severity instanceof MappingNode both) {
      open = RuleFiles.required(both, "open");
      closed = RuleFiles.required(both, "closed");
    } else {
      open = ((ScalarNode) severity).written();
      closed = open;
    }
    for (String word : List.of(open, closed)) {
      wanted(SEVERITIES.contains(word), file, "no severity: " + word);
    }
    return open + "\t" + closed;
  }

  private static void evaluation(MappingNode rule, StringBuilder into) {
    List<Node> facts = RuleFiles.list(rule, "facts");
    if (!facts.isEmpty()) {
      into.append("\tfacts");
      for (Node fact : facts) {
        into.append('\t').append(((ScalarNode) fact).text());
      }
    } else if (rule.get("check").isPresent()) {
      into.append("\tcheck\t").append(RuleFiles.required(rule, "check"));
      into.append('\t').append(RuleFiles.required(rule, "each"));
    } else {
      into.append("\treading");
    }
  }

  private static void wanted(boolean holds, Path file, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(file + ": " + otherwise);
    }
  }
}
