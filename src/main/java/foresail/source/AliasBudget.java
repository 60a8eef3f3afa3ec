package foresail.source;

/**
 * How many values the aliases of a document may stand for: go.yaml.in/yaml/v2 (decode.go, {@code
 * allowedAliasRatio}) lets 99 % of the first 400,000 values come from aliases, and less of more.
 */
final class AliasBudget {
  private static final long LOW = 400_000;
  private static final long HIGH = 4_000_000;

  /** Sums stay far below overflow: nothing beyond this is ever allowed. */
  private static final long TOO_MUCH = 1L << 40;

  private long values = 1;
  private long aliased;

  void reset() {
    values = 1;
    aliased = 0;
  }

  /** Counts a value that is written. */
  void count() {
    values++;
  }

  /**
   * Counts an alias.
   *
   * @param size how many values it stands for
   */
  boolean allowsAlias(long size) {
    values = Math.min(TOO_MUCH, values + Math.min(TOO_MUCH, size));
    aliased = Math.min(TOO_MUCH, aliased + Math.min(TOO_MUCH, size));
    return aliased <= 100 || values <= 1000 || (double) aliased / values <= allowedShare(values);
  }

  private static double allowedShare(long values) {
    if (values <= LOW) {
      return 0.99;
    }
    if (values >= HIGH) {
      return 0.10;
    }
    return 0.99 - 0.89 * ((double) (values - LOW) / (HIGH - LOW));
  }
}
