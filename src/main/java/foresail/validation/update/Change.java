package foresail.validation.update;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SourceFile;
import foresail.validation.check.Field;
import java.util.Set;

/**
 * One field before an update and after it; either may be absent.
 *
 * @param was in the object that is stored
 * @param now in what it would become
 */
record Change(Field was, Field now) {
  /** A whole object. */
  static Change of(MappingNode was, MappingNode now) {
    return new Change(Field.root(was), Field.root(now));
  }

  Change get(String field) {
    return new Change(was.get(field), now.get(field));
  }

  Change at(String... fields) {
    return new Change(was.at(fields), now.at(fields));
  }

  /** An item of two lists that both have it. */
  Change item(int index) {
    return new Change(was.item(index), now.item(index));
  }

  /** Whether the server would call the two different. */
  boolean isChanged() {
    return Difference.first(this, Set.of()).isPresent();
  }

  /**
   * Where the new text says it: this field, or the nearest one around it that is not carried over
   * from the old text.
   */
  Field place() {
    Field root = now;
    while (root.parent() != null) {
      root = root.parent();
    }
    SourceFile written = file(root);
    Field place = now;
    while (place.parent() != null && !(place.isSet() && file(place) == written)) {
      place = place.parent();
    }
    return place;
  }

  private static SourceFile file(Field field) {
    return field.node().map(Node::span).orElseThrow().file();
  }
}
