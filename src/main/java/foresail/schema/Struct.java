package foresail.schema;

import java.util.Map;

/**
 * The fields of an object.
 *
 * @param name as the schema has it: {@code core.v1.Container}; empty for one without a definition
 * @param fields in the order of their names
 * @param open whether other fields are let through
 */
record Struct(String name, Map<String, Type> fields, boolean open) {
  /** The name of the Go struct: {@code Container}. */
  String goName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
