package foresail.simulation.kubelet;

import java.time.Duration;

/** Writes a duration of whole seconds as Go does: {@code 10s}, {@code 1m20s}, {@code 5m0s}. */
final class GoTime {
  private GoTime() {}

  static String of(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
  }
}
