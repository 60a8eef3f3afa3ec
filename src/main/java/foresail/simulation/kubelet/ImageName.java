package foresail.simulation.kubelet;

import java.util.Optional;

/**
 * Whether an image's name can be parsed.
 *
 * <p>Source: distribution/reference v0.6 (ParseNormalizedNamed), as pkg/util/parsers/parsers.go
 * uses it (v1.36).
 */
final class ImageName {
  private ImageName() {}

  /** Why the name cannot be parsed; empty where it can. */
  static Optional<String> problem(String image) {
    String rest = image;
    int at = rest.indexOf('@');
    if (at >= 0) {
      if (!isDigest(rest.substring(at + 1))) {
        return Optional.of("invalid reference format");
      }
      rest = rest.substring(0, at);
    }
    int slash = rest.indexOf('/');
    if (slash > 0 && isHost(rest.substring(0, slash))) {
      rest = rest.substring(slash + 1);
    }
    int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    if (colon >= 0) {
      if (!isTag(rest.substring(colon + 1))) {
        return Optional.of("invalid reference format");
      }
      rest = rest.substring(0, colon);
    }
    return path(rest);
  }

  private static Optional<String> path(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (Character.isUpperCase(path.charAt(i))) {
        String full = path.indexOf('/') < 0 ? "library/" + path : path;
        return Optional.of(
            "invalid reference format: repository name (" + full + ") must be lowercase");
      }
    }
    if (path.isEmpty()) {
      return Optional.of("invalid reference format");
    }
    for (String part : path.split("/", -1)) {
      if (!isPart(part)) {
        return Optional.of("invalid reference format");
      }
    }
    return Optional.empty();
  }

  /**
   * The first part is a registry when it has a dot, a port, an upper-case letter, or is localhost.
   */
  private static boolean isHost(String part) {
    return part.equals("localhost")
        || part.indexOf('.') >= 0
        || part.indexOf(':') >= 0
        || part.chars().anyMatch(Character::isUpperCase) && part.indexOf('_') < 0;
  }

  /** Lower-case letters and digits, separated by a dot, one or two underscores, or dashes. */
  private static boolean isPart(String part) {
    if (part.isEmpty() || !isAlphanumeric(part.charAt(0))) {
      return false;
    }
    if (!isAlphanumeric(part.charAt(part.length() - 1))) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (!isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return !part.contains("..") && !part.contains("___");
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isTag(String tag) {
    if (tag.isEmpty() || tag.length() > 128 || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      boolean ok = isAlphanumeric(Character.toLowerCase(c)) || c == '.' || c == '_' || c == '-';
      if (!ok) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    return colon > 0 && digest.length() - colon - 1 >= 32;
  }
}
