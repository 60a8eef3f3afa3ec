package foresail.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.CheckRequest;
import foresail.Foresail;
import foresail.config.ClusterFacts;
import foresail.finding.Finding;
import foresail.rule.RuleOptions;
import foresail.schema.Objects;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import foresail.source.SequenceNode;
import foresail.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the API server says of an object does not depend on how the object is written: the order of
 * its keys, flow or block style, quotes, anchors, a List around it, defaults written out.
 *
 * <p>{@code -Dseed=N} draws others, {@code -Dgenerated.all=true} takes all there are.
 */
final class SameMeaningTest {
  private static final RuleOptions API =
      new RuleOptions(List.of("api"), List.of(), Map.of(), false, List.of());

  private static List<Manifest> own;
  private static List<Manifest> mutants;
  private static List<Manifest> published;

  private final long seed = Long.getLong("seed", 1);
  private final Random random = new Random(seed);
  private AnyYaml yaml;

  @BeforeAll
  static void read() throws IOException {
    own = AcceptedObjects.own();
    mutants = AcceptedObjects.mutants();
    published = AcceptedObjects.published();
  }

  @BeforeEach
  void sayTheSeed() throws IOException {
    System.out.println("seed " + seed);
    yaml = new AnyYaml(random);
  }

  @Test
  void anyStyle() {
    assertSame(objects(), this::restyled, Function.identity());
  }

  @Test
  void json() {
    assertSame(objects(), Objects::json, Function.identity());
  }

  @Test
  void itemOfAList() {
    List<Manifest> objects = objects();
    objects.removeIf(object -> object.id().kind().endsWith("List"));
    assertSame(objects, root -> yaml.document(list(root)), Function.identity());
  }

  @Test
  void defaultsWrittenOut() {
    Schema schema = Schema.of(Release.DEFAULT);
    List<Manifest> objects = objects();
    objects.removeIf(object -> !schema.decode(object).refusals().isEmpty());
    Function<Manifest, Node> complete = object -> schema.decode(object).root();
    assertSame(objects, this::restyled, complete);
  }

  private List<Manifest> objects() {
    List<Manifest> objects = new ArrayList<>(own);
    objects.addAll(AcceptedObjects.sample(mutants, 150, random));
    objects.addAll(AcceptedObjects.sample(published, 150, random));
    return objects;
  }

  private String restyled(Node root) {
    String text = yaml.document(root);
    Node back =
        new SourceReader(ReadOptions.standard())
            .readText("a.yaml", text).manifests().stream()
                .findFirst()
                .<Node>map(Manifest::root)
                .orElse(root);
    if (!back.sameValue(root)) {
      String about = "seed " + seed + ":\n" + text;
      assertEquals(Objects.json(root), Objects.json(back), about);
    }
    return text;
  }

  private static MappingNode list(Node item) {
    return new MappingNode(
        List.of(
            entry("apiVersion", string("v1", item)),
            entry("kind", string("List", item)),
            entry("items", new SequenceNode(List.of(item), item.span()))),
        item.span());
  }

  private static MappingNode.Entry entry(String key, Node value) {
    return new MappingNode.Entry(string(key, value), value);
  }

  private static ScalarNode string(String text, Node at) {
    return ScalarNode.string(text, ScalarStyle.PLAIN, at.span());
  }

  private void assertSame(
      List<Manifest> objects, Function<Node, String> write, Function<Manifest, ?> change) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (Manifest object : objects) {
      before.add(Objects.json(object.root()));
      Object changed = change.apply(object);
      after.add(write.apply(changed instanceof Node node ? node : object.root()));
    }
    List<TreeSet<String>> want = told(before);
    List<TreeSet<String>> have = told(after);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      if (!want.get(i).equals(have.get(i))) {
        wrong.add(before.get(i) + "\n" + want.get(i) + "\n" + after.get(i) + have.get(i));
      }
    }
    assertEquals(List.of(), wrong, () -> "seed " + seed + "\n" + String.join("\n\n", wrong));
  }

  /** What the server would say of each document, by reason and path. */
  private static List<TreeSet<String>> told(List<String> documents) {
    List<TreeSet<String>> told = new ArrayList<>();
    documents.forEach(document -> told.add(new TreeSet<>()));
    for (Finding finding : findings(String.join("\n---\n", documents))) {
      String reason = finding.reason().map(Object::toString).orElse("");
      finding.subject().ifPresent(at -> told.get(at.document()).add(reason + " " + at.path()));
    }
    return told;
  }

  private static List<Finding> findings(String text) {
    var request =
        new CheckRequest(
            List.of(Path.of("-")),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            List.of(),
            Schema.of(Release.DEFAULT),
            ClusterFacts.UNKNOWN,
            Optional.empty(),
            List.of(),
            API,
            true,
            1);
    return Foresail.check(request).findings();
  }
}
