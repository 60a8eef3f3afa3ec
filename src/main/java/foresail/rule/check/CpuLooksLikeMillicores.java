package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.notation.Quantity;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.math.BigDecimal;
import java.util.Map;

/** A hundred cores and more where thousandths were meant. */
public final class CpuLooksLikeMillicores implements ContainerCheck {
  private static final BigDecimal MANY = BigDecimal.valueOf(100);

  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    look("requests", container.resources().requests(), container, scope);
    look("limits", container.resources().limits(), container, scope);
  }

  private static void look(
      String field, Map<String, Quantity> quantities, Container container, Scope scope) {
    Quantity cpu = quantities.get("cpu");
    Place at = Place.of(container.resources(), field, "cpu");
    if (cpu != null
        && Written.has(container.resources(), field, "cpu")
        && cpu.value().compareTo(MANY) >= 0
        && cpu.isWhole()
        && !at.span().text().contains("m")) {
      scope
          .report(
              at,
              "container \"" + container.name() + "\" has " + cpu + " whole cores in its " + field)
          .advise("write " + cpu + "m if thousandths are meant");
    }
  }
}
