package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every fact about the server's validation is checked, or somebody says why not. */
final class FactsTest {
  /** {@code Accepted} is no error at all, {@code Admission} and {@code BadRequest} are not ours. */
  private static final Set<String> NOT_OURS = Set.of("Accepted", "Admission", "BadRequest");

  @Test
  void everyFactIsCheckedOrLeftOutForAReason() throws IOException {
    Set<String> told = Kinds.facts();
    Set<String> leftOut = new HashSet<>();
    for (String[] row : FactTables.rows("left-out.tsv")) {
      leftOut.add(row[0]);
    }
    Set<String> open = new TreeSet<>();
    for (String[] row : FactTables.rows("facts.tsv")) {
      boolean excused = leftOut.contains(row[0]) || leftOut.contains("group " + row[1]);
      if (!told.contains(row[0]) && !excused && !NOT_OURS.contains(row[2])) {
        open.add(row[1] + " " + row[0]);
      }
    }
    assertEquals(Set.of(), open);
  }

  @Test
  void noCheckTellsWhatIsNoFactOrNoError() throws IOException {
    Set<String> wrong = new TreeSet<>(Kinds.facts());
    for (String[] row : FactTables.rows("facts.tsv")) {
      if (!NOT_OURS.contains(row[2])) {
        wrong.remove(row[0]);
      }
    }
    for (String[] row : FactTables.rows("beyond.tsv")) {
      wrong.remove(row[0]);
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void nothingIsLeftOutThatIsChecked() throws IOException {
    Set<String> told = Kinds.facts();
    for (String[] row : FactTables.rows("left-out.tsv")) {
      assertEquals(false, told.contains(row[0]), row[0]);
    }
  }
}
