package foresail.schema;

import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.Span;
import java.util.List;

/**
 * What a server says of custom resources that do not fit their definition: the words of its schema
 * validation (k8s.io/kube-openapi/pkg/validation, apiextensions-apiserver, v1.36).
 */
final class CustomResource {
  private CustomResource() {}

  static Refusal wrongType(Trail trail, Node node, Type type) {
    String path = trail.plain();
    String given =
        switch (node.jsonType()) {
          case "bool" -> "boolean";
          case "number" -> WholeNumber.fits((ScalarNode) node, 64) ? "integer" : "number";
          default -> node.jsonType();
        };
    String message =
        "Invalid value: \""
            + given
            + "\": "
            + path
            + " in body must be of type "
            + wanted(type)
            + ": \""
            + given
            + "\"";
    return new Refusal("custom.type", Reason.TYPE_INVALID, path, message, node.span());
  }

  private static String wanted(Type type) {
    return switch (type.shape()) {
      case STRING, BYTES, TIME, MICRO_TIME, QUANTITY -> "string";
      case BOOL -> "boolean";
      case INT32, INT64 -> "integer";
      case INT_OR_STRING -> "integer,string";
      case DOUBLE -> "number";
      case LIST -> "array";
      case MAP, STRUCT, ANY -> "object";
    };
  }

  /** Adds a refusal for every required field that is absent or null. */
  static void addMissing(Trail trail, MappingNode node, Struct struct, List<Refusal> refusals) {
    for (String name : struct.required()) {
      boolean there =
          node.get(name).filter(v -> !(v instanceof ScalarNode s && s.isNull())).isPresent();
      if (!there) {
        trail.field(struct, name);
        String path = trail.plain();
        trail.back();
        refusals.add(
            new Refusal("custom.required", Reason.REQUIRED, path, "Required value", place(node)));
      }
    }
  }

  private static Span place(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }
}
