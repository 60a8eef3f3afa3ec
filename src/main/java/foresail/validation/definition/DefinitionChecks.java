package foresail.validation.definition;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.DnsNames;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A CustomResourceDefinition as a whole. */
public final class DefinitionChecks {
  private static final int LONGEST_WARNING = 256;
  private static final String APPROVAL = "api-approved.kubernetes.io";
  private static final String SEE = ", see https://github.com/kubernetes/enhancements/pull/1111";

  private DefinitionChecks() {}

  private static final Check VERSION =
      object(
          field("name", rule(DefinitionChecks::versionName, "crd.version.name")),
          rule(DefinitionChecks::warning, "crd.version.deprecationWarning"));

  public static final Check DEFINITION =
      object(
          MetadataChecks.clusterScopedWithAnyFinalizer(DnsNames::subdomain),
          rule(DefinitionChecks::name, "crd.name"),
          rule(DefinitionChecks::approval, "crd.approval"),
          field(
              "spec",
              field("group", rule(DefinitionChecks::group, "crd.group")),
              field("scope", rule(DefinitionChecks::scope, "crd.scope")),
              field("names", NamesChecks.NAMES),
              field("versions", each(VERSION)),
              rule(
                  DefinitionChecks::versions,
                  "crd.versions.unique",
                  "crd.versions.storage",
                  "crd.version.name"),
              rule(DefinitionChecks::preserving, "crd.preserveUnknownFields"),
              Versions.PARTS,
              field("conversion", ConversionChecks.CONVERSION)));

  private static void name(Field definition, Refusals out) {
    Field name = definition.at("metadata", "name");
    String group = definition.at("spec", "group").text();
    String wanted = definition.at("spec", "names", "plural").text() + "." + group;
    if (!name.text().isEmpty() && !name.is(wanted)) {
      out.invalid("crd.name", name, "must be spec.names.plural+\".\"+spec.group");
    }
  }

  private static void group(Field group, Refusals out) {
    if (group.text().isEmpty()) {
      out.required("crd.group", group);
      return;
    }
    List<String> problems = DnsNames.subdomain(group.text());
    if (!problems.isEmpty()) {
      out.invalid("crd.group", group, String.join(",", problems));
    } else if (group.text().indexOf('.') < 0) {
      out.invalid("crd.group", group, "should be a domain with at least one dot");
    }
  }

  private static void scope(Field scope, Refusals out) {
    if (scope.text().isEmpty()) {
      out.required("crd.scope", scope);
    } else if (!scope.is("Cluster") && !scope.is("Namespaced")) {
      out.notSupported("crd.scope", scope, List.of("Cluster", "Namespaced"));
    }
  }

  private static void versionName(Field name, Refusals out) {
    List<String> problems = DnsNames.label1035(name.text());
    if (!problems.isEmpty()) {
      out.invalid("crd.version.name", name, String.join(",", problems));
    }
  }

  private static void versions(Field spec, Refusals out) {
    Field versions = spec.get("versions");
    Set<String> names = new HashSet<>();
    boolean unique = true;
    int stored = 0;
    for (Field version : versions.items()) {
      unique &= names.add(version.get("name").text());
      stored += version.get("storage").isTrue() ? 1 : 0;
    }
    if (!unique) {
      out.invalidWithoutValue("crd.versions.unique", versions, "must contain unique version names");
    }
    if (stored != 1) {
      out.invalidWithoutValue(
          "crd.versions.storage",
          versions,
          "must have exactly one version marked as storage version");
    }
    if (stored == 0) {
      Field status = spec.parent().at("status", "storedVersions");
      out.invalid(
          "crd.versions.storage",
          versions.printedAs(status),
          "null",
          "must have at least one stored version");
    }
    if (versions.size() > 0) {
      firstName(spec, versions.item(0).get("name"), out);
    }
  }

  /** The server keeps the name of the first version in a field of its own too. */
  private static void firstName(Field spec, Field name, Refusals out) {
    if (!name.text().isEmpty()) {
      versionName(name.printedAs(spec.get("version")), out);
    }
  }

  private static void warning(Field version, Refusals out) {
    Field warning = version.get("deprecationWarning");
    if (!warning.isSet()) {
      return;
    }
    String fact = "crd.version.deprecationWarning";
    if (!version.get("deprecated").isTrue()) {
      out.invalid(fact, warning, "can only be set for deprecated versions");
      return;
    }
    if (Utf8.length(warning.text()) > LONGEST_WARNING) {
      out.invalid(fact, warning, "must be <= 256 characters long");
    }
    if (warning.text().isEmpty()) {
      out.invalid(fact, warning, "must not be an empty string");
    }
    for (int i = 0; i < warning.text().length(); i++) {
      if (Character.isISOControl(warning.text().charAt(i))) {
        out.invalid(
            fact,
            warning,
            "must only contain printable UTF-8 characters; non-printable character found at index "
                + Utf8.length(warning.text().substring(0, i)));
        return;
      }
    }
  }

  private static void preserving(Field spec, Refusals out) {
    Field preserve = spec.get("preserveUnknownFields");
    if (preserve.isTrue()) {
      out.invalid(
          "crd.preserveUnknownFields",
          preserve,
          "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in"
              + " spec.versions[*].schema instead");
    }
  }

  /** Groups of Kubernetes itself need the consent of its API reviewers. */
  private static void approval(Field definition, Refusals out) {
    String group = definition.at("spec", "group").text();
    if (!isProtected(group, "k8s.io") && !isProtected(group, "kubernetes.io")) {
      return;
    }
    Field annotation = definition.at("metadata", "annotations").entry(APPROVAL);
    String words = "protected groups must have approval annotation \"" + APPROVAL + "\"";
    if (annotation.text().isEmpty()) {
      out.required("crd.approval", annotation, words + SEE);
    } else if (!annotation.text().startsWith("unapproved")
        && !annotation.text().matches("[a-zA-Z][a-zA-Z0-9+.-]*://[^/?# ]+.*")) {
      out.invalid(
          "crd.approval",
          annotation,
          words + " with either a URL or a reason starting with \"unapproved\"" + SEE);
    }
  }

  private static boolean isProtected(String group, String domain) {
    return group.equals(domain) || group.endsWith("." + domain);
  }
}
