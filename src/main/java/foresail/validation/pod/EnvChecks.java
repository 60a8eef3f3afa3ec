package foresail.validation.pod;

import static foresail.validation.check.Names.configMapKey;
import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.dnsSubdomain;
import static foresail.validation.check.Names.envVarName;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Names.prefixOf;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.printedAsParent;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.since;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.notation.RelativePaths;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.List;

/** {@code env} and {@code envFrom} of a container. */
final class EnvChecks {
  private EnvChecks() {}

  private static final List<String> FIELD_PATHS =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");

  private static final Check FIELD_REF =
      DownwardApi.fieldRef(
          new DownwardApi.FieldFacts(
              "pod.env.fieldRef.fieldPath.required",
              "pod.env.fieldRef.apiVersion",
              "pod.env.fieldRef.fieldPath.unknown",
              "pod.env.fieldRef.fieldPath.subscript",
              "pod.env.fieldRef.fieldPath.unsupported",
              "pod.env.fieldRef.subscript-key"),
          FIELD_PATHS);

  private static final Check RESOURCE_FIELD_REF =
      DownwardApi.resourceFieldRef(
          new DownwardApi.ResourceFacts(
              "pod.env.resourceFieldRef.resource.required",
              "pod.env.resourceFieldRef.resource.required",
              "pod.env.resourceFieldRef.resource",
              "pod.env.resourceFieldRef.divisor.cpu",
              "pod.env.resourceFieldRef.divisor.memory",
              "pod.env.resourceFieldRef.divisor.ephemeral",
              "pod.env.resourceFieldRef.divisor.hugepages"),
          false);

  private static final Check FILE_KEY_REF =
      object(
          since(35),
          field(
              "key",
              required("pod.env.fileKeyRef.key.required"),
              envVarName("pod.env.fileKeyRef.key")),
          field(
              "volumeName",
              required("pod.env.fileKeyRef.volumeName.required"),
              dnsLabel("pod.env.fileKeyRef.volumeName")),
          field(
              "path",
              required("pod.env.fileKeyRef.path.required"),
              format("pod.env.fileKeyRef.path", RelativePaths::withoutBacksteps)),
          field(
              "volumeName",
              rule(
                  EnvChecks::volumeOfFile,
                  "pod.env.fileKeyRef.volume.missing",
                  "pod.env.fileKeyRef.volume.type")));

  static final Check ENV =
      each(
          field("name", required("pod.env.name.required"), envVarName("pod.env.name.format")),
          field(
              "valueFrom",
              ifSet(),
              field("fieldRef", ifSet(), FIELD_REF),
              field("resourceFieldRef", ifSet(), RESOURCE_FIELD_REF),
              field(
                  "configMapKeyRef",
                  ifSet(),
                  field("name", dnsSubdomain("pod.env.configMapKeyRef.name")),
                  field(
                      "key",
                      required("pod.env.configMapKeyRef.key.required"),
                      configMapKey("pod.env.configMapKeyRef.key"))),
              field(
                  "secretKeyRef",
                  ifSet(),
                  field("name", dnsSubdomain("pod.env.secretKeyRef.name")),
                  field(
                      "key",
                      required("pod.env.secretKeyRef.key.required"),
                      configMapKey("pod.env.secretKeyRef.key"))),
              field("fileKeyRef", ifSet(), FILE_KEY_REF),
              rule(
                  EnvChecks::oneSource,
                  "pod.env.valueFrom.none",
                  "pod.env.valueFrom.with-value",
                  "pod.env.valueFrom.several")));

  static final Check ENV_FROM =
      each(
          field("prefix", ifNotZero(), envVarName("pod.env.envFrom.prefix")),
          field(
              "configMapRef",
              ifSet(),
              field(
                  "name",
                  required("pod.env.envFrom.configMapRef.name.required"),
                  prefixOf("pod.env.envFrom.configMapRef.name", DnsNames::subdomain))),
          field(
              "secretRef",
              ifSet(),
              field(
                  "name",
                  required("pod.env.envFrom.secretRef.name.required"),
                  prefixOf("pod.env.envFrom.secretRef.name", DnsNames::subdomain))),
          printedAsParent(
              rule(
                  EnvChecks::oneEnvFromSource, "pod.env.envFrom.none", "pod.env.envFrom.several")));

  private static void oneSource(Field valueFrom, Refusals out) {
    boolean files = out.release() >= 35;
    int sources =
        count(valueFrom, "fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef")
            + (files ? count(valueFrom, "fileKeyRef") : 0);
    if (sources == 0) {
      out.invalid(
          "pod.env.valueFrom.none",
          valueFrom,
          "\"\"",
          "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`"
              + (files ? ", `secretKeyRef` or `fileKeyRef`" : " or `secretKeyRef`"));
    } else if (!valueFrom.parent().get("value").isZero()) {
      out.invalid(
          "pod.env.valueFrom.with-value",
          valueFrom,
          "\"\"",
          "may not be specified when `value` is not empty");
    } else if (sources > 1) {
      out.invalid(
          "pod.env.valueFrom.several",
          valueFrom,
          "\"\"",
          "may not have more than one field specified at a time");
    }
  }

  private static void oneEnvFromSource(Field source, Refusals out) {
    int sources = count(source, "configMapRef", "secretRef");
    if (sources == 0) {
      out.invalid(
          "pod.env.envFrom.none",
          source,
          "\"\"",
          "must specify one of: `configMapRef` or `secretRef`");
    } else if (sources > 1) {
      out.invalid(
          "pod.env.envFrom.several",
          source,
          "\"\"",
          "may not have more than one field specified at a time");
    }
  }

  private static int count(Field holder, String... names) {
    int count = 0;
    for (String name : names) {
      count += holder.get(name).isSet() ? 1 : 0;
    }
    return count;
  }

  private static void volumeOfFile(Field name, Refusals out) {
    for (Field volume : PodVolumes.of(PodSpecs.around(name), out)) {
      if (volume.get("name").is(name.text())) {
        if (!volume.get("emptyDir").isSet()) {
          out.invalid(
              "pod.env.fileKeyRef.volume.type", name, "referenced volume must be of type emptyDir");
        }
        return;
      }
    }
    out.notFound("pod.env.fileKeyRef.volume.missing", name, GoValues.text(name));
  }
}
