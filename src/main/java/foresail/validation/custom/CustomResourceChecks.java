package foresail.validation.custom;

import foresail.finding.Label;
import foresail.finding.Reason;
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
import foresail.validation.update.WrittenPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API server's validation of a custom resource that is created. Rules are compiled when the
 * first object comes that they speak of; may be used by several threads.
 */
public final class CustomResourceChecks {
  private final Release release;
  private final Map<CustomSchema, RuleTree> rules = new ConcurrentHashMap<>();

  public CustomResourceChecks(Release release) {
    this.release = release;
  }

  /**
   * Everything for which the server would refuse a custom resource; empty where it accepts it.
   *
   * @param manifest one that the server can decode, whose root has the defaults of the schema in it
   * @param schema empty where only the kind is known
   */
  public List<Refusal> refusals(Manifest manifest, Kind kind, Optional<CustomSchema> schema) {
    Refusals out = new Refusals(kind.name(), release.minor());
    Field root = Field.root(manifest.root());
    (kind.namespaced() ? MetadataChecks.NAMESPACED : MetadataChecks.CLUSTER_SCOPED).look(root, out);
    if (schema.isPresent()) {
      values(root, manifest, schema.get(), out);
    }
    if (out.isEmpty()) {
      MetadataChecks.NAME_IN_URL.look(root, out);
    }
    return out.all();
  }

  /**
   * What the rules of the definition refuse to change.
   *
   * @param stored the object before, with the defaults of the schema
   * @param updated what an update makes of it, with them too
   * @param applied the manifest of the update
   */
  public List<Refusal> changes(
      Manifest stored, Manifest updated, Manifest applied, CustomSchema schema) {
    if (!schema.hasRules()) {
      return List.of();
    }
    Refusals out = new Refusals(applied.id().kind(), release.minor());
    Field before = Field.root(stored.root());
    RuleEvaluation.lookAtChange(before, Field.root(updated.root()), tree(schema), out);
    List<Refusal> changes = new ArrayList<>();
    for (Refusal refusal : out.all()) {
      boolean written = refusal.span().file() == applied.file();
      changes.add(
          new Refusal(
              "update." + refusal.fact(),
              refusal.reason(),
              refusal.path(),
              refusal.message(),
              written ? refusal.span() : WrittenPlace.of(applied.root(), refusal.path()),
              List.of(new Label(WrittenPlace.of(stored.root(), refusal.path()), "before")),
              refusal.fix()));
    }
    return changes;
  }

  private void values(Field root, Manifest manifest, CustomSchema schema, Refusals out) {
    ValueCheck.refusals(manifest.root(), schema).forEach(out::add);
    EmbeddedObjects.look(root, schema, out);
    ListTypes.refusals(manifest.root(), schema).forEach(out::add);
    if (!schema.hasRules()) {
      return;
    }
    if (out.all().stream().anyMatch(CustomResourceChecks::hidesRules)) {
      out.add(
          "custom.rule",
          Reason.INVALID,
          root.printedAs(root.get("<nil>")),
          "Invalid value: null: some validation rules were not checked because the object was"
              + " invalid; correct the existing errors to complete validation");
    } else {
      RuleEvaluation.look(root, tree(schema), out);
    }
  }

  private RuleTree tree(CustomSchema schema) {
    return rules.computeIfAbsent(schema, s -> RuleTree.of(s, true, release.minor()));
  }

  private static boolean hidesRules(Refusal refusal) {
    return switch (refusal.reason()) {
      case NOT_SUPPORTED, REQUIRED, TOO_LONG, TOO_MANY, TYPE_INVALID -> true;
      case INVALID, FORBIDDEN, DUPLICATE, NOT_FOUND, INTERNAL_ERROR, BAD_REQUEST, NO_MATCH -> false;
    };
  }
}
