package foresail.rule;

import static java.util.Objects.requireNonNull;

import foresail.config.ObjectName;
import foresail.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user wants of the rules.
 *
 * @param only ids and categories; empty for all
 * @param skip ids and categories
 * @param severities the user's own by id or category; an empty one switches off
 * @param closedWorld whether the inputs and the cluster facts are everything that there is
 * @param complete kinds of which this holds in any case
 * @param own the user's own rules
 */
public record RuleOptions(
    List<String> only,
    List<String> skip,
    Map<String, Optional<Severity>> severities,
    boolean closedWorld,
    List<String> complete,
    OwnRules own) {
  /** All rules that are on, as they are, in an open world. */
  public static final RuleOptions STANDARD =
      new RuleOptions(List.of(), List.of(), Map.of(), false, List.of());

  public RuleOptions {
    only = List.copyOf(only);
    skip = List.copyOf(skip);
    requireNonNull(severities);
    complete = List.copyOf(complete);
    requireNonNull(own);
  }

  /** Without rules of the user's own. */
  public RuleOptions(
      List<String> only,
      List<String> skip,
      Map<String, Optional<Severity>> severities,
      boolean closedWorld,
      List<String> complete) {
    this(only, skip, severities, closedWorld, complete, OwnRules.NONE);
  }

  /** Whether every object of a kind that exists is known. */
  boolean isComplete(String kind) {
    return closedWorld || complete.stream().anyMatch(word -> new ObjectName(word, "").isA(kind));
  }

  /** Whether every rule that is on takes part: only then can a suppression be called unused. */
  boolean isComplete() {
    return only.isEmpty() && skip.isEmpty();
  }

  /** The severity of a rule's findings; empty where it takes no part. */
  Optional<Severity> severity(Rule rule) {
    if (names(skip, rule) || (!only.isEmpty() && !names(only, rule))) {
      return Optional.empty();
    }
    Optional<Optional<Severity>> own = own(rule);
    if (own.isPresent()) {
      return own.get();
    }
    Optional<Severity> usual = rule.severity(closedWorld);
    // Whoever names a rule that is off wants to see it.
    return usual.isEmpty() && only.contains(rule.id()) ? Optional.of(Severity.NOTE) : usual;
  }

  /** Whether the user chose the severity, which then nothing raises. */
  boolean isChosen(Rule rule) {
    return own(rule).isPresent();
  }

  private Optional<Optional<Severity>> own(Rule rule) {
    Optional<Severity> byId = severities.get(rule.id());
    return byId != null
        ? Optional.of(byId)
        : Optional.ofNullable(severities.get(rule.category().word()));
  }

  private static boolean names(List<String> words, Rule rule) {
    return words.contains(rule.id()) || words.contains(rule.category().word());
  }
}
