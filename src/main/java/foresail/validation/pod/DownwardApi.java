package foresail.validation.pod;

import static foresail.validation.check.Shapes.rule;

import foresail.notation.LabelNames;
import foresail.notation.Quantity;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import java.util.List;

/** Fields of the pod, and resources of its containers, as values of variables and files. */
final class DownwardApi {
  private DownwardApi() {}

  /** What the pod's own API version knows; beyond these nothing converts. */
  private static final List<String> CONVERTIBLE =
      List.of(
          "metadata.annotations",
          "metadata.labels",
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.restartPolicy",
          "spec.serviceAccountName",
          "spec.schedulerName",
          "status.phase",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");

  private static final List<String> RESOURCES =
      List.of(
          "limits.cpu",
          "limits.ephemeral-storage",
          "limits.memory",
          "requests.cpu",
          "requests.ephemeral-storage",
          "requests.memory");

  private static final List<String> SIZES =
      List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

  /** The facts about one kind of reference to a field. */
  record FieldFacts(
      String required,
      String apiVersion,
      String unknown,
      String subscript,
      String unsupported,
      String subscriptKey) {}

  /** The facts about one kind of reference to a resource. */
  record ResourceFacts(
      String container,
      String required,
      String resource,
      String cpu,
      String memory,
      String ephemeral,
      String hugePages) {}

  /**
   * A {@code fieldRef}.
   *
   * @param supported the paths that this place takes, besides single labels and annotations
   */
  static Check fieldRef(FieldFacts facts, List<String> supported) {
    return rule(
        (ref, out) -> fieldRef(ref, facts, supported, out),
        facts.required,
        facts.apiVersion,
        facts.unknown,
        facts.subscript,
        facts.unsupported,
        facts.subscriptKey);
  }

  private static void fieldRef(Field ref, FieldFacts facts, List<String> supported, Refusals out) {
    Field path = ref.get("fieldPath");
    String text = path.text();
    String apiVersion = ref.get("apiVersion").text();
    if (text.isEmpty()) {
      out.required(facts.required, path);
    } else if (!apiVersion.isEmpty() && !apiVersion.equals("v1")) {
      unconvertible(facts.apiVersion, path, "unsupported pod version: " + apiVersion, out);
    } else if (hasSubscript(text)) {
      subscript(ref, path, facts, out);
    } else if (!text.equals("spec.host") && !CONVERTIBLE.contains(text)) {
      unconvertible(facts.unknown, path, "field label not supported: " + text, out);
    } else {
      String internal = text.equals("spec.host") ? "spec.nodeName" : text;
      if (!supported.contains(internal)) {
        out.notSupported(facts.unsupported, path, GoValues.quoted(internal), supported);
      }
    }
  }

  private static void unconvertible(String fact, Field path, String why, Refusals out) {
    out.invalid(fact, path, "error converting fieldPath: " + why);
  }

  private static boolean hasSubscript(String path) {
    return path.endsWith("']") && path.indexOf("['") > 0;
  }

  private static void subscript(Field ref, Field path, FieldFacts facts, Refusals out) {
    String text = path.text();
    int bracket = text.indexOf("['");
    String key = text.substring(Math.min(bracket + 2, text.length() - 2), text.length() - 2);
    switch (text.substring(0, bracket)) {
      case "metadata.labels" ->
          Names.tell(
              facts.subscriptKey, path.printedAs(ref), key, LabelNames.qualifiedName(key), out);
      case "metadata.annotations" ->
          Names.tell(
              facts.subscriptKey, path.printedAs(ref), key, LabelNames.annotationKey(key), out);
      default ->
          unconvertible(
              facts.subscript, path, "field label does not support subscript: " + text, out);
    }
  }

  /** A {@code resourceFieldRef}; only those of volumes must name the container. */
  static Check resourceFieldRef(ResourceFacts facts, boolean needsContainer) {
    return rule(
        (ref, out) -> {
          resource(ref, facts, needsContainer, out);
          divisor(ref, facts, out);
        },
        facts.container,
        facts.required,
        facts.resource,
        facts.cpu,
        facts.memory,
        facts.ephemeral,
        facts.hugePages);
  }

  private static void resource(
      Field ref, ResourceFacts facts, boolean needsContainer, Refusals out) {
    Field resource = ref.get("resource");
    if (needsContainer && ref.get("containerName").isZero()) {
      out.required(facts.container, ref.get("containerName"));
    } else if (resource.isZero()) {
      out.required(facts.required, resource);
    } else if (!RESOURCES.contains(resource.text()) && !isHugePages(resource.text())) {
      out.notSupported(facts.resource, resource, RESOURCES);
    }
  }

  private static boolean isHugePages(String resource) {
    return resource.startsWith("limits.hugepages-") || resource.startsWith("requests.hugepages-");
  }

  private static void divisor(Field ref, ResourceFacts facts, Refusals out) {
    Field divisor = ref.get("divisor");
    Quantity quantity = Quantity.parse(divisor.scalarText()).orElse(Quantity.ZERO);
    if (quantity.sign() == 0) {
      return;
    }
    String resource = ref.get("resource").text();
    String canonical = quantity.toString();
    switch (resource) {
      case "limits.cpu", "requests.cpu" -> {
        if (!canonical.equals("1m") && !canonical.equals("1")) {
          out.invalid(
              facts.cpu,
              divisor,
              GoValues.quoted(resource),
              "only divisor's values 1m and 1 are supported with the cpu resource");
        }
      }
      case "limits.memory", "requests.memory" ->
          size(divisor, canonical, resource, facts.memory, "memory", out);
      case "limits.ephemeral-storage", "requests.ephemeral-storage" ->
          size(divisor, canonical, resource, facts.ephemeral, "local ephemeral storage", out);
      default -> {
        if (isHugePages(resource)) {
          size(divisor, canonical, resource, facts.hugePages, "hugepages", out);
        }
      }
    }
  }

  private static void size(
      Field divisor, String canonical, String resource, String fact, String what, Refusals out) {
    if (!SIZES.contains(canonical)) {
      out.invalid(
          fact,
          divisor,
          GoValues.quoted(resource),
          "only divisor's values "
              + String.join(", ", SIZES)
              + " are supported with the "
              + what
              + " resource");
    }
  }
}
