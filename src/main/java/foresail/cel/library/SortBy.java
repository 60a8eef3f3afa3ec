package foresail.cel.library;

import static foresail.cel.library.Kind.ANY;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code list.sortBy(item, item.name)} as cel-go has it (ext/lists.go, v0.26): the list sorted by
 * another one with the keys. The library's own knows a wrong type of the result.
 */
final class SortBy {
  static final CelMacro MACRO = CelMacro.newReceiverMacro("sortBy", 2, SortBy::expand);

  private static final String FUNCTION = "@sortByAssociatedKeys";

  private SortBy() {}

  static void addTo(Functions functions, List<CelType> keys) {
    for (CelType key : keys) {
      functions.member(
          FUNCTION,
          "list_sort_by_associated_keys|" + key.name(),
          Kind.list(ANY.type()),
          Kind.list(ANY.type()),
          Kind.list(key),
          SortBy::sorted);
    }
  }

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    if (arguments.get(0).getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return Optional.of(factory.reportError("sortBy variable name must be a simple identifier"));
    }
    return CelStandardMacro.MAP
        .getDefinition()
        .getExpander()
        .expandMacro(factory, factory.copy(target), arguments)
        .map(keys -> factory.newReceiverCall(FUNCTION, target, keys));
  }

  private static List<?> sorted(List<?> list, List<?> keys) {
    if (list.size() != keys.size()) {
      throw new IllegalArgumentException("no such overload");
    }
    List<Integer> order = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      order.add(i);
    }
    order.sort((left, right) -> Order.compare(keys.get(left), keys.get(right)));
    List<Object> sorted = new ArrayList<>(list.size());
    for (int index : order) {
      sorted.add(list.get(index));
    }
    return sorted;
  }
}
