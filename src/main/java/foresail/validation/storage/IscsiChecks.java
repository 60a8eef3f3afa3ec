package foresail.validation.storage;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.fieldPrintedAs;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.required;

import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.regex.Pattern;

/** {@code iscsi} volumes; rare enough for regular expressions. */
public final class IscsiChecks {
  private IscsiChecks() {}

  private static final int MAX_NAME_AND_PORTAL = 64;

  private static final Check TARGET =
      object(
          field("targetPortal", required("pod.volumes.iscsi.targetPortal")),
          field(
              "iqn",
              required("pod.volumes.iscsi.iqn.required"),
              name("pod.volumes.iscsi.iqn.prefix", "pod.volumes.iscsi.iqn.format")),
          field("lun", inRange("pod.volumes.iscsi.lun", 0, 255)),
          rule(IscsiChecks::secretForChap, "pod.volumes.iscsi.secretRef"));

  /** In a PersistentVolume, whose own name counts where a volume's does in a pod. */
  public static final Check OF_PERSISTENT_VOLUME =
      object(
          TARGET,
          field("secretRef", ifSet(), field("name", required("pv.iscsi.secretRef.name"))),
          fieldPrintedAs(
              "initiatorname",
              "initiatorName",
              ifSet(),
              name("pv.iscsi.initiatorName", "pv.iscsi.initiatorName")),
          rule(IscsiChecks::volumeNameLength, "pv.iscsi.length"));

  /** In a pod. */
  public static final Check ISCSI =
      object(
          TARGET,
          fieldPrintedAs(
              "initiatorname",
              "initiatorName",
              ifSet(),
              name(
                  "pod.volumes.iscsi.initiatorName.prefix",
                  "pod.volumes.iscsi.initiatorName.format")),
          rule(IscsiChecks::nameLength, "pod.volumes.iscsi.name-length"));

  /** Loaded with the first iSCSI volume only. */
  private static final class Forms {
    static final Pattern IQN =
        Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.([A-Za-z0-9.-]+)(:[^,;*&$|\\s]+)$");
    static final Pattern EUI = Pattern.compile("^eui.[A-Za-z0-9]{16}$");
    static final Pattern NAA = Pattern.compile("^naa.[A-Za-z0-9]{32}$");
  }

  private static Check name(String prefixFact, String formatFact) {
    return rule(
        (name, out) -> {
          String text = name.text();
          Pattern form =
              text.startsWith("iqn")
                  ? Forms.IQN
                  : text.startsWith("eui") ? Forms.EUI : text.startsWith("naa") ? Forms.NAA : null;
          if (form == null) {
            out.invalid(prefixFact, name, "must be valid format starting with iqn, eui, or naa");
          } else if (!form.matcher(text).find()) {
            out.invalid(formatFact, name, "must be valid format");
          }
        },
        prefixFact,
        formatFact);
  }

  private static void secretForChap(Field iscsi, Refusals out) {
    boolean chap = iscsi.get("chapAuthDiscovery").isTrue() || iscsi.get("chapAuthSession").isTrue();
    if (chap && !iscsi.get("secretRef").isSet()) {
      out.required("pod.volumes.iscsi.secretRef", iscsi.get("secretRef"));
    }
  }

  private static void nameLength(Field iscsi, Refusals out) {
    length("pod.volumes.iscsi.name-length", iscsi.parent().get("name"), iscsi, out);
  }

  private static void volumeNameLength(Field iscsi, Refusals out) {
    Field name = iscsi.parent().parent().at("metadata", "name");
    length("pv.iscsi.length", name.printedAs(iscsi.get("targetportal")), iscsi, out);
  }

  private static void length(String fact, Field name, Field iscsi, Refusals out) {
    String both = name.text() + ":" + iscsi.get("targetPortal").text();
    if (iscsi.get("initiatorName").isSet() && Utf8.length(both) > MAX_NAME_AND_PORTAL) {
      out.invalid(
          fact,
          name,
          "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
              + " iscsi.initiatorName is specified.");
    }
  }
}
