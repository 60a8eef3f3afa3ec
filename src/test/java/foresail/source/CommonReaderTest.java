package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.source.DocumentSplitter.Chunk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The quick reader makes of a text just what the full parser makes of it, or nothing. */
final class CommonReaderTest {
  private final WordCache words = new WordCache();
  private int read;
  private int left;

  private void compare(SourceFile file) {
    TreeBuilder builder = new TreeBuilder(file);
    for (Chunk chunk : DocumentSplitter.split(file)) {
      Optional<List<ParsedDocument>> quick =
          chunk.problem().isPresent()
              ? Optional.empty()
              : CommonReader.read(new Cursor(file, chunk), chunk, builder, words);
      if (quick.isPresent()) {
        read++;
        assertEquals(
            Trees.print(EventReader.read(file, chunk)),
            Trees.print(quick.get()),
            () -> file.path() + "\n" + file.text().substring(chunk.from(), chunk.to()));
      } else {
        left++;
      }
    }
  }

  @Test
  void readsPublishedManifestsAsTheParserDoes() {
    Corpus.files().forEach(this::compare);
    System.out.println("quick " + read + " full " + left);
    assertTrue(read > 8 * left, read + " read quickly, " + left + " not");
  }

  @Test
  void readsDamagedManifestsAsTheParserDoes() {
    long seed = Long.getLong("seed", 1);
    Mutator mutator = new Mutator(seed);
    List<SourceFile> files = Corpus.files();
    int rounds = Integer.getInteger("rounds", 8);
    for (int round = 0; round < rounds; round++) {
      for (SourceFile file : files) {
        if (!file.text().isEmpty()) {
          compare(new SourceFile("seed " + seed, mutator.mutate(file.text())));
        }
      }
    }
    System.out.println("damaged: quick " + read + " full " + left);
  }
}
