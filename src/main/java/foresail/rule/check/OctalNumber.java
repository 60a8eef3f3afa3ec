package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.OtherObject;
import foresail.rule.Check;
import foresail.rule.Scope;
import foresail.source.ScalarType;

/** Numbers that a leading zero makes octal. */
public final class OctalNumber implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof OtherObject
        && object.manifest().id().group().contains(".")
        && !object.manifest().id().group().endsWith(".k8s.io")) {
      return;
    }
    Scalars.visit(
        object.node(),
        (key, value) -> {
          if (value.type() == ScalarType.INTEGER
              && isOctal(value.written())
              && !key.equals("mode")
              && !key.equals("defaultMode")) {
            scope
                .report(
                    Place.of(() -> value),
                    key + " " + value.written() + " is an octal number and means " + value.text())
                .advise("drop the zero, or write " + value.text());
          }
        });
  }

  private static boolean isOctal(String written) {
    return written.length() > 1
        && written.charAt(0) == '0'
        && written.chars().allMatch(c -> c >= '0' && c <= '7');
  }
}
