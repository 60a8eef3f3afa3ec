package foresail.finding;

import java.util.List;

/**
 * What would put a finding right.
 *
 * @param description an imperative, one line: {@code write app: web}
 * @param edits present only where they are known to be right
 */
public record Fix(String description, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /** Advice that no program can carry out. */
  public static Fix advice(String description) {
    return new Fix(description, List.of());
  }
}
