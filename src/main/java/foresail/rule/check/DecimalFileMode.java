package foresail.rule.check;

import foresail.finding.Edit;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.model.Volume;
import foresail.model.Workload;
import foresail.rule.Check;
import foresail.rule.Scope;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import java.util.Set;

/** Modes of files that were meant as octal numbers. */
public final class DecimalFileMode implements Check {
  private static final Set<String> SUSPICIOUS = Set.of("400", "440", "444", "500");

  @Override
  public void check(KubernetesObject object, Scope scope) {
    if (object instanceof Workload workload && !workload.template().spec().volumes().isEmpty()) {
      for (Volume volume : workload.template().spec().volumes()) {
        Scalars.visit(
            volume.node(),
            (key, value) -> {
              if ((key.equals("defaultMode") || key.equals("mode"))
                  && value.type() == ScalarType.INTEGER
                  && SUSPICIOUS.contains(value.written())) {
                report(value, scope);
              }
            });
      }
    }
  }

  private static void report(ScalarNode value, Scope scope) {
    String octal = Integer.toOctalString(Integer.parseInt(value.written()));
    scope
        .report(
            Place.of(() -> value),
            "mode " + value.written() + " is a decimal number and means 0" + octal)
        .fix("write 0" + value.written(), new Edit(value.span(), "0" + value.written()));
  }
}
