package foresail.validation.config;

import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.finding.Reason;
import foresail.notation.Base64Text;
import foresail.notation.KeyNames;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;

/** A ConfigMap (pkg/apis/core/validation/validation.go ValidateConfigMap, v1.36). */
public final class ConfigMapChecks {
  /** 1 MiB: what all values of a ConfigMap or a Secret may hold together, in bytes. */
  static final int MAX_BYTES = 1024 * 1024;

  private ConfigMapChecks() {}

  public static final Check CONFIG_MAP =
      object(
          MetadataChecks.NAMESPACED,
          rule(ConfigMapChecks::data, "configmap.data.key", "configmap.key-in-both"),
          rule(ConfigMapChecks::binaryData, "configmap.binaryData.key"),
          rule(ConfigMapChecks::size, "configmap.size"));

  private static void data(Field configMap, Refusals out) {
    Field binary = configMap.get("binaryData");
    for (Field entry : configMap.get("data").entries()) {
      Names.tell(
          "configmap.data.key", entry, entry.name(), KeyNames.configMapKey(entry.name()), out);
      if (binary.size() > 0 && binary.get(entry.name()).isSet()) {
        out.invalid(
            "configmap.key-in-both",
            entry,
            GoValues.quoted(entry.name()),
            "duplicate of key present in binaryData");
      }
    }
  }

  private static void binaryData(Field configMap, Refusals out) {
    for (Field entry : configMap.get("binaryData").entries()) {
      Names.tell(
          "configmap.binaryData.key",
          entry,
          entry.name(),
          KeyNames.configMapKey(entry.name()),
          out);
    }
  }

  private static void size(Field configMap, Refusals out) {
    long bytes = 0;
    for (Field entry : configMap.get("data").entries()) {
      bytes += Utf8.length(entry.text());
    }
    for (Field entry : configMap.get("binaryData").entries()) {
      bytes += Base64Text.decodedLength(entry.text());
    }
    if (bytes > MAX_BYTES) {
      // The server has no path to print here and prints an empty pair of brackets.
      Field noPath = configMap.get("[]");
      out.add(
          "configmap.size",
          Reason.TOO_LONG,
          noPath,
          "Too long: may not be more than " + MAX_BYTES + " bytes");
    }
  }
}
