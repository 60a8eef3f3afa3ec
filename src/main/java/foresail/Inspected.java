package foresail;

import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.graph.Graph;
import foresail.graph.Placeholder;
import foresail.model.KubernetesObject;
import foresail.rule.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * One object after the stages that look at it alone.
 *
 * @param object with the server's defaults
 * @param refusals what the API server would refuse it for
 */
record Inspected(KubernetesObject object, List<Refusal> refusals) {
  /** The one thing that is wrong in a patch as well as in a whole object. */
  private static final String UNKNOWN_FIELD = "decode.unknown-field";

  /** Whether the server knows what it is, and can judge it further. */
  boolean isDecoded() {
    return refusals.stream()
        .noneMatch(
            refusal ->
                refusal.reason() == Reason.BAD_REQUEST || refusal.reason() == Reason.NO_MATCH);
  }

  /** The same object, refused for more. */
  Inspected with(List<Refusal> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Refusal> all = new ArrayList<>(refusals);
    all.addAll(more);
    return new Inspected(object, all);
  }

  /**
   * What is to be told of all refusals: of patches and fragments, which become objects elsewhere,
   * only unknown fields; and nothing of values that somebody replaces before.
   */
  static List<Refused> refused(List<Inspected> objects, Graph graph) {
    List<Refused> told = new ArrayList<>();
    for (Inspected inspected : objects) {
      if (!inspected.refusals.isEmpty()) {
        boolean partial = graph.isPartial(inspected.object);
        for (Refusal refusal : inspected.refusals) {
          boolean unfinished = !graph.isAsIs() && Placeholder.isIn(refusal.span().text());
          if (!unfinished && (!partial || refusal.fact().equals(UNKNOWN_FIELD))) {
            told.add(new Refused(inspected.object.manifest(), refusal));
          }
        }
      }
    }
    return told;
  }
}
