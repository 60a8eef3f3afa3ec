package foresail.finding;

import static java.util.Objects.requireNonNull;

import foresail.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One error with which the API server would refuse an object. The rules turn refusals into
 * findings: the rule that lists the fact explains it.
 *
 * @param fact id of the validation fact that is broken; rules name it in {@code facts:}
 * @param path the field as the server prints it: {@code spec.containers[0].ports[1].name}; empty
 *     for the object as a whole
 * @param message the server's own words behind the path, so that a search of the web finds the same
 *     text
 * @param span the smallest text at fault: the value, or where something is absent the key of the
 *     nearest written parent
 * @param related other places that explain it
 */
public record Refusal(
    String fact,
    Reason reason,
    String path,
    String message,
    Span span,
    List<Label> related,
    Optional<Fix> fix) {
  public Refusal {
    requireNonNull(fact);
    requireNonNull(reason);
    requireNonNull(path);
    requireNonNull(message);
    requireNonNull(span);
    related = List.copyOf(related);
    requireNonNull(fix);
  }

  public Refusal(String fact, Reason reason, String path, String message, Span span) {
    this(fact, reason, path, message, span, List.of(), Optional.empty());
  }
}
