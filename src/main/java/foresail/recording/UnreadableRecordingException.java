package foresail.recording;

/** A recording is in no form that is known. */
public final class UnreadableRecordingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param line from 1
   */
  UnreadableRecordingException(int line, String message) {
    super("line " + line + ": " + message);
  }
}
