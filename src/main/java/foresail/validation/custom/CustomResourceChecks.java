package foresail.validation.custom;

import foresail.finding.Refusal;
import foresail.schema.Kind;
import foresail.schema.Release;
import foresail.schema.custom.CustomSchema;
import foresail.schema.custom.ListTypes;
import foresail.schema.custom.ValueCheck;
import foresail.source.Manifest;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API server's validation of a custom resource that is created. */
public final class CustomResourceChecks {
  private CustomResourceChecks() {}

  /**
   * Everything for which the server would refuse a custom resource; empty where it accepts it.
   *
   * @param manifest one that the server can decode, whose root has the defaults of the schema in it
   * @param schema empty where only the kind is known
   */
  public static List<Refusal> refusals(
      Manifest manifest, Kind kind, Optional<CustomSchema> schema, Release release) {
    Refusals out = new Refusals(kind.name(), release.minor());
    Field root = Field.root(manifest.root());
    (kind.namespaced() ? MetadataChecks.NAMESPACED : MetadataChecks.CLUSTER_SCOPED).look(root, out);
    List<Refusal> refusals = new ArrayList<>(out.all());
    if (schema.isPresent()) {
      refusals.addAll(ValueCheck.refusals(manifest.root(), schema.get()));
      refusals.addAll(embedded(root, schema.get(), kind, release));
      refusals.addAll(ListTypes.refusals(manifest.root(), schema.get()));
    }
    if (refusals.isEmpty()) {
      MetadataChecks.NAME_IN_URL.look(root, out);
      return out.all();
    }
    return refusals;
  }

  private static List<Refusal> embedded(
      Field root, CustomSchema schema, Kind kind, Release release) {
    Refusals out = new Refusals(kind.name(), release.minor());
    EmbeddedObjects.look(root, schema, out);
    return out.all();
  }
}
