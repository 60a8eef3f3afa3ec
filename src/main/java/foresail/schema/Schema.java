package foresail.schema;

import foresail.finding.Refusal;
import foresail.schema.defaults.Defaults;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The structure of all objects that one release serves. May be used by many threads at once. */
public final class Schema {
  /** By minor release: a record as the key of a map would cost 20 ms of each program start. */
  private static final Map<Integer, Schema> BUNDLED = new ConcurrentHashMap<>();

  private final Kinds kinds;
  private final Types types;

  Schema(SchemaText text, Release release) {
    this.kinds = new Kinds(text, release);
    this.types = new Types(text, release);
  }

  /** The schema of a bundled release. */
  public static Schema of(Release release) {
    Schema known = BUNDLED.get(release.minor());
    if (known == null) {
      known = new Schema(SchemaText.bundled(), release);
      Schema earlier = BUNDLED.putIfAbsent(release.minor(), known);
      known = earlier == null ? known : earlier;
    }
    return known;
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
    return new Decoded(recognition, List.of(), manifest.root());
  }

  private Decoded decode(MappingNode root, Recognition.Served served) {
    Struct type = types.named(served.kind().type());
    Decoder decoder = new Decoder(types);
    decoder.decode(root, type);
    List<Refusal> refusals = decoder.refusals();
    MappingNode clean = decoder.foundNulls() ? new NullDropper(types).drop(root, type) : root;
    return new Decoded(served, refusals, Defaults.add(served.kind(), clean));
  }
}
