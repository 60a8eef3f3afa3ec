package foresail.schema;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import foresail.source.SourceReader;
import java.util.List;
import java.util.Optional;

/** The schema of a custom resource as one line of ASCII, without its prose. */
final class SchemaJson {
  private final StringBuilder text = new StringBuilder();

  private SchemaJson() {}

  static String text(MappingNode schema) {
    SchemaJson json = new SchemaJson();
    json.write(schema);
    return json.text.toString();
  }

  /** Reads such a line; empty where somebody damaged it. */
  static Optional<MappingNode> read(String line) {
    String document = "{\"apiVersion\": \"v1\", \"kind\": \"Schema\", \"schema\": " + line + "}";
    var manifests =
        new SourceReader(ReadOptions.standard()).readText("schema", document).manifests();
    return manifests.size() == 1
            && manifests.get(0).root().get("schema").orElse(null) instanceof MappingNode schema
        ? Optional.of(schema)
        : Optional.empty();
  }

  private void write(Node node) {
    if (node instanceof MappingNode mapping) {
      mapping(mapping);
    } else if (node instanceof SequenceNode list) {
      text.append('[');
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        text.append(i == 0 ? "" : ",");
        write(items.get(i));
      }
      text.append(']');
    } else if (node instanceof ScalarNode scalar) {
      if (scalar.isString()) {
        quote(scalar.text());
      } else {
        text.append(scalar.text());
      }
    }
  }

  private void mapping(MappingNode mapping) {
    text.append('{');
    String comma = "";
    for (MappingNode.Entry entry : mapping.entries()) {
      if (!Definitions.isProse(entry)) {
        text.append(comma);
        quote(entry.name());
        text.append(':');
        write(entry.value());
        comma = ",";
      }
    }
    text.append('}');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        String hex = Integer.toHexString(c);
        text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
