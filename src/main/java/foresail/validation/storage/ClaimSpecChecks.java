package foresail.validation.storage;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;

/**
 * {@code spec} of a PersistentVolumeClaim, also where one stands in a StatefulSet or in a pod's
 * volume (pkg/apis/core/validation/validation.go, v1.36).
 */
public final class ClaimSpecChecks {
  private ClaimSpecChecks() {}

  /** One of {@code dataSource} and {@code dataSourceRef}. */
  private static final Check SOURCE =
      object(
          ifSet(),
          field("name", required("pvc.spec.dataSource.name")),
          field("kind", required("pvc.spec.dataSource.kind")),
          rule(ClaimSpecChecks::coreSource, "pvc.spec.dataSource.core"),
          field("apiGroup", ifNotZero(), dnsSubdomain("pvc.spec.dataSource.apiGroup")));

  /** The spec but for the sources of its data. */
  private static final Check WITHOUT_SOURCES =
      object(
          field(
              "accessModes",
              required("pvc.spec.accessModes.required", "at least 1 access mode is required"),
              AccessModes.accessModes("pvc.spec.accessModes", "pvc.spec.accessModes.rwop")),
          field("selector", Selectors.labelSelector("pvc.spec.selector")),
          rule(ClaimSpecChecks::storage, "pvc.spec.storage.required", "pvc.spec.storage.positive"),
          field("storageClassName", ifNotZero(), dnsSubdomain("pvc.spec.storageClassName")),
          field("volumeMode", ifSet(), oneOf("pvc.spec.volumeMode", "Block", "Filesystem")),
          field(
              "volumeAttributesClassName",
              ifNotZero(),
              dnsSubdomain("pvc.spec.volumeAttributesClassName")));

  /** The spec where it stands in another object: its sources are looked at as they are. */
  public static final Check SPEC =
      object(
          WITHOUT_SOURCES,
          field("dataSource", SOURCE),
          field(
              "dataSourceRef",
              SOURCE,
              field("namespace", ifNotZero(), dnsLabel("pvc.spec.dataSourceRef.namespace"))),
          rule(
              ClaimSpecChecks::sameSource,
              "pvc.spec.dataSourceRef.namespace-and-dataSource",
              "pvc.spec.dataSourceRef.match"));

  /** The spec of a claim itself: the server copies one source to the other, and drops some. */
  public static final Check OF_CLAIM =
      object(
          WITHOUT_SOURCES,
          rule(ClaimSpecChecks::normalisedSources, SOURCE.facts().toArray(String[]::new)),
          rule(ClaimSpecChecks::sameOfClaim, "pvc.spec.dataSourceRef.match"));

  private static void normalisedSources(Field spec, Refusals out) {
    Field source = spec.get("dataSource");
    Field ref = reference(spec);
    if (ref.isSet()) {
      SOURCE.look(source.isSet() ? source : ref.printedAs(source), out);
      SOURCE.look(ref, out);
    } else if (source.isSet() && isOfOld(source)) {
      SOURCE.look(source, out);
      SOURCE.look(source.printedAs(ref), out);
    }
  }

  /** Behind a gate that is off: a reference into another namespace is dropped as a whole. */
  private static Field reference(Field spec) {
    Field ref = spec.get("dataSourceRef");
    return ref.get("namespace").isZero() ? ref : spec.get("");
  }

  /** What dataSource alone may name; anything else the server drops. */
  private static boolean isOfOld(Field source) {
    String group = source.get("apiGroup").text();
    return group.isEmpty() && source.get("kind").is("PersistentVolumeClaim")
        || group.equals("snapshot.storage.k8s.io") && source.get("kind").is("VolumeSnapshot");
  }

  private static void sameOfClaim(Field spec, Refusals out) {
    if (reference(spec).isSet()) {
      sameSource(spec, out);
    }
  }

  private static void sameSource(Field spec, Refusals out) {
    Field source = spec.get("dataSource");
    Field ref = spec.get("dataSourceRef");
    if (!source.isSet() || !ref.isSet()) {
      return;
    }
    if (!ref.get("namespace").isZero()) {
      out.invalid(
          "pvc.spec.dataSourceRef.namespace-and-dataSource",
          source.printedAs(spec),
          "{}",
          "may not be specified when dataSourceRef.namespace is specified");
    } else if (!same(source, ref, "apiGroup")
        || !same(source, ref, "kind")
        || !same(source, ref, "name")) {
      out.invalid(
          "pvc.spec.dataSourceRef.match", ref.printedAs(spec), "{}", "must match dataSourceRef");
    }
  }

  private static boolean same(Field one, Field other, String name) {
    return one.get(name).is(other.get(name).text());
  }

  private static void coreSource(Field source, Refusals out) {
    Field kind = source.get("kind");
    boolean core = source.get("apiGroup").isZero();
    if (core && !kind.is("PersistentVolumeClaim")) {
      out.invalid(
          "pvc.spec.dataSource.core",
          kind.printedAs(source),
          "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
    }
  }

  private static void storage(Field spec, Refusals out) {
    Field resources = spec.get("resources");
    Field requests = resources.get("requests");
    Field storage = requests.get("storage").printedAs(resources.key("storage"));
    if (!storage.isSet()) {
      out.required("pvc.spec.storage.required", storage);
    } else if (storage.quantity().sign() <= 0) {
      out.invalid(
          "pvc.spec.storage.positive",
          storage,
          GoValues.quoted(storage.quantity().toString()),
          "must be greater than zero");
    }
  }
}
