package foresail.rule;

import foresail.finding.Severity;
import foresail.model.KubernetesObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that take part in a run and have something to look at, by what they look at. */
final class ActiveRules {
  /** A foreign kind may have the name of a built-in one: the class tells them apart. */
  private final Map<Class<?>, Map<String, List<ActiveRule>>> byKind = new HashMap<>();

  private final List<ActiveRule> once = new ArrayList<>();

  ActiveRules(RuleSet rules, RuleOptions options, List<KubernetesObject> objects) {
    List<KubernetesObject> samples = oneOfEach(objects);
    for (Rule rule : rules.all()) {
      Optional<Severity> severity = options.severity(rule);
      if (severity.isPresent() && rule.evaluation() instanceof Rule.Evaluation.ByCheck by) {
        add(rule, by, severity.get(), options.isChosen(rule), samples);
      }
    }
    for (OwnRule own : options.own().all()) {
      options
          .severity(own.rule())
          .ifPresent(
              severity ->
                  add(
                      new ActiveRule(
                          own.rule(), own.each(), own, severity, options.isChosen(own.rule())),
                      samples));
    }
  }

  private static List<KubernetesObject> oneOfEach(List<KubernetesObject> objects) {
    Map<Class<?>, Map<String, KubernetesObject>> samples = new LinkedHashMap<>();
    for (KubernetesObject object : objects) {
      samples
          .computeIfAbsent(object.getClass(), unused -> new LinkedHashMap<>())
          .putIfAbsent(object.kind(), object);
    }
    return samples.values().stream().flatMap(kinds -> kinds.values().stream()).toList();
  }

  /** A check whose kind does not occur is not even loaded. */
  private void add(
      Rule rule,
      Rule.Evaluation.ByCheck by,
      Severity severity,
      boolean chosen,
      List<KubernetesObject> samples) {
    if (by.each().isRun()) {
      once.add(new ActiveRule(rule, by, severity, chosen));
      return;
    }
    if (samples.stream().anyMatch(by.each()::includes)) {
      add(new ActiveRule(rule, by, severity, chosen), samples);
    }
  }

  private void add(ActiveRule active, List<KubernetesObject> samples) {
    for (KubernetesObject sample : samples) {
      if (active.each().includes(sample)) {
        byKind
            .computeIfAbsent(sample.getClass(), unused -> new HashMap<>())
            .computeIfAbsent(sample.kind(), unused -> new ArrayList<>())
            .add(active);
      }
    }
  }

  /** Those that look at an object, in the order of their ids. */
  List<ActiveRule> of(KubernetesObject object) {
    Map<String, List<ActiveRule>> kinds = byKind.getOrDefault(object.getClass(), Map.of());
    return kinds.getOrDefault(object.kind(), List.of());
  }

  /** Those that look at everything at once. */
  List<ActiveRule> once() {
    return once;
  }
}
