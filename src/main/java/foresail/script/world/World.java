package foresail.script.world;

import java.time.Instant;

/** What a script asks and gets at once; its owner answers for the present virtual instant. */
public interface World {
  /** The date on the virtual clock. */
  Instant now();

  /** The container's files; several containers may share parts of them. */
  FileSystem files();

  /**
   * Takes what the main streams of the container were given.
   *
   * @param error true for standard error
   */
  void print(String text, boolean error);

  /**
   * Whether a command surely does not exist in the image, so that calling it gives 127. Images
   * differ, so an owner who does not know says false, and the command becomes an {@link
   * Effect.Unknown}, or runs if this package knows it.
   */
  boolean isMissing(String command);
}
