package foresail;

/** Is told how far a long run has come. May be told by several threads at once. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void stage(String words, long all, String unit) {}

        @Override
        public void add(long pieces) {}
      };

  /**
   * A stage begins.
   *
   * @param words what it does: {@code validating}
   * @param all how many pieces it has; 0 where nobody knows
   * @param unit of the pieces: {@code objects}
   */
  void stage(String words, long all, String unit);

  /** So many more pieces of the stage are done. */
  void add(long pieces);
}
