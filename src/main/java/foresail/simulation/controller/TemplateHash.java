package foresail.simulation.controller;

import foresail.model.PodTemplate;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The letters in the names of ReplicaSets and revisions: equal templates have equal ones, in every
 * run and however they are written.
 *
 * <p>The shape is the server's (FNV-1a of 32 bits, in decimal, with letters that spell no words:
 * rand.SafeEncodeString in apimachinery, v1.36); the value is not, since it there depends on how Go
 * prints structures.
 */
public final class TemplateHash {
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
  private static final int PRIME = 0x01000193;

  private int hash = 0x811C9DC5;

  private TemplateHash() {}

  /**
   * @param collisions how often the name was found to be taken; 0 to begin with
   */
  public static String of(PodTemplate template, int collisions) {
    var hash = new TemplateHash();
    hash.add(template.metadata().labels());
    hash.add(template.metadata().annotations());
    hash.add(template.spec().node());
    if (collisions > 0) {
      hash.add(Integer.toString(collisions));
    }
    return hash.encoded();
  }

  private String encoded() {
    String decimal = Integer.toUnsignedString(hash);
    var name = new StringBuilder(decimal.length());
    for (int i = 0; i < decimal.length(); i++) {
      name.append(LETTERS.charAt(decimal.charAt(i) % LETTERS.length()));
    }
    return name.toString();
  }

  private void add(Map<String, String> map) {
    new TreeMap<>(map)
        .forEach(
            (key, value) -> {
              add(key);
              add(value);
            });
    add("");
  }

  private void add(Node node) {
    if (node instanceof MappingNode mapping) {
      List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries());
      entries.sort(Comparator.comparing(MappingNode.Entry::name));
      for (MappingNode.Entry entry : entries) {
        add(entry.name());
        add(entry.value());
      }
      add("}");
    } else if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(this::add);
      add("]");
    } else if (node instanceof ScalarNode scalar) {
      add(scalar.text());
    }
  }

  private void add(String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * PRIME;
    }
    hash = hash * PRIME; // an end, so that "ab","c" and "a","bc" differ
  }
}
