package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceReaderTest {
  private static Sources read(String text) {
    return new SourceReader(ReadOptions.standard()).readText("test.yaml", text);
  }

  private static List<String> ids(Sources sources) {
    return sources.manifests().stream().map(m -> m.document() + " " + m.id()).toList();
  }

  @Test
  void readsAllDocumentsOfAFile() {
    Sources sources =
        read(
            """
            # first
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: a}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: b
            """);
    assertEquals(List.of("0 Service \"a\"", "1 Pod \"b\""), ids(sources));
    assertEquals(List.of(), sources.problems());
  }

  @Test
  void aBrokenDocumentDoesNotHideTheOthers() {
    Sources sources =
        read(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: a}
            ---
            apiVersion: v1
              kind: Pod
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: b
            """);
    assertEquals(List.of("0 Service \"a\"", "2 Pod \"b\""), ids(sources));
    assertEquals(1, sources.problems().size());
    assertEquals("yaml-syntax", sources.problems().get(0).ruleId());
    assertEquals(6, sources.problems().get(0).at().span().line());
  }

  @Test
  void itemsOfATypedListTakeTheirKindFromIt() {
    Sources sources =
        read(
            """
            apiVersion: v1
            kind: ConfigMapList
            items:
            - metadata: {name: a}
            - {apiVersion: v1, kind: Secret, metadata: {name: b}}
            """);
    assertEquals(List.of("0 ConfigMap \"a\"", "0 Secret \"b\""), ids(sources));
    assertEquals("v1", sources.manifests().get(0).root().string("apiVersion").orElseThrow());
  }

  @Test
  void aKeyWrittenTwiceIsAProblemAndTheLastValueWins() {
    Sources sources =
        read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            kind: Job
            """);
    assertEquals(List.of("0 Job \"a\""), ids(sources));
    Problem problem = sources.problems().get(0);
    assertEquals("duplicate-key", problem.ruleId());
    assertEquals(4, problem.at().span().line());
    assertEquals(2, problem.related().get(0).span().line());
  }

  @Test
  void commentsAreNotFoundInScalars() {
    Sources sources =
        read(
            """
            # one
            apiVersion: v1 # two
            kind: "a # b"
            data:
              x: | # three
                # no
              # four
            """);
    List<String> comments =
        sources.manifests().get(0).comments().stream()
            .map(c -> c.text() + " " + c.span().line() + " " + c.alone())
            .toList();
    assertEquals(List.of("one 1 true", "two 2 false", "three 5 false", "four 7 true"), comments);
  }

  @Test
  void whatIsNotAnObjectIsSkipped() {
    Sources sources = read("services:\n  web:\n    image: nginx\n");
    assertTrue(sources.manifests().isEmpty());
    assertEquals(Skipped.Kind.COMPOSE, sources.skipped().get(0).kind());
  }
}
