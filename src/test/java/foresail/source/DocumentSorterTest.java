package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which documents are objects, and what becomes of the others. */
final class DocumentSorterTest {
  private static final KnownNames NAMES =
      new KnownNames() {
        @Override
        public boolean isBuiltInKind(String kind) {
          return kind.equals("Pod");
        }

        @Override
        public boolean isBuiltInApiVersion(String apiVersion) {
          return apiVersion.equals("v1");
        }
      };

  @TempDir Path folder;

  private Sources read(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return new SourceReader(new ReadOptions(List.of(), NAMES, 1))
        .read(List.of(folder), InputStream.nullInputStream());
  }

  /** Kinds of what was skipped, then the messages. */
  private String told(String name, String text) throws IOException {
    Sources sources = read(name, text);
    StringBuilder told = new StringBuilder();
    sources.skipped().forEach(skipped -> told.append(skipped.kind()).append(' '));
    for (Problem problem : sources.problems()) {
      Span at = problem.at().span();
      told.append(problem.ruleId() + " " + at.line() + ": " + problem.message() + " ");
    }
    Files.delete(folder.resolve(name));
    return told.toString().strip();
  }

  @Test
  void filesOfOtherToolsAreRecognised() throws IOException {
    assertEquals("KUSTOMIZATION", told("kustomization.yaml", "resources: [a.yaml]\n"));
    assertEquals(
        "KUSTOMIZATION",
        told("k.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"));
    assertEquals(
        "",
        told(
            "kustomization.yaml",
            "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"));
    assertEquals("HELM_CHART", told("Chart.yaml", "apiVersion: v1\nname: x\n"));
    assertEquals("HELM_VALUES", told("values-prod.yaml", "kind: Pod\nreplicas: 2\n"));
    assertEquals("COMPOSE", told("x.yml", "services:\n  web:\n    image: nginx\n"));
    assertEquals("CI", told("ci/flow.yml", "on: push\njobs:\n  a: {}\n"));
    assertEquals("PATCH", told("p.yaml", "spec:\n  replicas: 2\n"));
    assertEquals("PATCH", told("p.yaml", "- op: add\n  path: /a\n  value: b\n"));
    assertEquals("NOT_AN_OBJECT", told("play.yaml", "- hosts: all\n"));
    assertEquals("OTHER_YAML", told("x.yaml", "a: b\n"));
    assertEquals("OTHER_JSON", told("package.json", "{\"name\": \"x\"}\n"));
    assertEquals("", told("empty.yaml", "# nothing\n---\n"));
  }

  @Test
  void halfAnObjectIsAFlaw() throws IOException {
    assertEquals(
        "PATCH not-an-object 1: this object has no apiVersion",
        told("p.yaml", "kind: Pod\nmetadata: {name: a}\n"));
    assertEquals(
        "PATCH not-an-object 1: this object has no kind",
        told("p.yaml", "apiVersion: v1\nmetadata: {name: a}\n"));
    assertEquals("OTHER_YAML", told("p.yaml", "kind: Foreign\n"));
    assertEquals(
        "NOT_AN_OBJECT not-an-object 1: this is a list of objects, which kubectl does not read; put"
            + " --- between them, or make it a List",
        told("p.yaml", "- apiVersion: v1\n  kind: Pod\n"));
    assertEquals(
        "NOT_AN_OBJECT not-an-object 4: this document is a single value and no object",
        told("p.yaml", "apiVersion: v1\nkind: Pod\n---\nfoo\n"));
    assertEquals(
        "OTHER_YAML not-an-object 3: this object has no apiVersion and kind",
        told("p.yaml", "apiVersion: v1\nkind: List\nitems: [{a: b}]\n"));
  }

  @Test
  void oneNoteForAllTemplatesOfAChart() throws IOException {
    read("c/Chart.yaml", "apiVersion: v2\nname: c\n");
    read("c/templates/a.yaml", "a: {{ .x }}\n");
    read("c/templates/b.yaml", "a: {{ .x }}\n");
    Sources sources = read("d.yaml", "a: {{ .x }}\n");
    assertEquals(
        List.of(
            "the 2 templates of this Helm chart are not rendered, so they were not checked",
            "this is a template and not yet YAML, so it was not checked"),
        sources.problems().stream().map(Problem::message).toList());
  }
}
