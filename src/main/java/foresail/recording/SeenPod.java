package foresail.recording;

import java.util.List;

/**
 * One pod of a recording.
 *
 * @param name with the random letters that the server gave it
 * @param rows in order of time; two that follow each other differ
 */
public record SeenPod(String name, List<SeenRow> rows) {
  public SeenPod {
    rows = List.copyOf(rows);
  }
}
