package foresail.schema;

import foresail.finding.Edit;
import foresail.finding.Fix;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.notation.NearestName;
import foresail.source.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field that its type does not have, and which one was probably meant. */
final class UnknownField {
  /** How many levels below a misplaced field its right place is looked for. */
  private static final int DEEPEST_PLACE = 3;

  private UnknownField() {}

  /**
   * @param trail ends with the unknown field
   * @param parent the mapping that has it
   * @param struct the type of the parent
   */
  static Refusal refusal(
      Trail trail, Types types, MappingNode parent, MappingNode.Entry entry, Struct struct) {
    String path = trail.strict();
    return new Refusal(
        "decode.unknown-field",
        Reason.BAD_REQUEST,
        path,
        "unknown field \"" + path + "\"",
        entry.key().span(),
        List.of(),
        fix(trail, types, parent, entry, struct));
  }

  private static Optional<Fix> fix(
      Trail trail, Types types, MappingNode parent, MappingNode.Entry entry, Struct struct) {
    Optional<String> renamed = RenamedFields.now(struct.name(), entry.name());
    if (renamed.isPresent()) {
      return Optional.of(Fix.advice(renamed.get()));
    }
    if (entry.name().startsWith("$")) {
      return Optional.of(Fix.advice("apply it as a patch: " + entry.name() + " is a directive"));
    }
    List<String> near = NearestName.among(struct.fields().keySet(), entry.name());
    if (!near.isEmpty()) {
      return Optional.of(spelling(near, parent, entry));
    }
    return above(trail, entry.name())
        .or(() -> below(trail, types, struct, entry.name()))
        .map(place -> Fix.advice("move it to " + place));
  }

  private static Fix spelling(List<String> near, MappingNode parent, MappingNode.Entry entry) {
    String best = near.get(0);
    if (near.size() == 1 && parent.get(best).isEmpty()) {
      Edit edit = new Edit(entry.key().span(), Quoting.like(entry.key(), best));
      return new Fix("write " + best, List.of(edit));
    }
    return Fix.advice("did you mean " + String.join(" or ", near) + "?");
  }

  /** The place of a field that stands too deep. */
  private static Optional<String> above(Trail trail, String name) {
    for (int at = trail.depth() - 2; at >= 0; at--) {
      Struct struct = trail.structAt(at);
      if (struct != null && struct.fields().containsKey(name)) {
        String parent = trail.strictUpTo(at);
        return Optional.of(parent.isEmpty() ? name + " at the top level" : parent + "." + name);
      }
    }
    return Optional.empty();
  }

  private record Place(String path, Struct struct) {}

  /** The place of a field that stands too high, where a single one is nearest. */
  private static Optional<String> below(Trail trail, Types types, Struct struct, String name) {
    String here = trail.strictUpTo(trail.depth() - 1);
    List<Place> level = List.of(new Place(here, struct));
    for (int depth = 0; depth < DEEPEST_PLACE; depth++) {
      level = children(level, types);
      List<Place> having =
          level.stream().filter(place -> place.struct.fields().containsKey(name)).toList();
      if (!having.isEmpty()) {
        return having.size() == 1 ? Optional.of(having.get(0).path + "." + name) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<Place> children(List<Place> level, Types types) {
    List<Place> children = new ArrayList<>();
    for (Place place : level) {
      for (Map.Entry<String, Type> field : place.struct.fields().entrySet()) {
        boolean struct = field.getValue().shape() == Type.Shape.STRUCT;
        if (struct && !field.getKey().equals("status")) {
          String path = place.path.isEmpty() ? field.getKey() : place.path + "." + field.getKey();
          children.add(new Place(path, types.struct(field.getValue())));
        }
      }
    }
    return children;
  }
}
