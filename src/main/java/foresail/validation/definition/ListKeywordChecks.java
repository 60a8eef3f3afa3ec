package foresail.validation.definition;

import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How lists and maps are merged: {@code x-kubernetes-list-type}, its keys, and map types. */
final class ListKeywordChecks {
  private static final String FACT = "crd.schema.list";
  private static final String LIST = "x-kubernetes-list-type";
  private static final String KEYS = "x-kubernetes-list-map-keys";
  private static final String MAP = "x-kubernetes-map-type";

  private ListKeywordChecks() {}

  static void look(Field schema, Refusals out) {
    if (schema.get(MAP).isSet()) {
      typeMustBe("object", schema, MAP, out);
      known(schema.get(MAP), List.of("atomic", "granular"), out);
    }
    Field list = schema.get(LIST);
    if (list.isSet()) {
      boolean array = typeMustBe("array", schema, LIST, out);
      if (array && list.is("set")) {
        atomicItems(schema.get("items"), out);
      }
      known(list, List.of("atomic", "set", "map"), out);
    }
    keys(schema, out);
  }

  private static boolean typeMustBe(String wanted, Field schema, String why, Refusals out) {
    Field type = schema.get("type");
    String words = "must be " + wanted + " if " + why + " is specified";
    if (type.isZero()) {
      out.required(FACT, type, words);
    } else if (!type.is(wanted)) {
      out.invalid(FACT, type, words);
    }
    return type.is(wanted);
  }

  private static void known(Field field, List<String> words, Refusals out) {
    if (!words.contains(field.text())) {
      out.notSupported(FACT, field, words);
    }
  }

  /** Items of a set are compared as a whole. */
  private static void atomicItems(Field items, Refusals out) {
    String words = "must be atomic as item of a list with x-kubernetes-list-type=set";
    Field type = items.get("type");
    if (type.is("array") && items.get(LIST).isSet() && !items.get(LIST).is("atomic")) {
      out.invalid(FACT, items.get(LIST), words);
    }
    if (type.is("object") && !items.get(MAP).is("atomic")) {
      out.invalid(FACT, items.get(MAP), words);
    }
  }

  private static void keys(Field schema, Refusals out) {
    Field list = schema.get(LIST);
    Field keys = schema.get(KEYS);
    if (keys.size() > 0 && !list.is("map")) {
      String words = "must be map if x-kubernetes-list-map-keys is non-empty";
      if (list.isSet()) {
        out.invalid(FACT, list, words);
      } else {
        out.required(FACT, list, words);
      }
    }
    Field items = schema.get("items");
    if (list.is("map")) {
      if (keys.size() == 0) {
        out.required(FACT, keys, "must not be empty if x-kubernetes-list-type is map");
      }
      itemsOfMap(items, keys, out);
    }
    if ((list.is("map") || list.is("set")) && items.isObject()) {
      if (items.get("nullable").isTrue()) {
        out.forbidden(
            FACT,
            items.get("nullable"),
            "cannot be nullable when x-kubernetes-list-type is " + list.text());
      }
      if (list.is("map")) {
        keysAreThere(items, keys, out);
      }
    }
  }

  private static void itemsOfMap(Field items, Field keys, Refusals out) {
    if (!items.isSet()) {
      out.required(FACT, items, "must have a schema if x-kubernetes-list-type is map");
      return;
    }
    if (!items.isObject()) {
      out.invalid(FACT, items, "must only have a single schema if x-kubernetes-list-type is map");
      return;
    }
    Field type = items.get("type");
    if (!type.is("object")) {
      out.invalid(FACT, type, "must be object if parent array's x-kubernetes-list-type is map");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Field key : keys.items()) {
      Field property = items.get("properties").entry(key.text());
      Field place = key.printedAs(keys);
      if (!property.isSet()) {
        out.invalid(
            FACT, place, GoValues.text(keys), "entries must all be names of item properties");
      } else if (property.get("type").is("array") || property.get("type").is("object")) {
        out.invalid(
            FACT,
            property.get("type"),
            "must be a scalar type if parent array's x-kubernetes-list-type is map");
      }
      if (!seen.add(key.text())) {
        out.invalid(FACT, place, GoValues.text(keys), "must not contain duplicate entries");
      }
    }
  }

  private static void keysAreThere(Field items, Field keys, Refusals out) {
    Set<String> required = new HashSet<>();
    items.get("required").items().forEach(name -> required.add(name.text()));
    for (Field key : keys.items()) {
      Field property = items.get("properties").entry(key.text());
      if (!property.isSet()) {
        continue;
      }
      if (!required.contains(key.text()) && !property.get("default").isSet()) {
        out.required(
            FACT,
            property.get("default"),
            "this property is in x-kubernetes-list-map-keys, so it must have a default or be a"
                + " required property");
      }
      if (property.get("nullable").isTrue()) {
        out.forbidden(
            FACT,
            property.get("nullable"),
            "this property is in x-kubernetes-list-map-keys, so it cannot be nullable");
      }
    }
  }
}
