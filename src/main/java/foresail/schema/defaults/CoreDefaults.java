package foresail.schema.defaults;

import foresail.notation.Base64Text;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import java.util.List;

/** The small kinds of the core group (pkg/apis/core/v1/defaults.go). */
final class CoreDefaults {
  private CoreDefaults() {}

  static void secret(Draft secret) {
    if (secret.get("stringData").orElse(null) instanceof MappingNode texts) {
      mergeTexts(secret, texts);
      secret.remove("stringData");
    }
    secret.text("type", "Opaque");
  }

  /** Texts win over data of the same key. */
  private static void mergeTexts(Draft secret, MappingNode texts) {
    if (texts.entries().isEmpty()) {
      return;
    }
    Draft data = secret.has("data") ? secret.object("data") : emptyData(secret);
    for (MappingNode.Entry entry : texts.entries()) {
      if (entry.value() instanceof ScalarNode text) {
        ScalarNode encoded =
            ScalarNode.added(Base64Text.encode(text.text()), ScalarType.STRING, text.span());
        data.put(entry.key(), encoded);
      }
    }
  }

  private static Draft emptyData(Draft secret) {
    secret.put("data", new MappingNode(List.of(), secret.placeOf("stringData"), true));
    return secret.object("data");
  }

  static void configMap(Draft map) {
    map.object("data");
  }

  static void namespace(Draft namespace) {
    Draft metadata = namespace.object("metadata");
    if (metadata.get("name").orElse(null) instanceof ScalarNode name && !name.text().isEmpty()) {
      Draft labels = metadata.object("labels");
      if (!labels.text("kubernetes.io/metadata.name").equals(name.text())) {
        labels.put("kubernetes.io/metadata.name", Added.copy(name));
      }
    }
    namespace.object("spec").list("finalizers", List.of("kubernetes"));
    namespace.object("status").text("phase", "Active");
  }

  static void limitRange(Draft range) {
    for (Draft limit : range.object("spec").each("limits")) {
      if (limit.text("type").equals("Container")) {
        limit.object("default");
        limit.object("defaultRequest");
        fill(limit, "max", "default");
        fill(limit, "default", "defaultRequest");
        fill(limit, "min", "defaultRequest");
      }
    }
  }

  private static void fill(Draft limit, String from, String to) {
    for (Draft source : limit.each(from)) {
      for (MappingNode.Entry entry : List.copyOf(source.entries())) {
        Draft target = limit.object(to);
        if (!target.has(entry.name())) {
          Node value = Added.copy(entry.value());
          target.put(entry.key(), value);
        }
      }
    }
  }
}
