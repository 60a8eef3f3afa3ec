package foresail.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What the program knows of common public images, read from its own list when it is first asked
 * for.
 */
public final class KnownImages {
  private static final String RESOURCE = "images.yaml";

  /** Registries that offer Docker Hub's own images under the same names. */
  private static final String[] MIRRORS = {
    "mirror.gcr.io/library/",
    "mirror.gcr.io/",
    "public.ecr.aws/docker/library/",
    "quay.io/docker/library/"
  };

  private KnownImages() {}

  /** Reads the list once, and only where somebody asks. */
  private static final class Own {
    private static final List<ImageFacts> ALL = read();

    private Own() {}

    private static List<ImageFacts> read() {
      try (InputStream text = KnownImages.class.getResourceAsStream(RESOURCE)) {
        return ClusterFactsReader.readOwn(text).images();
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
  }

  /** All of them, in the order in which they are tried. */
  static List<ImageFacts> all() {
    return Own.ALL;
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
}
