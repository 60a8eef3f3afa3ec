package foresail.schema.json;

import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.Manifest;
import foresail.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds objects against JSON Schemas in files, one a kind. The network is never asked. */
public final class UserSchemas {
  private final List<SchemaTemplate> templates = new ArrayList<>();
  private final Map<Path, Loaded> known = new ConcurrentHashMap<>();

  /**
   * @param exists whether there is a file; it may still be no schema
   */
  private record Loaded(boolean exists, Optional<UserSchema> schema) {}

  /**
   * @param templates paths with kubeconform's variables; the first whose file exists counts
   * @param release {@code 1.36}
   */
  public UserSchemas(List<String> templates, String release) {
    templates.forEach(path -> this.templates.add(new SchemaTemplate(path, release)));
  }

  /** What is wrong with a template; empty where nothing is. */
  public static Optional<String> problem(String template) {
    return SchemaTemplate.unknownVariable(template)
        .map(
            name ->
                "there is no variable "
                    + name
                    + "; known are .Group, .ResourceKind,"
                    + " .ResourceAPIVersion, .KindSuffix, .NormalizedKubernetesVersion,"
                    + " .StrictSuffix");
  }

  /** Where the object breaks its schema; empty where there is none for it. */
  public List<Refusal> refusals(Manifest manifest) {
    for (SchemaTemplate template : templates) {
      for (Path file : template.files(manifest.id())) {
        Loaded loaded = load(file);
        if (loaded.exists) {
          return loaded
              .schema
              .map(schema -> schema.refusals(manifest.root()))
              .orElseGet(() -> List.of(unusable(manifest, file)));
        }
      }
    }
    return List.of();
  }

  private Loaded load(Path file) {
    Loaded loaded = known.get(file);
    if (loaded == null) {
      boolean exists = Files.isRegularFile(file);
      loaded = new Loaded(exists, exists ? UserSchema.read(file) : Optional.empty());
      known.put(file, loaded);
    }
    return loaded;
  }

  private static Refusal unusable(Manifest manifest, Path file) {
    Span place =
        manifest.root().entry("kind").map(kind -> kind.key().span()).orElse(manifest.root().span());
    String message = "schema " + file + " cannot be used: it is no JSON Schema";
    return new Refusal("custom.schema", Reason.INTERNAL_ERROR, "", message, place);
  }
}
