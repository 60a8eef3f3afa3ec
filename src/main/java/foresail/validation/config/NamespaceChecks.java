package foresail.validation.config;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.nothingElse;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.printedAsParent;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.DnsNames;
import foresail.notation.LabelNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.List;

/** A Namespace, and a ServiceAccount, of which only the metadata counts (v1.36). */
public final class NamespaceChecks {
  private static final List<String> STANDARD_FINALIZERS =
      List.of("kubernetes", "orphan", "foregroundDeletion");

  private static final String POD_SECURITY = "pod-security.kubernetes.io/";
  private static final List<String> MODES = List.of("enforce", "audit", "warn");
  private static final List<String> LEVELS = List.of("privileged", "baseline", "restricted");

  private NamespaceChecks() {}

  public static final Check SERVICE_ACCOUNT = MetadataChecks.NAMESPACED;

  private static final Check CONTENT =
      object(
          MetadataChecks.clusterScoped(DnsNames::label),
          field(
              "spec",
              field(
                  "finalizers",
                  each(
                      printedAsParent(
                          rule(
                              NamespaceChecks::finalizer,
                              "namespace.finalizers",
                              "namespace.finalizers.standard"))))));

  /** Admission looks at the labels when validation has found nothing. */
  public static final Check NAMESPACE =
      object(
          nothingElse(CONTENT),
          field(
              "metadata",
              field("labels", rule(NamespaceChecks::podSecurity, "namespace.podSecurity.labels"))));

  private static void finalizer(Field finalizer, Refusals out) {
    String name = finalizer.text();
    Names.tell("namespace.finalizers", finalizer, LabelNames.qualifiedName(name), out);
    if (name.indexOf('/') < 0 && !STANDARD_FINALIZERS.contains(name)) {
      out.invalid(
          "namespace.finalizers.standard",
          finalizer,
          "name is neither a standard finalizer name nor is it fully qualified");
    }
  }

  /** Levels and versions of the Pod Security admission, which looks at Namespaces itself. */
  private static void podSecurity(Field labels, Refusals out) {
    for (Field label : labels.entries()) {
      String name = label.name();
      if (!name.startsWith(POD_SECURITY)) {
        continue;
      }
      String mode = name.substring(POD_SECURITY.length());
      if (MODES.contains(mode) && !LEVELS.contains(label.text())) {
        out.invalid(
            "namespace.podSecurity.labels", label, "must be one of " + String.join(", ", LEVELS));
      } else if (mode.endsWith("-version")
          && MODES.contains(mode.substring(0, mode.length() - "-version".length()))
          && !isVersion(label.text())) {
        out.invalid("namespace.podSecurity.labels", label, "must be \"latest\" or \"v1.x\"");
      }
    }
  }

  private static boolean isVersion(String text) {
    if (text.equals("latest")) {
      return true;
    }
    String minor = text.startsWith("v1.") ? text.substring(3) : "";
    return !minor.isEmpty()
        && minor.chars().allMatch(c -> c >= '0' && c <= '9')
        && (minor.equals("0") || minor.charAt(0) != '0');
  }
}
