package foresail.recording;

import foresail.prediction.Row;
import java.util.Optional;

/** A predicted row beside a recorded one; one of them may be missing. */
public record ComparedRow(Optional<Row> predicted, Optional<SeenRow> seen, Verdict verdict) {
  /** What a pair of rows says about the prediction. */
  public enum Verdict {
    /** Both are there, at the same time as far as times can be told. */
    SAME,
    /** Both are there, but one comes more than 2 s and a quarter of its time before the other. */
    OTHER_TIME,
    /** It stood for less than 2 s, on one side only: a watcher may miss it. */
    BRIEF,
    /** On one side only. */
    DIFFERENT,
    /** Predicted beyond the end of the recording, or so near to it that it may still come. */
    OPEN;

    /** Whether a prediction with this row is right. */
    public boolean agrees() {
      return this != DIFFERENT && this != OTHER_TIME;
    }
  }
}
