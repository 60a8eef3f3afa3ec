package foresail.simulation.store;

/**
 * Completes generated names with five letters as the server does, but the same ones in every run.
 *
 * <p>The letters are those of apimachinery/pkg/util/rand: no vowels, no digits that look like them.
 */
final class GeneratedNames {
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
  private static final int LENGTH = 5;

  /** The server cuts the prefix so that the whole stays a label's length. */
  private static final int LONGEST_PREFIX = 63 - LENGTH;

  private long count;

  String next(String prefix) {
    long mixed = (prefix.hashCode() * 0x9E3779B97F4A7C15L) ^ (++count * 0xD1B54A32D192ED03L);
    mixed ^= mixed >>> 32;
    mixed *= 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    var name = new StringBuilder(prefix);
    name.setLength(Math.min(prefix.length(), LONGEST_PREFIX));
    for (int i = 0; i < LENGTH; i++) {
      name.append(LETTERS.charAt((int) Long.remainderUnsigned(mixed, LETTERS.length())));
      mixed = Long.divideUnsigned(mixed, LETTERS.length());
    }
    return name.toString();
  }
}
