package foresail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Subject;
import foresail.source.Manifest;
import foresail.source.Problem;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose problem it is. */
final class SubjectsTest {
  @Test
  void isTheFirstObjectOfTheDocument() {
    Sources sources = duplicates(3);
    Subjects subjects = new Subjects(sources.manifests());
    List<String> names =
        sources.problems().stream()
            .map(problem -> subjects.of(problem).map(Subject::object).orElseThrow().name())
            .toList();
    assertEquals(List.of("c0", "c1", "c2"), names);
  }

  @Test
  void manyProblemsDoNotGoThroughAllManifestsEach() {
    Sources sources = duplicates(500);
    Counted manifests = new Counted(sources.manifests());
    Subjects subjects = new Subjects(manifests);
    sources.problems().forEach(problem -> assertTrue(subjects.of(problem).isPresent()));
    assertEquals(500, sources.problems().size());
    assertTrue(manifests.steps <= 500, () -> manifests.steps + " steps");
  }

  private static Sources duplicates(int many) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      text.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c").append(i);
      text.append("}\ndata: {a: b, a: c}\n");
    }
    Sources sources = new SourceReader(ReadOptions.standard()).readText("a.yaml", text.toString());
    for (Problem problem : sources.problems()) {
      assertEquals("duplicate-key", problem.ruleId());
    }
    return sources;
  }

  /** A list that counts how often it is asked. */
  private static final class Counted extends AbstractList<Manifest> {
    private final List<Manifest> manifests;
    private int steps;

    Counted(List<Manifest> manifests) {
      this.manifests = manifests;
    }

    @Override
    public Manifest get(int index) {
      steps++;
      return manifests.get(index);
    }

    @Override
    public int size() {
      return manifests.size();
    }
  }
}
