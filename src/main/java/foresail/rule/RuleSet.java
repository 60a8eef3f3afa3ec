package foresail.rule;

import foresail.finding.Category;
import foresail.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules that there are, in the order of their ids. */
public final class RuleSet {
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, Rule> byFact = new HashMap<>();
  private final Map<String, Rule> byPrefix = new LinkedHashMap<>();

  private RuleSet(List<Rule> rules) {
    for (Rule rule : rules) {
      this.rules.put(rule.id(), rule);
      if (rule.evaluation() instanceof Rule.Evaluation.Facts facts) {
        for (String fact : facts.ids()) {
          if (fact.endsWith("*")) {
            byPrefix.put(fact.substring(0, fact.length() - 1), rule);
          } else {
            byFact.put(fact, rule);
          }
        }
      }
    }
  }

  /** Those that are part of the program. */
  public static RuleSet builtIn() {
    return parse(index());
  }

  /** These and a user's own. */
  RuleSet with(OwnRules own) {
    if (own.all().isEmpty()) {
      return this;
    }
    List<Rule> all = new ArrayList<>(rules.values());
    own.all().forEach(rule -> all.add(rule.rule()));
    return new RuleSet(all);
  }

  static RuleSet parse(String index) {
    List<Rule> rules = new ArrayList<>();
    for (int from = 0; from < index.length(); ) {
      int to = index.indexOf('\n', from);
      rules.add(rule(index.substring(from, to).split("\t", -1)));
      from = to + 1;
    }
    return new RuleSet(rules);
  }

  private static Rule rule(String[] fields) {
    return new Rule(
        fields[0],
        Category.valueOf(fields[1]),
        severity(fields[2]),
        severity(fields[3]),
        switch (fields[4]) {
          case "facts" ->
              new Rule.Evaluation.Facts(Arrays.asList(fields).subList(5, fields.length));
          case "check" -> new Rule.Evaluation.ByCheck(fields[5], new Each(fields[6]));
          default -> new Rule.Evaluation.WhileReading();
        });
  }

  private static Optional<Severity> severity(String word) {
    return switch (word) {
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      case "note" -> Optional.of(Severity.NOTE);
      default -> Optional.empty();
    };
  }

  private static String index() {
    try (InputStream made = RuleSet.class.getResourceAsStream("/rules/" + RuleCompiler.INDEX)) {
      return made != null
          ? new String(made.readAllBytes(), StandardCharsets.UTF_8)
          : RuleCompiler.compile(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where classes run that no build has packed, the rules lie beside them and are read as such. */
  private static Path folder() {
    URL rules = RuleSet.class.getResource("/rules");
    if (rules == null) {
      throw new IllegalStateException("the rules are not on the class path");
    }
    try {
      return Path.of(new URI(rules.toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the order of their ids. */
  public List<Rule> all() {
    return List.copyOf(rules.values());
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /**
   * The rule that explains a validation fact: the one that names it, else the one with the longest
   * beginning of it.
   */
  Optional<Rule> ofFact(String fact) {
    Rule exact = byFact.get(fact);
    if (exact != null) {
      return Optional.of(exact);
    }
    String longest = "";
    for (String prefix : byPrefix.keySet()) {
      if (prefix.length() > longest.length() && fact.startsWith(prefix)) {
        longest = prefix;
      }
    }
    return Optional.ofNullable(byPrefix.get(longest));
  }
}
