package foresail.rule;

import foresail.source.MappingNode;
import foresail.source.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule's file says to a reader.
 *
 * @param summary one line: the flaw
 * @param why what happens otherwise
 * @param fix the cure; empty where the flaw says it
 * @param reference where to read on
 * @param about what is to be said of single facts, or of all that are like a pattern with one
 *     {@code *}, in place of the rest
 */
public record RulePage(
    String id,
    String summary,
    String why,
    Optional<String> fix,
    Optional<String> reference,
    Map<String, About> about,
    List<Example> examples) {
  public RulePage {
    about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    examples = List.copyOf(examples);
  }

  /** Why a fact is one, and the cure; the page's own words stand where one is empty. */
  public record About(Optional<String> why, Optional<String> fix) {}

  /** What the page says of a fact: by its id, else by the longest pattern that it fits. */
  public Optional<About> about(String fact) {
    if (about.containsKey(fact)) {
      return Optional.of(about.get(fact));
    }
    String best = "";
    for (String key : about.keySet()) {
      if (key.length() > best.length() && isLike(fact, key)) {
        best = key;
      }
    }
    return Optional.ofNullable(about.get(best));
  }

  /** Whether a fact is one of a pattern with a {@code *} for any piece of it. */
  private static boolean isLike(String fact, String pattern) {
    int star = pattern.indexOf('*');
    return star >= 0
        && fact.length() >= pattern.length() - 1
        && fact.startsWith(pattern.substring(0, star))
        && fact.endsWith(pattern.substring(star + 1));
  }

  /**
   * Manifests and where the rule speaks: in each line that ends in {@code # finding}.
   *
   * @param files texts by file name, in the order in which they are given
   * @param closedWorld whether the files are everything that there is
   * @param from the older version to which they are an update
   */
  public record Example(
      String name, Map<String, String> files, boolean closedWorld, Optional<String> from) {}

  /**
   * Reads the page of a rule.
   *
   * @throws IllegalArgumentException where there is no such rule
   */
  public static RulePage of(String id) {
    return parse(id, resource(id));
  }

  static RulePage parse(String id, String text) {
    MappingNode rule = RuleFiles.read(id + ".yaml", text);
    List<Example> examples = new ArrayList<>();
    for (Node example : RuleFiles.list(rule, "examples")) {
      examples.add(example(example));
    }
    return new RulePage(
        id,
        RuleFiles.required(rule, "summary"),
        RuleFiles.required(rule, "why"),
        RuleFiles.text(rule, "fix"),
        RuleFiles.text(rule, "reference"),
        abouts(rule),
        examples);
  }

  /** A sentence is the why; a mapping has {@code why} or {@code fix} or both. */
  private static Map<String, About> abouts(MappingNode rule) {
    Map<String, About> abouts = new LinkedHashMap<>();
    if (rule.get("about").orElse(null) instanceof MappingNode all) {
      for (MappingNode.Entry entry : all.entries()) {
        Optional<String> sentence = all.string(entry.name());
        abouts.put(
            entry.name(),
            sentence.isPresent()
                ? new About(sentence, Optional.empty())
                : new About(entry.value().string("why"), entry.value().string("fix")));
      }
    }
    return abouts;
  }

  private static Example example(Node example) {
    Map<String, String> files = new LinkedHashMap<>();
    example.string("manifest").ifPresent(text -> files.put("manifest.yaml", text));
    if (example.get("files").orElse(null) instanceof MappingNode several) {
      for (MappingNode.Entry file : several.entries()) {
        several.string(file.name()).ifPresent(text -> files.put(file.name(), text));
      }
    }
    boolean closed = example.string("world").orElse("open").equals("closed");
    return new Example(example.string("name").orElse(""), files, closed, example.string("from"));
  }

  private static String resource(String id) {
    try (InputStream in = RulePage.class.getResourceAsStream("/rules/" + id + ".yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("no rule " + id);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
