package foresail.config;

import foresail.notation.GoDuration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the program knows of common public images. The list is written as cluster facts are, one
 * image a line, and read when it is first asked for.
 */
public final class KnownImages {
  private static final String RESOURCE = "images.yaml";

  /** Registries that offer Docker Hub's own images under the same names. */
  private static final String[] MIRRORS = {
    "mirror.gcr.io/library/", "mirror.gcr.io/", "public.ecr.aws/docker/library/"
  };

  private KnownImages() {}

  /** Reads the list once, and only where somebody asks. */
  private static final class Own {
    private static final List<ImageFacts> ALL = read();

    private Own() {}
  }

  /** All of them, in the order in which they are tried. */
  static List<ImageFacts> all() {
    return Own.ALL;
  }

  /** The text of the list. */
  static InputStream text() {
    return KnownImages.class.getResourceAsStream(RESOURCE);
  }

  /**
   * What is known of an image.
   *
   * @param reference as a manifest writes it
   */
  public static Optional<ImageFacts> of(String reference) {
    String name = reference;
    for (String mirror : MIRRORS) {
      if (reference.startsWith(mirror)) {
        name = reference.substring(mirror.length());
        break;
      }
    }
    for (ImageFacts facts : Own.ALL) {
      if (facts.match().matches(name)) {
        return Optional.of(facts);
      }
    }
    return Optional.empty();
  }

  private static List<ImageFacts> read() {
    var all = new ArrayList<ImageFacts>();
    try (InputStream text = text()) {
      String lines = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      for (int at = lines.indexOf("\n- {"); at >= 0; at = lines.indexOf("\n- {", at + 1)) {
        all.add(image(FlowLine.mapping(lines, at + "\n- ".length())));
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return List.copyOf(all);
  }

  private static ImageFacts image(Map<String, Object> entry) {
    var behaviour =
        new Behaviour(
            Optional.empty(),
            serves(below(entry, "serves")),
            exit(entry, "exits"),
            exit(entry, "stops"));
    return new ImageFacts(
        ImagePattern.of(text(entry, "match")),
        ImageFacts.Pull.OK,
        false,
        Optional.of(text(entry, "user")).filter(user -> !user.isEmpty()),
        words(entry, "entrypoint"),
        words(entry, "command"),
        words(below(entry, "needs"), "env")
            .map(variables -> new ImageFacts.Needs(variables, exit(entry, "needs").orElseThrow())),
        !text(entry, "shell").equals("false"),
        behaviour,
        Optional.of(text(entry, "source")));
  }

  private static Map<Integer, Behaviour.Served> serves(Map<?, ?> ports) {
    Map<Integer, Behaviour.Served> serves = new LinkedHashMap<>();
    for (Map.Entry<?, ?> port : ports.entrySet()) {
      Map<?, ?> served = (Map<?, ?>) port.getValue();
      Map<String, Integer> paths = new LinkedHashMap<>();
      for (Map.Entry<?, ?> path : served.entrySet()) {
        if (path.getKey().toString().startsWith("/")) {
          paths.put(path.getKey().toString(), Integer.valueOf(path.getValue().toString()));
        }
      }
      serves.put(
          Integer.valueOf(port.getKey().toString()), new Behaviour.Served(after(served), paths));
    }
    return serves;
  }

  private static Optional<Behaviour.Exit> exit(Map<String, Object> entry, String key) {
    if (!entry.containsKey(key)) {
      return Optional.empty();
    }
    Map<?, ?> exit = below(entry, key);
    return Optional.of(new Behaviour.Exit(after(exit), Integer.parseInt(text(exit, "code"))));
  }

  private static Duration after(Map<?, ?> entry) {
    return GoDuration.parse(text(entry, "after")).orElse(Duration.ZERO);
  }

  private static Map<?, ?> below(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof Map<?, ?> mapping ? mapping : Map.of();
  }

  private static String text(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof String text ? text : "";
  }

  private static Optional<List<String>> words(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof List<?> words
        ? Optional.of(words.stream().map(Object::toString).toList())
        : Optional.empty();
  }
}
