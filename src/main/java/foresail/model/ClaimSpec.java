package foresail.model;

import foresail.notation.Quantity;
import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * What a claim asks for.
 *
 * @param storageClassName empty where none is given, which takes the default class; {@code ""}
 *     refuses any class
 * @param storage empty where no size is given
 */
public record ClaimSpec(
    Node node,
    List<String> accessModes,
    Optional<String> storageClassName,
    String volumeName,
    String volumeMode,
    Optional<Quantity> storage,
    Optional<LabelSelector> selector)
    implements Located {
  static ClaimSpec of(Fields spec) {
    return new ClaimSpec(
        spec.node(),
        spec.strings("accessModes"),
        spec.optionalString("storageClassName"),
        spec.string("volumeName"),
        spec.string("volumeMode"),
        spec.orEmpty("resources").orEmpty("requests").quantity("storage"),
        spec.read("selector", LabelSelector::of));
  }
}
