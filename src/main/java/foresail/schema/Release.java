package foresail.schema;

import java.util.List;
import java.util.Optional;

/**
 * A minor release of Kubernetes.
 *
 * @param minor the part after {@code 1.}
 */
public record Release(int minor) implements Comparable<Release> {
  /** The releases whose schemas come with Foresail, oldest first. */
  public static final List<Release> BUNDLED =
      List.of(
          new Release(32),
          new Release(33),
          new Release(34),
          new Release(35),
          new Release(36),
          new Release(37));

  /** The one that is meant when nobody names one. */
  public static final Release DEFAULT = new Release(36);

  public Release {
    if (minor < 0) {
      throw new IllegalArgumentException("no release 1." + minor);
    }
  }

  /**
   * A bundled release by the name users write: {@code 1.36}, {@code v1.36} or {@code 1.36.3}; empty
   * for any other.
   */
  public static Optional<Release> parse(String name) {
    Optional<Release> named = read(name);
    boolean bundled =
        named.isPresent()
            && named.get().minor >= BUNDLED.get(0).minor
            && named.get().minor <= BUNDLED.get(BUNDLED.size() - 1).minor;
    return bundled ? named : Optional.empty();
  }

  /** Any release, also one whose schema is not bundled. */
  static Optional<Release> read(String name) {
    int at = name.startsWith("v") ? 1 : 0;
    if (!name.startsWith("1.", at)) {
      return Optional.empty();
    }
    int minor = 0;
    int i = at + 2;
    int from = i;
    while (i < name.length() && i < from + 4 && isDigit(name.charAt(i))) {
      minor = minor * 10 + name.charAt(i++) - '0';
    }
    boolean ends = i == name.length() || name.charAt(i) == '.' || name.charAt(i) == '+';
    return i > from && ends ? Optional.of(new Release(minor)) : Optional.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether this release is the given minor release or a later one. */
  public boolean atLeast(int otherMinor) {
    return minor >= otherMinor;
  }

  @Override
  public int compareTo(Release other) {
    return Integer.compare(minor, other.minor);
  }

  /** {@code 1.36}. */
  @Override
  public String toString() {
    return "1." + minor;
  }
}
