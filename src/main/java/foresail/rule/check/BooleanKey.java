package foresail.rule.check;

import foresail.finding.Edit;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;
import foresail.source.ScalarNode;
import java.util.Set;

/** Keys that YAML reads as a boolean or number. */
public final class BooleanKey implements Check {
  private static final Set<String> FREE =
      Set.of(
          "data",
          "stringData",
          "binaryData",
          "labels",
          "annotations",
          "matchLabels",
          "nodeSelector",
          "selector");

  @Override
  public void check(KubernetesObject object, Scope scope) {
    for (OddScalars.Odd odd : OddScalars.of(object, scope).keys()) {
      if (FREE.contains(odd.parent())) {
        ScalarNode key = odd.scalar();
        scope
            .report(
                Place.of(() -> odd.entry().value()),
                "the key "
                    + key.written()
                    + " of "
                    + odd.parent()
                    + " becomes \""
                    + key.text()
                    + "\"")
            .underline(key.span())
            .fix("quote it", new Edit(key.span(), "\"" + key.written() + "\""));
      }
    }
  }
}
