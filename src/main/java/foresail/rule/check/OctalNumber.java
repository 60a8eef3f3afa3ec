package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.OtherObject;
import foresail.rule.Check;
import foresail.rule.Scope;

/** Numbers that a leading zero makes octal. */
public final class OctalNumber implements Check {
  @Override
  public void check(KubernetesObject object, Scope scope) {
    for (OddScalars.Odd odd : OddScalars.of(object, scope).numbers()) {
      String key = odd.entry().name();
      boolean mode = key.equals("mode") || key.equals("defaultMode");
      if (!mode && isOctal(odd.scalar().written()) && !isForeign(object)) {
        scope
            .report(
                Place.of(odd::scalar),
                key
                    + " "
                    + odd.scalar().written()
                    + " is an octal number and means "
                    + odd.scalar().text())
            .advise("drop the zero, or write " + odd.scalar().text());
      }
    }
  }

  /** What a foreign kind means by a number nobody knows. */
  private static boolean isForeign(KubernetesObject object) {
    String group = object.manifest().id().group();
    return object instanceof OtherObject && group.contains(".") && !group.endsWith(".k8s.io");
  }

  private static boolean isOctal(String written) {
    return written.length() > 1 && written.chars().allMatch(c -> c >= '0' && c <= '7');
  }
}
