package foresail.validation.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.schema.Objects;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only looks different is no change: of objects that a real server has taken. */
final class NothingChangedTest {
  private static final Path MUTANTS = Path.of("../shared/verdicts/mutants.jsonl");

  @Test
  void anObjectMayBeAppliedAgain() throws IOException {
    compare(UnaryOperator.identity(), UnaryOperator.identity());
  }

  @Test
  void theOrderOfKeysDoesNotCount() throws IOException {
    long seed = Long.getLong("seed", 1);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    compare(
        UnaryOperator.identity(),
        manifest -> Updates.with(manifest, (MappingNode) shuffled(manifest.root(), random)));
  }

  @Test
  void defaultsMayBeWrittenOut() throws IOException {
    compare(UnaryOperator.identity(), NothingChangedTest::completed);
  }

  @Test
  void whatWasADefaultMayBeLeftOut() throws IOException {
    compare(NothingChangedTest::completed, UnaryOperator.identity());
  }

  /** Holds an object of one form against the same of another. */
  private static void compare(UnaryOperator<Manifest> was, UnaryOperator<Manifest> now)
      throws IOException {
    Assumptions.assumeTrue(Files.exists(MUTANTS));
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(MUTANTS)) {
      JsonNode mutant = Objects.JSON.readTree(line);
      // kubectl apply takes a null for the wish to remove what is there, which is a change.
      if (mutant.path("verdict").path("accepted").booleanValue(false) && !line.contains("null")) {
        Manifest manifest = Objects.manifest(mutant.path("object"));
        var refusals = Updates.refusals(was.apply(manifest), now.apply(manifest));
        if (!refusals.isEmpty()) {
          wrong.add(mutant.path("id") + " " + manifest.id() + " " + refusals);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** As if the author had written everything that is a default. */
  private static Manifest completed(Manifest manifest) {
    return Updates.with(manifest, (MappingNode) written(Updates.completed(manifest).root()));
  }

  private static Node shuffled(Node node, Random random) {
    if (node instanceof MappingNode mapping) {
      List<MappingNode.Entry> entries = new ArrayList<>();
      for (MappingNode.Entry entry : mapping.entries()) {
        entries.add(new MappingNode.Entry(entry.key(), shuffled(entry.value(), random)));
      }
      Collections.shuffle(entries, random);
      return new MappingNode(entries, mapping.span(), mapping.added());
    }
    if (node instanceof SequenceNode list) {
      return new SequenceNode(
          list.items().stream().map(item -> shuffled(item, random)).toList(),
          list.span(),
          list.added());
    }
    return node;
  }

  private static Node written(Node node) {
    if (node instanceof MappingNode mapping) {
      List<MappingNode.Entry> entries = new ArrayList<>();
      for (MappingNode.Entry entry : mapping.entries()) {
        entries.add(new MappingNode.Entry(entry.key(), written(entry.value())));
      }
      return new MappingNode(entries, mapping.span());
    }
    if (node instanceof SequenceNode list) {
      return new SequenceNode(
          list.items().stream().map(NothingChangedTest::written).toList(), list.span());
    }
    ScalarNode scalar = (ScalarNode) node;
    return new ScalarNode(
        scalar.text(), scalar.written(), scalar.type(), scalar.style(), scalar.span(), false);
  }
}
