package foresail.rule.check;

import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.notation.Quantity;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;
import java.math.BigDecimal;

/** Memory limits in which nothing can run. */
public final class MemoryLimitTooSmall implements ContainerCheck {
  private static final BigDecimal LEAST = BigDecimal.valueOf(4L << 20);

  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    Quantity limit = container.resources().limits().get("memory");
    Place at = Place.of(container.resources(), "limits", "memory");
    if (limit != null
        && limit.sign() > 0
        && limit.value().compareTo(LEAST) < 0
        && !at.span().text().contains("m")) {
      scope.report(
          at,
          "container \""
              + container.name()
              + "\" may use no more than "
              + limit
              + " bytes of memory");
    }
  }
}
