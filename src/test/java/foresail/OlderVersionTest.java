package foresail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.config.ClusterFacts;
import foresail.finding.Finding;
import foresail.rule.RuleOptions;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.KeptFile;
import foresail.source.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which object of an older version a new one is held against. */
final class OlderVersionTest {
  private static final String CLASS =
      """
      apiVersion: scheduling.k8s.io/v1
      kind: PriorityClass
      metadata: {name: NAME}
      value: VALUE
      """;

  @TempDir Path folder;

  /** A PriorityClass whose value may not change. */
  private static String priority(String name, int value) {
    return CLASS.replace("NAME", name).replace("VALUE", Integer.toString(value));
  }

  private static String claim(String namespace, String mode) {
    return "apiVersion: v1\nkind: PersistentVolumeClaim\n"
        + ("metadata: {name: data" + (namespace.isEmpty() ? "" : ", namespace: " + namespace))
        + ("}\nspec: {accessModes: [" + mode)
        + "], resources: {requests: {storage: 1Gi}}}\n";
  }

  /** The files that have a finding. */
  private String refused(Map<String, String> older, Map<String, String> newer) throws IOException {
    List<KeptFile> kept = new ArrayList<>();
    older.forEach(
        (path, text) ->
            kept.add(new KeptFile("was/" + path, true, text.getBytes(StandardCharsets.UTF_8))));
    for (Map.Entry<String, String> file : newer.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    List<Finding> findings =
        Foresail.check(
                new CheckRequest(
                    List.of(folder),
                    InputStream.nullInputStream(),
                    List.of(),
                    List.of(Schema.of(Release.DEFAULT)),
                    ClusterFacts.UNKNOWN,
                    Optional.of("space"),
                    List.of(),
                    new RuleOptions(
                        List.of("immutable-field"), List.of(), Map.of(), false, List.of()),
                    true,
                    1,
                    Optional.of(new Origin.Kept(kept))))
            .findings();
    var files = new TreeSet<String>();
    for (Finding finding : findings) {
      files.add(
          folder.relativize(Path.of(finding.primary().span().file().path())).toString()
              + " was "
              + finding.related().get(0).span().file().path());
    }
    return String.join(", ", files);
  }

  @Test
  void itMayHaveMovedToAnotherFile() throws IOException {
    assertEquals(
        "b.yaml was was/a.yaml",
        refused(Map.of("a.yaml", priority("p", 1)), Map.of("b.yaml", priority("p", 2))));
  }

  @Test
  void anotherNameIsAnotherObject() throws IOException {
    assertEquals(
        "", refused(Map.of("a.yaml", priority("p", 1)), Map.of("a.yaml", priority("q", 2))));
  }

  @Test
  void theNamespaceMayBeLeftOut() throws IOException {
    String was = claim("space", "ReadWriteOnce");
    assertEquals(
        "a.yaml was was/a.yaml",
        refused(Map.of("a.yaml", was), Map.of("a.yaml", claim("", "ReadWriteMany"))));
    assertEquals(
        "", refused(Map.of("a.yaml", was), Map.of("a.yaml", claim("other", "ReadWriteMany"))));
  }

  @Test
  void overlaysAreHeldAgainstTheirOwn() throws IOException {
    assertEquals(
        "prod/p.yaml was was/prod/p.yaml",
        refused(
            Map.of("dev/p.yaml", priority("p", 1), "prod/p.yaml", priority("p", 2)),
            Map.of("dev/p.yaml", priority("p", 1), "prod/p.yaml", priority("p", 3))));
  }

  @Test
  void anOverlayThatCameNewIsNoUpdate() throws IOException {
    assertEquals(
        "",
        refused(
            Map.of("dev/p.yaml", priority("p", 1)),
            Map.of("dev/p.yaml", priority("p", 1), "prod/p.yaml", priority("p", 2))));
  }

  @Test
  void rulesOfDefinitionsMayAskForTheOldValue() throws IOException {
    String definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: robots.acme.io}
        spec:
          group: acme.io
          scope: Namespaced
          names: {kind: Robot, plural: robots}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      model: {type: string, default: one, x-kubernetes-validations: [{rule: self == oldSelf, message: the model stays}]}
                      arms:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [side]
                        items:
                          type: object
                          required: [side]
                          properties:
                            side: {type: string}
                            length: {type: integer, x-kubernetes-validations: [{rule: self >= oldSelf}]}
        """;
    String robot = "apiVersion: acme.io/v1\nkind: Robot\nmetadata: {name: r}\nspec: {%s}\n";
    Map<String, String> was =
        Map.of(
            "crd.yaml",
            definition,
            "r.yaml",
            robot.formatted("arms: [{side: left, length: 3}, {side: right, length: 5}]"));
    assertEquals(
        "",
        refused(
            was,
            Map.of(
                "crd.yaml",
                definition,
                "r.yaml",
                robot.formatted("arms: [{side: right, length: 5}, {side: new, length: 1}]"))));
    assertEquals(
        "r.yaml was was/r.yaml",
        refused(
            was,
            Map.of(
                "crd.yaml",
                definition,
                "r.yaml",
                robot.formatted("arms: [{side: right, length: 4}]"))));
    assertEquals(
        "r.yaml was was/r.yaml",
        refused(was, Map.of("crd.yaml", definition, "r.yaml", robot.formatted("model: two"))));
  }

  @Test
  void whatTheServerDidNotTakeIsNotThere() throws IOException {
    assertEquals(
        "",
        refused(
            Map.of("a.yaml", priority("p", 1) + "datta: x\n"), Map.of("a.yaml", priority("p", 2))));
  }
}
