package foresail.simulation.kubelet;

/** Does something when a number of things have ended. */
final class Countdown {
  private final Runnable then;
  private int left;

  /** With nothing to wait for it acts at once. */
  Countdown(int count, Runnable then) {
    this.left = count;
    this.then = then;
    if (count == 0) {
      then.run();
    }
  }

  void one() {
    left--;
    if (left == 0) {
      then.run();
    }
  }
}
