package foresail.config;

import foresail.finding.Label;
import foresail.notation.GoDuration;
import foresail.notation.NearestName;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one mapping, read by name and type. What is wrong goes to a list, and reading goes
 * on. Which keys there may be follows from those that were asked for, so {@link #end} comes last.
 */
final class Fields {
  private final Node node;
  private final List<Label> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * @param problems those found so far; new ones are added
   */
  Fields(Node node, List<Label> problems) {
    this.node = node;
    this.problems = problems;
    if (!(node instanceof MappingNode) && !isNull(node)) {
      wrong(node.span(), "is " + shape(node) + " and should hold keys and values");
    }
  }

  /** Says that a key is wrong that was not asked for. */
  void end() {
    for (MappingNode.Entry entry : entries()) {
      if (!asked.contains(entry.name())) {
        String hint =
            NearestName.among(asked, entry.name()).stream()
                .findFirst()
                .map(near -> "did you mean " + near + "?")
                .orElse("known here: " + String.join(", ", asked));
        wrong(entry.key().span(), "unknown key \"" + entry.name() + "\"; " + hint);
      }
    }
  }

  /** The keys of a value further down, whose problems go to the same list. */
  Fields below(Node value) {
    return new Fields(value, problems);
  }

  /** Asks for keys that are read elsewhere, or that do not matter. */
  Fields ignoring(String... keys) {
    asked.addAll(List.of(keys));
    return this;
  }

  /** The text of the whole mapping. */
  Span span() {
    return node.span();
  }

  List<MappingNode.Entry> entries() {
    return node instanceof MappingNode mapping ? mapping.entries() : List.of();
  }

  /** Entries whose keys nobody asked for so far; they count as asked for from now on. */
  List<MappingNode.Entry> others() {
    List<MappingNode.Entry> others =
        entries().stream().filter(entry -> !asked.contains(entry.name())).toList();
    others.forEach(entry -> asked.add(entry.name()));
    return others;
  }

  /** A value; null counts as absent. */
  Optional<Node> value(String key) {
    asked.add(key);
    return node.get(key).filter(value -> !isNull(value));
  }

  /** A value that must be there. */
  <T> T required(Optional<T> value, String key, T otherwise) {
    if (value.isEmpty() && node.get(key).filter(there -> !isNull(there)).isEmpty()) {
      wrong(node.span(), "\"" + key + "\" is missing");
    }
    return value.orElse(otherwise);
  }

  /** A value as a function reads it; empty from the function says that it has the wrong form. */
  <T> Optional<T> scalar(String key, String form, Function<ScalarNode, Optional<T>> as) {
    return value(key).flatMap(value -> scalar(value, key, form, as));
  }

  private <T> Optional<T> scalar(
      Node value, String key, String form, Function<ScalarNode, Optional<T>> as) {
    Optional<T> read = value instanceof ScalarNode scalar ? as.apply(scalar) : Optional.empty();
    if (read.isEmpty()) {
      wrong(value.span(), "\"" + key + "\" should be " + form + " and is " + shape(value));
    }
    return read;
  }

  /** A text; numbers and the like count as they are written. */
  Optional<String> text(String key) {
    return scalar(key, "a text", value -> Optional.of(value.written()));
  }

  Optional<Boolean> bool(String key) {
    return scalar(
        key,
        "true or false",
        value ->
            value.type() == ScalarType.BOOLEAN
                ? Optional.of(value.text().equals("true"))
                : Optional.empty());
  }

  Optional<Integer> integer(String key, int least, int most) {
    return scalar(
        key,
        "a whole number from " + least + " to " + most,
        value -> integer(value.text()).filter(number -> number >= least && number <= most));
  }

  static Optional<Integer> integer(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** A length of time, not negative. */
  Optional<Duration> duration(String key) {
    return scalar(
        key,
        "a length of time such as 5s, 0.4s or 1m30s",
        value -> GoDuration.parse(value.written()).filter(time -> !time.isNegative()));
  }

  /** One of a few words, in the order in which they are offered. */
  <T> Optional<T> word(String key, Map<String, T> words) {
    return scalar(
        key,
        "one of " + String.join(", ", words.keySet()),
        value -> Optional.ofNullable(words.get(value.written())));
  }

  Optional<Fields> fields(String key) {
    return value(key).map(this::below);
  }

  /** A list of mappings; empty where the key is absent. */
  <T> Optional<List<T>> list(String key, Function<Fields, T> as) {
    return value(key).map(list -> each(list, key, item -> as.apply(below(item))));
  }

  /** A list of texts, or one text in place of a list of one. */
  List<String> texts(String key) {
    Optional<Node> value = value(key);
    if (value.isPresent() && value.get() instanceof ScalarNode one) {
      return List.of(one.written());
    }
    return value
        .map(
            list ->
                each(
                    list,
                    key,
                    item ->
                        scalar(item, key, "a list of texts", text -> Optional.of(text.written()))
                            .orElse("")))
        .orElse(List.of());
  }

  /** A mapping of texts, in the order in which it is written. */
  Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields(key)
        .ifPresent(
            fields ->
                fields
                    .others()
                    .forEach(
                        entry ->
                            scalar(
                                    entry.value(),
                                    entry.name(),
                                    "a text",
                                    value -> Optional.of(value.isNull() ? "" : value.written()))
                                .ifPresent(text -> texts.put(entry.name(), text))));
    return texts;
  }

  /** The items of a list. */
  <T> List<T> each(Node list, String key, Function<Node, T> as) {
    List<T> values = new ArrayList<>();
    if (list instanceof SequenceNode sequence) {
      sequence.items().forEach(item -> values.add(as.apply(item)));
    } else {
      wrong(list.span(), "\"" + key + "\" should be a list and is " + shape(list));
    }
    return values;
  }

  void wrong(Span span, String message) {
    problems.add(new Label(span, message));
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }

  private static String shape(Node node) {
    if (node instanceof ScalarNode scalar) {
      return "\"" + scalar.written() + "\"";
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }
}
