package foresail.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types that mutations make: {@code JSONPatch}, {@code Object} and {@code Object.spec...},
 * which have whatever fields are written (apiserver/pkg/cel/mutation/typeresolver.go, v1.36).
 */
final class PatchTypes implements CelTypeProvider {
  private static final Map<String, CelType> JSON_PATCH =
      Map.of(
          "op", SimpleType.STRING,
          "path", SimpleType.STRING,
          "from", SimpleType.STRING,
          "value", SimpleType.DYN);

  private final Map<String, CelType> made = new LinkedHashMap<>();
  private final DeclaredTypes others;

  private PatchTypes(DeclaredTypes others) {
    this.others = others;
    made.put(
        "JSONPatch",
        StructType.create(
            "JSONPatch",
            ImmutableSet.copyOf(JSON_PATCH.keySet()),
            name -> Optional.ofNullable(JSON_PATCH.get(name))));
  }

  /** With the fields that one expression names anywhere: each such type has them all. */
  static PatchTypes madeIn(CelAbstractSyntaxTree parsed, DeclaredTypes others) {
    PatchTypes types = new PatchTypes(others);
    Set<String> names = new LinkedHashSet<>();
    Set<String> fields = new LinkedHashSet<>();
    names.add("Object");
    CelNavigableAst.fromAst(parsed)
        .getRoot()
        .allNodes()
        .forEach(node -> collect(node.expr(), names, fields));
    ImmutableSet<String> all = ImmutableSet.copyOf(fields);
    for (String name : names) {
      types.made.put(name, StructType.create(name, all, field -> Optional.of(SimpleType.DYN)));
    }
    return types;
  }

  private static void collect(CelExpr node, Set<String> names, Set<String> fields) {
    if (node.getKind() == CelExpr.ExprKind.Kind.SELECT) {
      fields.add(node.select().field());
    } else if (node.getKind() == CelExpr.ExprKind.Kind.STRUCT) {
      String name = node.struct().messageName();
      if (name.startsWith("Object.")) {
        names.add(name);
      }
      node.struct().entries().forEach(entry -> fields.add(entry.fieldKey()));
    }
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableSet.<CelType>builder().addAll(made.values()).addAll(others.types()).build();
  }

  @Override
  public Optional<CelType> findType(String name) {
    CelType type = made.get(name);
    return type == null ? others.findType(name) : Optional.of(type);
  }
}
