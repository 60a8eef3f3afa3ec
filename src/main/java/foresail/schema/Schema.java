package foresail.schema;

import foresail.finding.Refusal;
import foresail.schema.custom.CustomDefaults;
import foresail.schema.defaults.Defaults;
import foresail.schema.json.UserSchemas;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The structure of all objects that one release serves. May be used by many threads at once. */
public final class Schema {
  /** What every custom resource has. */
  private static final Struct META =
      new Struct("", Map.of("metadata", Type.struct(Types.METADATA)), true);

  /** By minor release: a record as the key of a map would cost 20 ms of each program start. */
  private static final Map<Integer, Schema> BUNDLED = new ConcurrentHashMap<>();

  private final Kinds kinds;
  private final Types types;

  private final List<SchemaText> texts;
  private final Release release;

  private final CustomTypes custom;

  private final Optional<UserSchemas> users;

  private Schema(
      List<SchemaText> texts, CustomTypes custom, Optional<UserSchemas> users, Release release) {
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
      known = bundled(release);
      Schema earlier = BUNDLED.putIfAbsent(release.minor(), known);
      known = earlier == null ? known : earlier;
    }
    return known;
  }

  private static Schema bundled(Release release) {
    return new Schema(List.of(SchemaText.bundled()), CustomTypes.NONE, Optional.empty(), release);
  }

  /**
   * This schema and the custom resources that are both defined and used among the manifests; itself
   * where none is. Of what is defined twice and differs only the kind is known.
   */
  public Schema with(List<Manifest> manifests) {
    Set<String> foreign = new HashSet<>();
    List<MappingNode> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      ObjectId id = manifest.id();
      if (Definitions.isDefinition(manifest.root())) {
        found.add(manifest.root());
      } else if (kinds.find(id.apiVersion(), id.kind()).filter(k -> !k.isCustom()).isEmpty()) {
        foreign.add(id.kind());
      }
    }
    Definitions used = new Definitions();
    for (MappingNode definition : found) {
      Optional<Node> names = definition.at("spec", "names");
      if (names.isPresent() && foreign.contains(names.get().string("kind").orElse(""))) {
        used.add(definition);
      }
    }
    return used.isEmpty() ? this : with(used);
  }

  /** This schema and all custom resources that are defined among the manifests. */
  public Schema withDefinitions(List<Manifest> manifests) {
    Definitions found = new Definitions();
    for (Manifest manifest : manifests) {
      if (Definitions.isDefinition(manifest.root())) {
        found.add(manifest.root());
      }
    }
    return found.isEmpty() ? this : with(found);
  }

  private Schema with(Definitions definitions) {
    String kindLines = String.join("\n", definitions.kindLines()) + "\n";
    List<SchemaText> all = new ArrayList<>();
    all.add(new SchemaText(kindLines.getBytes(StandardCharsets.ISO_8859_1)));
    all.addAll(texts);
    return new Schema(all, custom.with(definitions.schemas(), all), users, release);
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
    List<SchemaText> all = new ArrayList<>();
    all.add(new SchemaText(schemaFile));
    all.addAll(texts);
    return new Schema(all, custom.with(Map.of(), all), users, release);
  }

  /** This schema, and JSON Schemas for kinds that nothing else describes. */
  public Schema with(UserSchemas schemas) {
    return new Schema(texts, custom, Optional.of(schemas), release);
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
    if (served.kind().isCustom()) {
      return decodeCustom(root, served);
    }
    Struct type = types.named(served.kind().type());
    Decoder decoder = new Decoder(types);
    decoder.decode(root, type);
    MappingNode clean = decoder.foundNulls() ? new NullDropper(types).drop(root, type) : root;
    return new Decoded(served, decoder.refusals(), Defaults.add(served.kind(), clean));
  }

  private Decoded decodeCustom(MappingNode root, Recognition.Served served) {
    Optional<CustomType> type = custom.find(served.kind());
    if (type.isEmpty()) {
      return new Decoded(served, List.of(), root);
    }
    CustomFields fields = new CustomFields(types);
    fields.decode(root, type.get());
    MappingNode clean = fields.foundNulls() ? new NullDropper(types).drop(root, META) : root;
    MappingNode complete = CustomDefaults.add(clean, type.get().schema());
    return new Decoded(served, fields.refusals(), complete, Optional.of(type.get().schema()));
  }
}
