package foresail.schema.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.resource.InputStreamSource;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A JSON Schema in a file, which may refer to files beside it. The network is never asked: what a
 * schema refers to there is taken for fitting anything.
 */
final class UserSchema {
  private static final String FACT = "custom.schema";

  private final Schema schema;

  private UserSchema(Schema schema) {
    this.schema = schema;
  }

  /** Reads a file; empty where it is no JSON Schema. */
  static Optional<UserSchema> read(Path file) {
    try {
      Schema schema = registry().getSchema(SchemaLocation.of(file.toUri().toString()));
      return schema.getSchemaNode().isObject()
          ? Optional.of(new UserSchema(schema))
          : Optional.empty();
    } catch (SchemaException | JacksonException unusable) {
      return Optional.empty();
    }
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_7,
        registry ->
            registry.resourceLoaders(
                loaders -> loaders.values(list -> list.add(place -> local(place.toString())))));
  }

  /** A file, or a schema without demands in place of what lies elsewhere. */
  private static InputStreamSource local(String place) {
    if (place.startsWith("file:")) {
      return () -> Files.newInputStream(Path.of(URI.create(place)));
    }
    return () -> new java.io.ByteArrayInputStream(new byte[] {'{', '}'});
  }

  /** Where an object breaks the schema, in reading order. */
  List<Refusal> refusals(MappingNode object) {
    List<Refusal> refusals = new ArrayList<>();
    for (Error error : schema.validate(JacksonTree.of(object))) {
      refusals.add(refusal(object, error));
    }
    return refusals;
  }

  private static Refusal refusal(MappingNode object, Error error) {
    Found found = find(object, error);
    String property = error.getProperty() == null ? "" : error.getProperty();
    String inside = found.path.isEmpty() ? property : found.path + "." + property;
    return switch (error.getKeyword()) {
      case "additionalProperties" -> {
        Span key = keySpan(found.node, property).orElse(found.span);
        yield refusal(Reason.BAD_REQUEST, inside, "unknown field \"" + inside + "\"", key);
      }
      case "required" -> refusal(Reason.REQUIRED, inside, "Required value", found.span);
      case "type" ->
          refusal(
              Reason.TYPE_INVALID,
              found.path,
              "Invalid value: " + GivenValue.of(found.node) + ": " + error.getMessage(),
              found.span);
      case "enum", "const" ->
          refusal(
              Reason.NOT_SUPPORTED,
              found.path,
              "Unsupported value: " + GivenValue.of(found.node) + ": " + error.getMessage(),
              found.span);
      default ->
          refusal(
              Reason.INVALID,
              found.path,
              "Invalid value: " + GivenValue.of(found.node) + ": " + error.getMessage(),
              found.span);
    };
  }

  private static Refusal refusal(Reason reason, String path, String message, Span span) {
    return new Refusal(FACT, reason, path, message, span);
  }

  /** A value of the object, how the server would print its path, and what to underline. */
  private record Found(Node node, String path, Span span) {}

  private static Found find(MappingNode object, Error error) {
    Node node = object;
    Span span = firstKey(object);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      Object step = error.getInstanceLocation().getElement(i);
      if (node instanceof SequenceNode list && step instanceof Integer index) {
        node = list.items().get(index);
        span = node instanceof MappingNode item ? firstKey(item) : node.span();
        path.append('[').append(index).append(']');
      } else if (node instanceof MappingNode mapping) {
        MappingNode.Entry entry = mapping.entry(step.toString()).orElse(null);
        if (entry == null) {
          break; // the validator speaks of a field that is not there
        }
        node = entry.value();
        span = node instanceof ScalarNode ? node.span() : entry.key().span();
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return new Found(node, path.toString(), span);
  }

  private static Optional<Span> keySpan(Node node, String key) {
    return node instanceof MappingNode mapping
        ? mapping.entry(key).map(entry -> entry.key().span())
        : Optional.empty();
  }

  private static Span firstKey(MappingNode node) {
    return node.entries().isEmpty() ? node.span() : node.entries().get(0).key().span();
  }
}
