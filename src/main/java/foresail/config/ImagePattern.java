package foresail.config;

import static java.util.Objects.requireNonNull;

/**
 * Names images. A star stands for any text: {@code busybox:*} is every version of busybox, {@code
 * example.com/*} all that the registry has. Without a tag or digest it means the tag {@code
 * latest}, as in manifests. Docker Hub's long and short names are the same: {@code
 * docker.io/library/nginx} is {@code nginx}.
 *
 * @param glob the short name, with its tag
 */
public record ImagePattern(Glob glob) {
  private static final String[] HUB = {
    "docker.io/library/", "index.docker.io/library/", "docker.io/", "index.docker.io/"
  };

  public ImagePattern {
    requireNonNull(glob);
  }

  public static ImagePattern of(String text) {
    return new ImagePattern(new Glob(text.endsWith("*") ? withoutHub(text) : withTag(text)));
  }

  /**
   * @param image as a manifest writes it
   */
  public boolean matches(String image) {
    // A digest is a version too, so busybox:* means busybox@sha256:... as well.
    String name = withTag(image);
    return glob.matches(name) || glob.matches(name.replace('@', ':'));
  }

  private static String withTag(String image) {
    String name = withoutHub(image);
    return hasTag(name) ? name : name + ":latest";
  }

  private static String withoutHub(String image) {
    for (String prefix : HUB) {
      if (image.startsWith(prefix)) {
        return image.substring(prefix.length());
      }
    }
    return image;
  }

  /** A colon before the last slash belongs to a registry's port. */
  private static boolean hasTag(String image) {
    return image.indexOf('@') >= 0 || image.indexOf(':', image.lastIndexOf('/') + 1) >= 0;
  }

  /** The short name, with its tag. */
  @Override
  public String toString() {
    return glob.toString();
  }
}
