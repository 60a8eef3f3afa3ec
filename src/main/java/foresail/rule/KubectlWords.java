package foresail.rule;

import foresail.notation.NearestName;
import foresail.source.Node;
import foresail.source.ScalarNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All words of kubectl that {@code foresail explain} knows. */
public final class KubectlWords {
  private static final String INIT = "Init:";

  private static final List<String> FILES =
      List.of("words/pods.yaml", "words/events.yaml", "words/workloads.yaml", "words/ends.yaml");

  private final List<Word> words;

  private KubectlWords(List<Word> words) {
    this.words = List.copyOf(words);
  }

  /** Reads them; nothing but explain does. */
  public static KubectlWords read() {
    List<Word> words = new ArrayList<>();
    for (String file : FILES) {
      for (Node item : RuleFiles.items(file, text(file))) {
        words.add(
            new Word(
                RuleFiles.text(item, "word").orElseThrow(),
                texts(item, "also"),
                RuleFiles.text(item, "kind").orElseThrow(),
                RuleFiles.text(item, "means").orElseThrow(),
                texts(item, "causes"),
                RuleFiles.text(item, "cure").orElseThrow(),
                RuleFiles.text(item, "since"),
                texts(item, "see")));
      }
    }
    return new KubectlWords(words);
  }

  /** In the order in which a reader may want to read them. */
  public List<Word> all() {
    return words;
  }

  /**
   * A word as it is shown: {@code Init:CrashLoopBackOff} is CrashLoopBackOff of an init container.
   */
  public Optional<Word> find(String shown) {
    for (Word word : words) {
      if (word.is(shown)) {
        return Optional.of(word);
      }
    }
    for (Word word : words) {
      if (word.isWithNumbers(shown)) {
        return Optional.of(word);
      }
    }
    boolean init = shown.regionMatches(true, 0, INIT, 0, INIT.length());
    return init ? find(shown.substring(INIT.length())) : Optional.empty();
  }

  /** Words that may have been meant, the nearest first. */
  public List<String> near(String shown) {
    return NearestName.among(words.stream().map(Word::word).toList(), shown);
  }

  private static List<String> texts(Node item, String key) {
    List<String> texts = new ArrayList<>();
    for (Node one : RuleFiles.list(item, key)) {
      texts.add(((ScalarNode) one).text());
    }
    return texts;
  }

  private static String text(String file) {
    try (InputStream in = KubectlWords.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
