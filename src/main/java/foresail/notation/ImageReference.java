package foresail.notation;

import java.util.Optional;

/**
 * The name of a container image, taken apart as the container runtimes and the kubelet do
 * (distribution/reference, normalize.go, v0.6; pkg/util/parsers/parsers.go, v1.36).
 *
 * @param registry with its port; {@code docker.io} where none is written
 * @param repository the path in the registry; {@code library/nginx} for {@code nginx}
 * @param tag what stands behind the colon; empty where none is written
 * @param digest what stands behind the {@code @}; empty where none is written
 */
public record ImageReference(String registry, String repository, String tag, String digest) {
  private static final String DEFAULT_REGISTRY = "docker.io";
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TAG = 128;

  /** Empty where the runtimes could not read it either. */
  public static Optional<ImageReference> parse(String image) {
    int at = image.indexOf('@');
    String digest = at < 0 ? "" : image.substring(at + 1);
    String named = at < 0 ? image : image.substring(0, at);
    int slash = named.indexOf('/');
    boolean hasRegistry = slash >= 0 && isRegistry(named.substring(0, slash));
    String registry = hasRegistry ? named.substring(0, slash) : DEFAULT_REGISTRY;
    String rest = hasRegistry ? named.substring(slash + 1) : named;
    int colon = rest.indexOf(':');
    String tag = colon < 0 ? "" : rest.substring(colon + 1);
    String path = colon < 0 ? rest : rest.substring(0, colon);
    boolean right =
        isPath(path)
            && (colon < 0 || isTag(tag))
            && (at < 0 || isDigest(digest))
            && isHost(registry)
            && registry.length() + path.length() < LONGEST_NAME
            && !(!hasRegistry && isHex(image) && image.length() == 64);
    if (!right) {
      return Optional.empty();
    }
    boolean official = registry.equals(DEFAULT_REGISTRY) && path.indexOf('/') < 0;
    return Optional.of(
        new ImageReference(registry, official ? "library/" + path : path, tag, digest));
  }

  /** Whether the pulled image may change from one pull to the next: tag {@code latest} or none. */
  public boolean isLatest() {
    return tag.isEmpty() ? digest.isEmpty() : tag.equals("latest");
  }

  /** Whether the part before the first slash names a host and not a folder. */
  private static boolean isRegistry(String first) {
    if (first.equals("localhost")) {
      return true;
    }
    for (int i = 0; i < first.length(); i++) {
      char c = first.charAt(i);
      if (c == '.' || c == ':' || (c >= 'A' && c <= 'Z')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHost(String registry) {
    int colon = registry.lastIndexOf(':');
    boolean six = registry.startsWith("[");
    if (six && registry.endsWith("]")) {
      return true;
    }
    String host = colon < 0 ? registry : registry.substring(0, colon);
    if (colon >= 0 && !isNumber(registry.substring(colon + 1))) {
      return false;
    }
    return six || isDomain(host);
  }

  private static boolean isDomain(String host) {
    boolean afterDot = true;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean edge = afterDot || i + 1 == host.length() || host.charAt(i + 1) == '.';
      if (!isAlphanumeric(c) && (edge || c != '-') && (afterDot || c != '.')) {
        return false;
      }
      afterDot = c == '.';
    }
    return !host.isEmpty() && !afterDot;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Lower case letters and digits, joined by single dots, one or two underscores, or dashes. */
  private static boolean isPath(String path) {
    int from = 0;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (!isComponent(path, from, to)) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }

  private static boolean isComponent(String path, int from, int to) {
    int at = from;
    while (true) {
      int word = at;
      while (at < to && isLower(path.charAt(at))) {
        at++;
      }
      if (at == word) {
        return false;
      }
      if (at == to) {
        return true;
      }
      at = pastSeparator(path, at, to);
    }
  }

  private static int pastSeparator(String path, int from, int to) {
    char c = path.charAt(from);
    int at = from;
    int most = c == '-' ? to : c == '_' ? from + 2 : c == '.' ? from + 1 : from;
    while (at < Math.min(most, to) && path.charAt(at) == c) {
      at++;
    }
    return at;
  }

  private static boolean isTag(String tag) {
    boolean sized = !tag.isEmpty() && tag.length() <= LONGEST_TAG;
    if (!sized || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    if (colon < 0) {
      return false;
    }
    String hash = digest.substring(colon + 1);
    int length =
        switch (digest.substring(0, colon)) {
          case "sha256" -> 64;
          case "sha384" -> 96;
          case "sha512" -> 128;
          default -> -1;
        };
    return hash.length() == length && isHex(hash);
  }

  private static boolean isHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static boolean isLower(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isAlphanumeric(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }
}
