package foresail.validation.definition;

import foresail.schema.custom.CustomSchema;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.custom.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields by which a list of custom resources can be asked for. */
final class SelectableFieldChecks {
  private static final String FACT = "crd.selectable";
  private static final int MOST = 8;

  private SelectableFieldChecks() {}

  static void look(Field selectable, Field validation, Refusals out) {
    Node schema = validation.get("openAPIV3Schema").node().orElse(null);
    if (!(schema instanceof MappingNode mapping)) {
      apart(selectable, true, out);
      return;
    }
    CustomSchema root = CustomSchema.of(mapping);
    Map<String, Field> seen = new LinkedHashMap<>();
    for (Field item : selectable.items()) {
      Field path = item.get("jsonPath");
      if (path.text().isEmpty()) {
        out.required(FACT, path);
        continue;
      }
      JsonPath found = JsonPath.read(path.text(), root, false);
      if (!found.problem().isEmpty()) {
        out.invalid(FACT, path, "is an invalid path: " + found.problem());
        continue;
      }
      known(path, found, out);
      Field earlier = seen.putIfAbsent(found.path(), path);
      if (earlier != null) {
        out.duplicate(FACT, path, earlier);
      }
    }
    if (seen.size() > MOST) {
      out.tooMany(FACT, selectable, seen.size(), MOST);
    }
  }

  /**
   * The server looks for the schema beside the fields: both at the top, or both in the version.
   *
   * @param top whether the fields are the same in all versions
   */
  static void apart(Field selectable, boolean top, Refusals out) {
    String words =
        top
            ? "may only be set when validations.schema is included"
            : "may only be set when `version.schema.openAPIV3Schema` is not included";
    out.invalid(FACT, selectable, "\"\"", words);
  }

  private static void known(Field path, JsonPath found, Refusals out) {
    if (found.path().equals("metadata") || found.path().startsWith("metadata.")) {
      out.invalid(FACT, path, "must not point to fields in metadata");
    }
    String type = found.schema().map(CustomSchema::type).orElse("");
    if (!type.equals("string") && !type.equals("boolean") && !type.equals("integer")) {
      out.invalid(
          FACT,
          path,
          "must point to a field of type string, boolean or integer. Enum string fields and strings"
              + " with formats are allowed.");
    }
  }
}
