package foresail.admission.security;

import java.util.Locale;
import java.util.Optional;

/** How much a namespace forbids its pods, from nothing upward. */
public enum SecurityLevel {
  PRIVILEGED,
  BASELINE,
  RESTRICTED;

  /** As labels spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a label's value; empty for any other word. */
  static Optional<SecurityLevel> of(String word) {
    return switch (word) {
      case "privileged" -> Optional.of(PRIVILEGED);
      case "baseline" -> Optional.of(BASELINE);
      case "restricted" -> Optional.of(RESTRICTED);
      default -> Optional.empty();
    };
  }
}
