package foresail.validation.meta;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Names.qualifiedName;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.printedAsParent;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.nonNegative;

import foresail.notation.DnsNames;
import foresail.notation.KeyNames;
import foresail.notation.LabelNames;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Names.Format;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import java.util.List;
import java.util.Set;

/**
 * {@code metadata} of any object (apimachinery/pkg/api/validation/objectmeta.go, v1.36). A kind
 * says which names it takes and whether it lives in a namespace.
 */
public final class MetadataChecks {
  private static final int MAX_ANNOTATIONS_BYTES = 256 * 1024;

  /** At most so much of generateName is kept before five random characters. */
  private static final int MAX_GENERATED_PREFIX = 58;

  /** Kinds whose objects begin with generation 1, whatever is written. */
  private static final Set<String> START_AT_ONE =
      Set.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "EndpointSlice",
          "FlowSchema",
          "Ingress",
          "IngressClass",
          "Job",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "NetworkPolicy",
          "Pod",
          "PodDisruptionBudget",
          "PodTemplate",
          "PriorityClass",
          "PriorityLevelConfiguration",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration");

  private MetadataChecks() {}

  private static final Check COMMON =
      object(
          field(
              "generation",
              (generation, out) -> !START_AT_ONE.contains(out.kind()),
              nonNegative("metadata.generation.negative")),
          field("labels", Selectors.labels("metadata.labels.key", "metadata.labels.value")),
          field(
              "annotations",
              annotations("metadata.annotations.key", "metadata.annotations.total-size")),
          field(
              "ownerReferences",
              each(
                  rule(
                      OwnerChecks::complete,
                      "metadata.ownerReferences.apiVersion",
                      "metadata.ownerReferences.kind",
                      "metadata.ownerReferences.name",
                      "metadata.ownerReferences.uid"),
                  printedAsParent(rule(OwnerChecks::notBanned, "metadata.ownerReferences.banned"))),
              rule(OwnerChecks::oneController, "metadata.ownerReferences.one-controller")));

  /** The metadata of a namespaced kind whose names are DNS subdomains: most kinds. */
  public static final Check NAMESPACED = namespaced(DnsNames::subdomain);

  /** The metadata of a kind that lives in no namespace and whose names are DNS subdomains. */
  public static final Check CLUSTER_SCOPED = clusterScoped(DnsNames::subdomain);

  /** The metadata of a namespaced kind. */
  public static Check namespaced(Format name) {
    return namespaced(name, name);
  }

  /** The metadata of a namespaced kind that looks otherwise at generateName. */
  public static Check namespaced(Format name, Format prefix) {
    return field(
        "metadata",
        name(name, prefix),
        field("namespace", ifNotZero(), dnsLabel("metadata.namespace.format")),
        COMMON,
        finalizers(true));
  }

  /** The metadata of a kind that lives in no namespace; the server drops one that is given. */
  public static Check clusterScoped(Format name) {
    return field("metadata", name(name, name), COMMON, finalizers(true));
  }

  /** As {@link #namespaced}, for kinds that take finalizers without a slash. */
  public static Check namespacedWithAnyFinalizer(Format name) {
    return field(
        "metadata",
        name(name, name),
        field("namespace", ifNotZero(), dnsLabel("metadata.namespace.format")),
        COMMON,
        finalizers(false));
  }

  /** As {@link #clusterScoped}, for kinds that take finalizers without a slash. */
  public static Check clusterScopedWithAnyFinalizer(Format name) {
    return field("metadata", name(name, name), COMMON, finalizers(false));
  }

  /** The metadata of an object inside a custom resource, which needs no name. */
  public static final Check EMBEDDED =
      field(
          "metadata",
          field(
              "generateName",
              ifNotZero(),
              Names.prefixOf("metadata.generateName.format", KeyNames::pathSegment)),
          field("name", ifNotZero(), format("metadata.name.format", KeyNames::pathSegment)),
          field("namespace", ifNotZero(), dnsLabel("metadata.namespace.format")),
          COMMON,
          finalizers(true));

  /** The last look, only at objects in which nothing else was found: the name in an URL. */
  public static final Check NAME_IN_URL =
      field(
          "metadata",
          field(
              "generateName",
              ifNotZero(),
              format("metadata.name.path-segment", KeyNames::pathSegmentPrefix)),
          field("name", format("metadata.name.path-segment", KeyNames::pathSegment)));

  private static Check name(Format format, Format prefix) {
    return object(
        field("generateName", ifNotZero(), Names.prefixOf("metadata.generateName.format", prefix)),
        rule(
            (metadata, out) -> name(format, metadata, out),
            "metadata.name.required",
            "metadata.name.format"));
  }

  private static void name(Format format, Field metadata, Refusals out) {
    Field name = metadata.get("name");
    String generated = metadata.get("generateName").text();
    if (!name.text().isEmpty()) {
      Names.tell("metadata.name.format", name, format.problems(name.text()), out);
    } else if (generated.isEmpty() && out.kind().equals("LimitRange")) {
      return; // the server makes a name up
    } else if (generated.isEmpty()) {
      out.required("metadata.name.required", name, "name or generateName is required");
    } else {
      int kept = Math.min(generated.length(), MAX_GENERATED_PREFIX);
      String example = generated.substring(0, kept) + "xxxxx";
      Field place = metadata.get("generateName").printedAs(name);
      Names.tell("metadata.name.format", place, example, format.problems(example), out);
    }
  }

  /** The keys and the size of a map of annotations; both are printed as the map itself. */
  public static Check annotations(String keyFact, String sizeFact) {
    return rule(
        (annotations, out) -> {
          long bytes = 0;
          for (Field entry : annotations.entries()) {
            List<String> problems = LabelNames.annotationKey(entry.name());
            if (!problems.isEmpty()) {
              Names.tell(keyFact, entry.printedAs(annotations), entry.name(), problems, out);
            }
            bytes += Utf8.length(entry.name()) + (long) Utf8.length(entry.text());
          }
          if (bytes > MAX_ANNOTATIONS_BYTES) {
            out.tooLong(sizeFact, annotations, MAX_ANNOTATIONS_BYTES);
          }
        },
        keyFact,
        sizeFact);
  }

  private static Check finalizers(boolean known) {
    Check format = each(printedAsParent(qualifiedName("metadata.finalizers.format")));
    Check exclusive =
        rule(MetadataChecks::orphanAndForeground, "metadata.finalizers.orphan-and-foreground");
    Check qualified = each(rule(MetadataChecks::knownFinalizer, "metadata.finalizers.qualified"));
    return known
        ? field("finalizers", format, exclusive, qualified)
        : field("finalizers", format, exclusive);
  }

  private static void orphanAndForeground(Field finalizers, Refusals out) {
    List<String> names = Selectors.texts(finalizers);
    if (names.contains("orphan") && names.contains("foregroundDeletion")) {
      out.invalid(
          "metadata.finalizers.orphan-and-foreground",
          finalizers,
          GoValues.text(finalizers),
          "finalizer orphan and foregroundDeletion cannot be both set");
    }
  }

  private static void knownFinalizer(Field finalizer, Refusals out) {
    String name = finalizer.text();
    boolean standard =
        switch (name) {
          case "kubernetes", "orphan", "foregroundDeletion" -> true;
          default -> false;
        };
    if (!standard && name.indexOf('/') < 0) {
      out.invalid(
          "metadata.finalizers.qualified",
          finalizer,
          "name is neither a standard finalizer name nor is it fully qualified");
    }
  }
}
