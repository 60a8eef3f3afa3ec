package foresail.schema.custom;

import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found wrong with a value, and how much of it the schema spoke of: of several
 * alternatives the server tells what is wrong with the one that speaks of most.
 */
final class Told {
  /** The server prints no path where none of several alternatives fits. */
  static final String NO_PATH = "<nil>";

  private final List<Refusal> refusals = new ArrayList<>(0);
  private Set<String> told = Set.of();
  private int matches;

  boolean isEmpty() {
    return refusals.isEmpty();
  }

  List<Refusal> refusals() {
    return refusals;
  }

  int matches() {
    return matches;
  }

  void match(int count) {
    matches += count;
  }

  void addAll(Told other) {
    for (Refusal refusal : other.refusals) {
      add(refusal);
    }
    matches += other.matches;
  }

  void required(At at) {
    add("custom.required", Reason.REQUIRED, at.path(), "Required value", at.span());
  }

  void type(Node value, At at, String wanted, String given) {
    String message = "Invalid value: \"" + given + "\": " + at.path() + " in body must be of type ";
    add(
        "custom.type",
        Reason.TYPE_INVALID,
        at.path(),
        message + wanted + ": \"" + given + "\"",
        value instanceof ScalarNode ? value.span() : at.span());
  }

  /** {@code spec.legs in body should be ...}. */
  void invalid(String value, At at, String words) {
    String message = "Invalid value: " + value + ": " + at.path() + " in body " + words;
    value(Reason.INVALID, at, message);
  }

  void value(Reason reason, At at, String message) {
    add("custom.value", reason, at.path(), message, at.span());
  }

  void combination(At at, String words) {
    String message = "Invalid value: \"\": \"" + at.path() + "\" " + words;
    add("custom.value", Reason.INVALID, NO_PATH, message, at.span());
  }

  void outOfRange(At at, String words) {
    add("custom.value", Reason.INVALID, NO_PATH, "Invalid value: \"\": " + words, at.span());
  }

  private void add(String fact, Reason reason, String path, String message, Span span) {
    add(new Refusal(fact, reason, path, message, span));
  }

  /** The server says the same thing once. */
  private void add(Refusal refusal) {
    if (told.isEmpty()) {
      told = new HashSet<>();
    }
    if (told.add(refusal.path() + ": " + refusal.message())) {
      refusals.add(refusal);
    }
  }
}
