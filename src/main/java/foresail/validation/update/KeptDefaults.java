package foresail.validation.update;

import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Refusal;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that the server had filled in, that {@code kubectl apply} therefore keeps, and that do not
 * go with what the new manifest says.
 */
public final class KeptDefaults {
  private KeptDefaults() {}

  /**
   * What is refused of the object that an update makes, and not of the manifest itself.
   *
   * @param applied the manifest
   * @param own what it is refused for
   * @param updated what the merged object is refused for
   */
  public static List<Refusal> refusals(Manifest applied, List<Refusal> own, List<Refusal> updated) {
    if (applied.id().kind().equals("Service")) {
      return List.of(); // the server wipes what its new type does not have (service/strategy.go)
    }
    Set<String> known = new HashSet<>();
    own.forEach(refusal -> known.add(refusal.path() + ": " + refusal.message()));
    List<Refusal> kept = new ArrayList<>();
    for (Refusal refusal : updated) {
      if (!known.contains(refusal.path() + ": " + refusal.message())) {
        kept.add(
            new Refusal(
                "kept." + refusal.fact(),
                refusal.reason(),
                refusal.path(),
                refusal.message(),
                place(applied.root(), refusal.path()),
                related(applied, refusal.span()),
                Optional.of(
                    Fix.advice(
                        "write "
                            + refusal.path().substring(refusal.path().lastIndexOf('.') + 1)
                            + " as it shall be, or null to remove it"))));
      }
    }
    return kept;
  }

  private static List<Label> related(Manifest applied, Span span) {
    return span.file() == applied.file()
        ? List.of()
        : List.of(new Label(span, "here the server had filled it in"));
  }

  /** The key of the field, or of the nearest one around it that is written. */
  private static Span place(MappingNode root, String path) {
    Node node = root;
    Span place = root.get("kind").map(Node::span).orElse(root.span());
    for (String step : path.replace("[", ".[").split("\\.", -1)) {
      if (node instanceof MappingNode mapping && mapping.entry(step).isPresent()) {
        MappingNode.Entry entry = mapping.entry(step).get();
        place = entry.value().added() ? place : entry.key().span();
        node = entry.value();
      } else if (node instanceof SequenceNode list && item(list, step).isPresent()) {
        node = item(list, step).get();
      } else {
        break;
      }
    }
    return place;
  }

  private static Optional<Node> item(SequenceNode list, String step) {
    for (int i = 0; i < list.items().size(); i++) {
      if (step.equals("[" + i + "]")) {
        return Optional.of(list.items().get(i));
      }
    }
    return Optional.empty();
  }
}
