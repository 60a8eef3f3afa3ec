package foresail.validation.definition;

import static foresail.validation.check.Shapes.rule;

import foresail.source.Node;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;
import java.util.Optional;

/**
 * The schema, subresources, columns and selectable fields of each version. What all versions have
 * in common the server moves to the top and looks at once
 * (apiextensions-apiserver/pkg/apis/apiextensions/v1/conversion.go, v1.36).
 */
final class Versions {
  private Versions() {}

  static final Check PARTS =
      rule(
          Versions::look,
          "crd.schema.required",
          "crd.schema.root",
          "crd.schema.forbidden",
          "crd.schema.keyword",
          "crd.schema.list",
          "crd.schema.structural",
          "crd.default",
          "crd.rule",
          "crd.subresources",
          "crd.columns",
          "crd.selectable");

  private static void look(Field spec, Refusals out) {
    List<Field> versions = spec.get("versions").items();
    boolean sameSchema = isSame(versions, "schema");
    boolean sameSubresources = isSame(versions, "subresources");
    boolean sameColumns = isSame(versions, "additionalPrinterColumns");
    boolean sameSelectable = isSame(versions, "selectableFields");
    for (int i = 0; i < versions.size(); i++) {
      Field version = versions.get(i);
      schemaIsThere(version, out);
      if (i > 0 && sameSchema && sameSubresources && sameColumns && sameSelectable) {
        continue;
      }
      if (i == 0 || !sameSchema) {
        boolean status =
            sameSchema || sameSubresources
                ? versions.stream().anyMatch(Versions::hasStatus)
                : hasStatus(version);
        SchemaChecks.look(part(spec, version, "schema", "validation", sameSchema), status, out);
      }
      if (i == 0 || !sameSubresources) {
        SubresourceChecks.look(
            part(spec, version, "subresources", "subresources", sameSubresources), out);
      }
      if (i == 0 || !sameColumns) {
        String name = "additionalPrinterColumns";
        ColumnChecks.look(part(spec, version, name, name, sameColumns), out);
      }
      if (i == 0 || !sameSelectable) {
        String name = "selectableFields";
        Field part = part(spec, version, name, name, sameSelectable);
        if (sameSelectable == sameSchema && part.size() > 0) {
          SelectableFieldChecks.look(part, version.get("schema"), out);
        } else if (part.size() > 0) {
          SelectableFieldChecks.apart(part, sameSelectable, out);
        }
      }
    }
  }

  /** A part of a version, printed where the server keeps it. */
  private static Field part(Field spec, Field version, String name, String top, boolean same) {
    Field part = version.get(name);
    return same ? part.printedAs(spec.get(top)) : part;
  }

  private static void schemaIsThere(Field version, Refusals out) {
    Field schema = version.at("schema", "openAPIV3Schema");
    if (!schema.isSet()) {
      out.required("crd.schema.required", schema);
    }
  }

  private static boolean hasStatus(Field version) {
    return version.at("subresources", "status").isSet();
  }

  private static boolean isSame(List<Field> versions, String name) {
    if (versions.isEmpty()) {
      return false;
    }
    Optional<Node> first = versions.get(0).get(name).node();
    for (Field version : versions.subList(1, versions.size())) {
      Optional<Node> other = version.get(name).node();
      boolean same =
          first.isPresent() && other.isPresent()
              ? first.get().sameValue(other.get())
              : first.isEmpty() && other.isEmpty();
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
