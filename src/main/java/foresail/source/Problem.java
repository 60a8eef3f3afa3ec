package foresail.source;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a text itself: it cannot be opened, does not parse, or says something twice.
 *
 * <p>A finding in the making: this package knows no severities, so whoever runs it turns problems
 * into findings.
 *
 * @param ruleId names the rule that explains it
 * @param message one line, no full stop
 * @param at the text to underline
 * @param related other places that explain it, in reading order
 * @param repair what would put it right, where a program can know it
 * @param document position of the document in its file, from 0; empty where the file as a whole is
 *     meant
 */
public record Problem(
    String ruleId,
    String message,
    Place at,
    List<Place> related,
    Optional<Repair> repair,
    Optional<Integer> document) {
  public Problem {
    requireNonNull(ruleId);
    requireNonNull(message);
    requireNonNull(at);
    related = List.copyOf(related);
    requireNonNull(repair);
    requireNonNull(document);
  }

  /**
   * A place and what to say about it.
   *
   * @param message one line; empty where the problem's message says it all
   */
  public record Place(Span span, String message) {
    public Place {
      requireNonNull(span);
      requireNonNull(message);
    }
  }

  /**
   * Edits that remove the problem.
   *
   * @param description an imperative, one line
   */
  public record Repair(String description, List<Replacement> replacements) {
    public Repair {
      replacements = List.copyOf(replacements);
    }
  }

  /**
   * A piece of text and what shall stand there instead.
   *
   * @param span empty (start equals end) where text is only put in
   */
  public record Replacement(Span span, String text) {}

  static Problem of(String ruleId, String message, Span span) {
    return of(ruleId, message, span, "");
  }

  /**
   * @param label beside the underline
   */
  static Problem of(String ruleId, String message, Span span, String label) {
    return new Problem(
        ruleId, message, new Place(span, label), List.of(), Optional.empty(), Optional.empty());
  }

  /** Adds a place that explains it. */
  Problem withRelated(Span span, String label) {
    List<Place> places = new ArrayList<>(related);
    places.add(new Place(span, label));
    return new Problem(ruleId, message, at, places, repair, document);
  }

  Problem withRepair(Repair cure) {
    return new Problem(ruleId, message, at, related, Optional.of(cure), document);
  }

  Problem inDocument(int number) {
    return new Problem(ruleId, message, at, related, repair, Optional.of(number));
  }
}
