package foresail.rule;

import java.util.HashMap;
import java.util.Map;

/** The pages of rules, each read once, and only where something was found. */
final class Pages {
  private final Map<String, RulePage> read = new HashMap<>();

  Pages(OwnRules own) {
    own.all().forEach(rule -> read.put(rule.rule().id(), rule.page()));
  }

  RulePage of(String id) {
    return read.computeIfAbsent(id, RulePage::of);
  }
}
