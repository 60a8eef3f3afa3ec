package foresail.validation.definition;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** The columns that kubectl prints. */
final class ColumnChecks {
  private static final String FACT = "crd.columns";
  private static final List<String> TYPES =
      List.of("boolean", "date", "integer", "number", "string");
  private static final List<String> FORMATS =
      List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");

  private ColumnChecks() {}

  static void look(Field columns, Refusals out) {
    for (Field column : columns.items()) {
      if (column.get("name").text().isEmpty()) {
        out.required(FACT, column.get("name"));
      }
      Field type = column.get("type");
      if (type.text().isEmpty()) {
        out.required(FACT, type, "must be one of " + String.join(",", TYPES));
      } else {
        known(type, TYPES, out);
      }
      if (!column.get("format").text().isEmpty()) {
        known(column.get("format"), FORMATS, out);
      }
      Field path = column.get("jsonPath").printedAs("JSONPath");
      if (path.text().isEmpty()) {
        out.required(FACT, path);
      } else {
        SubresourceChecks.isPath(FACT, path, out);
      }
    }
  }

  private static void known(Field field, List<String> words, Refusals out) {
    if (!words.contains(field.text())) {
      out.invalid(FACT, field, "must be one of " + String.join(",", words));
    }
  }
}
