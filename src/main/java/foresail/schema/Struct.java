package foresail.schema;

import java.util.List;
import java.util.Map;

/**
 * The fields of an object.
 *
 * @param name as the schema has it: {@code core.v1.Container}; empty for one without a definition
 * @param fields in the order of their names
 * @param required of custom resources only: others are validated by hand-written code
 * @param open whether other fields are let through
 */
record Struct(String name, Map<String, Type> fields, List<String> required, boolean open) {
  /** Whether it is of a custom resource, which has no Go type: the server checks its schema. */
  boolean isCustom() {
    return name.isEmpty() || name.indexOf('/') >= 0;
  }

  /** The name of the Go struct: {@code Container}. */
  String goName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
