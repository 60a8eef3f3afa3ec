package foresail.validation.pod;

import static foresail.validation.check.Names.nonReservedPath;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.fileMode;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** Volumes that hold files made of other objects and of the pod itself. */
final class FileSourceChecks {
  private FileSourceChecks() {}

  private static final List<String> FIELD_PATHS =
      List.of(
          "metadata.annotations",
          "metadata.labels",
          "metadata.name",
          "metadata.namespace",
          "metadata.uid");

  /** One of {@code items}: which key becomes which file. */
  static final Check KEY_TO_PATH =
      object(
          field("key", required("pod.volumes.items.key")),
          field("path", required("pod.volumes.items.path.required")),
          field("path", nonReservedPath("pod.volumes.items.path")),
          field("mode", ifSet(), fileMode("pod.volumes.items.mode")));

  static final Check SECRET =
      object(
          field("secretName", required("pod.volumes.secret.secretName")),
          field("defaultMode", ifSet(), fileMode("pod.volumes.secret.defaultMode")),
          field("items", each(KEY_TO_PATH)));

  static final Check CONFIG_MAP =
      object(
          field("name", required("pod.volumes.configMap.name")),
          field("defaultMode", ifSet(), fileMode("pod.volumes.configMap.defaultMode")),
          field("items", each(KEY_TO_PATH)));

  private static final Check FIELD_REF =
      DownwardApi.fieldRef(
          new DownwardApi.FieldFacts(
              "pod.volumes.downwardAPI.fieldRef",
              "pod.volumes.downwardAPI.fieldRef",
              "pod.volumes.downwardAPI.fieldRef",
              "pod.volumes.downwardAPI.fieldRef",
              "pod.volumes.downwardAPI.fieldRef",
              "pod.volumes.downwardAPI.fieldRef"),
          FIELD_PATHS);

  private static final Check RESOURCE_FIELD_REF =
      DownwardApi.resourceFieldRef(
          new DownwardApi.ResourceFacts(
              "pod.volumes.downwardAPI.resourceFieldRef.containerName",
              "pod.volumes.downwardAPI.resourceFieldRef.resource.required",
              "pod.volumes.downwardAPI.resourceFieldRef.resource",
              "pod.volumes.downwardAPI.resourceFieldRef.divisor",
              "pod.volumes.downwardAPI.resourceFieldRef.divisor",
              "pod.volumes.downwardAPI.resourceFieldRef.divisor",
              "pod.volumes.downwardAPI.resourceFieldRef.divisor"),
          true);

  private static final Check FILE =
      object(
          field("path", required("pod.volumes.downwardAPI.path.required")),
          field("path", nonReservedPath("pod.volumes.downwardAPI.path")),
          field("fieldRef", ifSet(), FIELD_REF),
          rule(
              FileSourceChecks::oneReference,
              "pod.volumes.downwardAPI.both",
              "pod.volumes.downwardAPI.none"),
          object(
              (file, out) -> !file.get("fieldRef").isSet(),
              field("resourceFieldRef", ifSet(), RESOURCE_FIELD_REF)),
          field("mode", ifSet(), fileMode("pod.volumes.downwardAPI.mode")));

  /** The files of the downward API: the server prints them without items and index. */
  static final Check DOWNWARD_FILES =
      rule(
          (holder, out) -> {
            for (Field file : holder.get("items").items()) {
              FILE.look(file.printedAs(holder), out);
            }
          },
          FILE.facts().toArray(String[]::new));

  static final Check DOWNWARD_API =
      object(
          field("defaultMode", ifSet(), fileMode("pod.volumes.downwardAPI.defaultMode")),
          DOWNWARD_FILES);

  private static void oneReference(Field file, Refusals out) {
    boolean field = file.get("fieldRef").isSet();
    boolean resource = file.get("resourceFieldRef").isSet();
    if (field && resource) {
      out.invalid(
          "pod.volumes.downwardAPI.both",
          file,
          "\"resource\"",
          "fieldRef and resourceFieldRef can not be specified simultaneously");
    } else if (!field && !resource) {
      out.required(
          "pod.volumes.downwardAPI.none", file, "one of fieldRef and resourceFieldRef is required");
    }
  }
}
