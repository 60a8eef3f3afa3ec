package foresail.schema;

import foresail.finding.Refusal;
import foresail.schema.defaults.Defaults;
import foresail.schema.json.JsonSchemaCheck;
import foresail.schema.json.UserSchemas;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The structure of all objects that one release serves. May be used by many threads at once. */
public final class Schema {
  /** By minor release: a record as the key of a map would cost 20 ms of each program start. */
  private static final Map<Integer, Schema> BUNDLED = new ConcurrentHashMap<>();

  private final Kinds kinds;
  private final Types types;

  private final List<SchemaText> texts;
  private final Release release;

  /** The schemas of custom resources, by the names of their types. */
  private final Map<String, Node> custom;

  private final Optional<UserSchemas> users;

  private Schema(
      List<SchemaText> texts,
      Map<String, Node> custom,
      Optional<UserSchemas> users,
      Release release) {
    this.users = users;
    this.texts = texts;
    this.custom = custom;
    this.release = release;
    this.kinds = new Kinds(texts, release);
    this.types = new Types(texts, release);
  }

  /** The schema of a bundled release. */
  public static Schema of(Release release) {
    Schema known = BUNDLED.get(release.minor());
    if (known == null) {
      known = new Schema(List.of(SchemaText.bundled()), Map.of(), Optional.empty(), release);
      Schema earlier = BUNDLED.putIfAbsent(release.minor(), known);
      known = earlier == null ? known : earlier;
    }
    return known;
  }

  /**
   * This schema and the custom resources that are both defined and used among the manifests; itself
   * where none is. What is defined twice and differs is left out.
   */
  public Schema with(List<Manifest> manifests) {
    Set<String> foreign = new HashSet<>();
    List<MappingNode> definitions = new ArrayList<>();
    for (Manifest manifest : manifests) {
      ObjectId id = manifest.id();
      if (id.kind().equals("CustomResourceDefinition")) {
        definitions.add(manifest.root());
      } else if (kinds.find(id.apiVersion(), id.kind()).isEmpty()) {
        foreign.add(id.kind());
      }
    }
    SchemaImport used = new SchemaImport();
    int count = 0;
    for (MappingNode definition : definitions) {
      Optional<Node> names = definition.at("spec", "names");
      if (names.isPresent() && foreign.contains(names.get().string("kind").orElse(""))) {
        used.add(definition);
        count++;
      }
    }
    return count == 0 ? this : with(used.bytes(), used.customSchemas());
  }

  /**
   * This schema and what a schema file says, which {@link SchemaImport} made; the file wins where
   * both know a kind.
   *
   * @throws IllegalArgumentException where it made no such file
   */
  public Schema with(byte[] schemaFile) {
    if (!SchemaImport.made(schemaFile)) {
      throw new IllegalArgumentException("this is no file that foresail schema import made");
    }
    return with(schemaFile, custom);
  }

  /** This schema, and JSON Schemas for kinds that nothing else describes. */
  public Schema with(UserSchemas schemas) {
    return new Schema(texts, custom, Optional.of(schemas), release);
  }

  private Schema with(byte[] schemaFile, Map<String, Node> schemas) {
    List<SchemaText> all = new ArrayList<>();
    all.add(new SchemaText(schemaFile));
    all.addAll(texts);
    return new Schema(all, schemas, users, release);
  }

  /** The release whose objects it describes. */
  public Release release() {
    return release;
  }

  public Kinds kinds() {
    return kinds;
  }

  /** Recognises, decodes and defaults a manifest. */
  public Decoded decode(Manifest manifest) {
    Recognition recognition = kinds.recognise(manifest);
    if (recognition instanceof Recognition.Refused refused) {
      return new Decoded(recognition, List.of(refused.refusal()), manifest.root());
    }
    if (recognition instanceof Recognition.Served served) {
      return decode(manifest.root(), served);
    }
    List<Refusal> refusals = users.isPresent() ? users.get().refusals(manifest) : List.of();
    return new Decoded(recognition, refusals, manifest.root());
  }

  private Decoded decode(MappingNode root, Recognition.Served served) {
    Struct type = types.named(served.kind().type());
    Decoder decoder = new Decoder(types);
    decoder.decode(root, type);
    List<Refusal> refusals = decoder.refusals();
    Node schema = custom.get(served.kind().type());
    if (schema != null) {
      refusals.addAll(JsonSchemaCheck.values(root, schema));
    }
    MappingNode clean = decoder.foundNulls() ? new NullDropper(types).drop(root, type) : root;
    return new Decoded(served, refusals, Defaults.add(served.kind(), clean));
  }
}
