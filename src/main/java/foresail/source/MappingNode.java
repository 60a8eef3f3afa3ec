package foresail.source;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping; its keys are unique, in the order in which they are written. Of a key written twice
 * the last value counts.
 */
public final class MappingNode implements Node {
  /** From this size on a hash index pays for itself. */
  private static final int INDEX_FROM = 40;

  private final List<Entry> entries;
  private final Span span;
  private final boolean added;
  private Map<String, Entry> index;

  /**
   * The hash codes of the keys, once one is looked for: each object is asked for many keys that it
   * does not have, and reading the names for each would take most of the time.
   */
  private int[] hashes;

  /**
   * One key with its value.
   *
   * @param key its text is the JSON key; its type and {@code written} are those of what stands in
   *     the file, so the key {@code on} has the text {@code true}, type BOOLEAN and is written
   *     {@code on}
   */
  public record Entry(ScalarNode key, Node value) {
    public Entry {
      requireNonNull(key);
      requireNonNull(value);
    }

    /** The key's text after YAML 1.1 resolution: {@code on} is {@code true}. */
    public String name() {
      return key.text();
    }
  }

  public MappingNode(List<Entry> entries, Span span) {
    this(entries, span, false);
  }

  public MappingNode(List<Entry> entries, Span span, boolean added) {
    this.entries = List.copyOf(entries);
    this.span = requireNonNull(span);
    this.added = added;
  }

  /** In the order in which they are written. */
  public List<Entry> entries() {
    return entries;
  }

  /** The entry of a key. */
  public Optional<Entry> entry(String key) {
    if (entries.size() >= INDEX_FROM) {
      return Optional.ofNullable(index().get(key));
    }
    int at = position(key);
    return at < 0 ? Optional.empty() : Optional.of(entries.get(at));
  }

  private int position(String key) {
    int[] known = hashes;
    if (known == null) {
      known = hashesOf(entries);
      hashes = known; // a race builds an equal array twice, which does no harm
    }
    int hash = key.hashCode();
    for (int i = 0; i < known.length; i++) {
      if (known[i] == hash && entries.get(i).name().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static int[] hashesOf(List<Entry> entries) {
    int[] hashes = new int[entries.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = entries.get(i).name().hashCode();
    }
    return hashes;
  }

  @Override
  public Optional<Node> get(String key) {
    Optional<Entry> entry = entry(key);
    return entry.isPresent() ? Optional.of(entry.get().value()) : Optional.empty();
  }

  private Map<String, Entry> index() {
    Map<String, Entry> known = index;
    if (known == null) {
      known = new HashMap<>(entries.size() * 2);
      for (Entry entry : entries) {
        known.put(entry.name(), entry);
      }
      index = known; // a race builds an equal map twice, which does no harm
    }
    return known;
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public boolean added() {
    return added;
  }

  @Override
  public String jsonType() {
    return "object";
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
