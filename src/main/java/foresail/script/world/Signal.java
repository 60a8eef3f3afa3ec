package foresail.script.world;

import java.util.Locale;
import java.util.Optional;

/** The signals of Linux that scripts use. */
public enum Signal {
  HUP(1, true),
  INT(2, true),
  QUIT(3, true),
  ABRT(6, true),
  KILL(9, true),
  USR1(10, true),
  SEGV(11, true),
  USR2(12, true),
  PIPE(13, true),
  ALRM(14, true),
  TERM(15, true),
  CHLD(17, false),
  CONT(18, false),
  STOP(19, false),
  TSTP(20, false),
  URG(23, false),
  WINCH(28, false);

  private final int number;
  private final boolean fatal;

  Signal(int number, boolean fatal) {
    this.number = number;
    this.fatal = fatal;
  }

  public int number() {
    return number;
  }

  /** Whether a process without a handler ends; stopping a process is not modelled. */
  public boolean fatal() {
    return fatal;
  }

  /** Exit code of a process that this signal ends. */
  public int exitCode() {
    return 128 + number;
  }

  /** Reads {@code TERM}, {@code SIGTERM}, {@code term} and {@code 15}. */
  public static Optional<Signal> of(String text) {
    var name = text.toUpperCase(Locale.ROOT);
    if (name.startsWith("SIG")) {
      name = name.substring(3);
    }
    for (var signal : values()) {
      if (signal.name().equals(name) || Integer.toString(signal.number).equals(name)) {
        return Optional.of(signal);
      }
    }
    return Optional.empty();
  }
}
