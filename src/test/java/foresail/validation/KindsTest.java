package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.schema.Kind;
import foresail.schema.Release;
import foresail.schema.Schema;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class KindsTest {
  /** The list and the switches beside it, which load a kind's checks only when it occurs. */
  @Test
  void theListNamesEveryKindThatHasChecks() {
    var checked = new TreeSet<String>();
    for (Release release : Release.BUNDLED) {
      for (Kind kind : Schema.of(release).kinds().all()) {
        if (Kinds.check(kind.group(), kind.name()).isPresent()) {
          checked.add(kind.group() + "/" + kind.name());
        }
      }
    }
    assertEquals(new TreeSet<>(Kinds.ALL), checked);
  }
}
