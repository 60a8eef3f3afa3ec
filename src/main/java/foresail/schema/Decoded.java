package foresail.schema;

import static java.util.Objects.requireNonNull;

import foresail.finding.Refusal;
import foresail.schema.custom.CustomSchema;
import foresail.source.MappingNode;
import java.util.List;
import java.util.Optional;

/**
 * What the server makes of a manifest before it validates it.
 *
 * @param recognition whether the release knows the kind
 * @param refusals why it cannot be decoded, in the order of the text; empty where it can
 * @param root the object with nulls dropped and the server's defaults added; as written where the
 *     kind is not served
 * @param custom the schema of a custom resource, where its definition is known
 */
public record Decoded(
    Recognition recognition,
    List<Refusal> refusals,
    MappingNode root,
    Optional<CustomSchema> custom) {
  public Decoded {
    refusals = List.copyOf(refusals);
    requireNonNull(custom);
  }

  Decoded(Recognition recognition, List<Refusal> refusals, MappingNode root) {
    this(recognition, refusals, root, Optional.empty());
  }

  /** The kind, where the release serves it. */
  public Optional<Kind> kind() {
    return recognition instanceof Recognition.Served served
        ? Optional.of(served.kind())
        : Optional.empty();
  }
}
