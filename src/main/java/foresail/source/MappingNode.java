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
  private static final int INDEX_FROM = 12;

  private final List<Entry> entries;
  private final Span span;
  private final boolean added;
  private Map<String, Entry> index;

  /**
   * One key with its value.
   *
   * @param key a string as JSON would have it, with the span of the key's text
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
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(key)) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Node> get(String key) {
    return entry(key).map(Entry::value);
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
