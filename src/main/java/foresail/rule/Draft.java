package foresail.rule;

import foresail.finding.Edit;
import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Severity;
import foresail.finding.Subject;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding that a check is still writing. */
public final class Draft {
  private final KubernetesObject object;
  private final Place at;
  private final String message;
  private final List<Label> related = new ArrayList<>();
  private Span span;
  private String label = "";
  private Optional<String> why = Optional.empty();
  private Optional<Fix> fix = Optional.empty();
  private Optional<Severity> severity = Optional.empty();
  private boolean raised;
  private boolean sure;

  Draft(KubernetesObject object, Place at, String message) {
    this.object = object;
    this.at = at;
    this.message = message;
    this.span = at.span();
  }

  /** What stands beside the underline. */
  public Draft label(String text) {
    label = text;
    return this;
  }

  /** Underlines a piece of the field's text: a line of a script, a key instead of its value. */
  public Draft underline(Span piece) {
    span = piece;
    return this;
  }

  /** Another place that explains this one. */
  public Draft related(Span place, String text) {
    related.add(new Label(place, text));
    return this;
  }

  /** What happens otherwise, in this case; without, the rule's page tells it. */
  public Draft why(String sentence) {
    why = Optional.of(sentence);
    return this;
  }

  /** What to do; without, the rule's page tells it. */
  public Draft advise(String imperative) {
    fix = Optional.of(Fix.advice(imperative));
    return this;
  }

  /** An edit that is known to be right. */
  public Draft fix(String imperative, Edit... edits) {
    fix = Optional.of(new Fix(imperative, List.of(edits)));
    return this;
  }

  /** As severe as in a closed world: every object of the kind is known. */
  public Draft sure() {
    sure = true;
    return this;
  }

  /** One step worse: a near miss is evidence of a mistake. */
  public Draft raised() {
    raised = true;
    return this;
  }

  /** Another severity than the rule's usual one. */
  public Draft severity(Severity own) {
    severity = Optional.of(own);
    return this;
  }

  Finding finish(Rule rule, Severity usual, boolean chosen) {
    Severity own = sure ? rule.closed().orElse(usual) : usual;
    Severity result = chosen ? usual : severity.orElse(own);
    if (raised && !chosen && result != Severity.ERROR) {
      result = Severity.values()[result.ordinal() - 1];
    }
    String path = FieldPath.of(object.node(), at.value().node(), at.steps());
    return new Finding(
        rule.id(),
        rule.category(),
        result,
        message,
        new Label(span, label),
        related,
        why,
        fix,
        Optional.of(Subject.of(object.manifest(), path)),
        Optional.empty());
  }
}
