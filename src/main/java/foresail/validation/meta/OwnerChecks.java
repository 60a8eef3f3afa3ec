package foresail.validation.meta;

import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Refusals;
import java.util.List;

/** {@code metadata.ownerReferences}. */
final class OwnerChecks {
  /** The public OwnerReference. */
  private static final GoStruct OWNER =
      GoStruct.of(
          "apiVersion\"", "kind\"", "name\"", "uid\"", "controller?", "blockOwnerDeletion?");

  private OwnerChecks() {}

  /** Up to 1.36 printed without the index, and as wrong instead of missing. */
  static void complete(Field owner, Refusals out) {
    Field version = owner.get("apiVersion");
    if (lacksVersion(version.text())) {
      missing(version, "version must not be empty", out);
    }
    for (String name : List.of("kind", "name", "uid")) {
      if (owner.get(name).isZero()) {
        missing(owner.get(name), "must not be empty", out);
      }
    }
  }

  private static boolean lacksVersion(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    boolean twoSlashes = slash >= 0 && apiVersion.indexOf('/', slash + 1) >= 0;
    return twoSlashes || slash == apiVersion.length() - 1;
  }

  private static void missing(Field field, String words, Refusals out) {
    String fact = "metadata.ownerReferences." + field.name();
    if (out.release() >= 37 && field.isZero()) {
      out.required(fact, field, "must not be empty");
    } else if (out.release() >= 37) {
      out.invalid(fact, field, words);
    } else {
      Field owners = field.parent().parent();
      out.invalid(fact, field.printedAs(owners.get(field.name())), words);
    }
  }

  static void notBanned(Field owner, Refusals out) {
    if (owner.get("apiVersion").is("v1") && owner.get("kind").is("Event")) {
      out.invalid(
          "metadata.ownerReferences.banned",
          owner,
          OWNER.text(owner),
          "/v1, Kind=Event is disallowed from being an owner");
    }
  }

  static void oneController(Field owners, Refusals out) {
    Field first = null;
    for (Field owner : owners.items()) {
      if (!owner.get("controller").isTrue()) {
        continue;
      }
      if (first != null) {
        out.invalid(
            "metadata.ownerReferences.one-controller",
            owners,
            OWNER.text(owners),
            "Only one reference can have Controller set to true. Found \"true\" in references for "
                + name(first)
                + " and "
                + name(owner));
        return;
      }
      first = owner;
    }
  }

  private static String name(Field owner) {
    return owner.get("kind").text() + "/" + owner.get("name").text();
  }
}
