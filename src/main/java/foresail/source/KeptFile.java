package foresail.source;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/** A file that does not lie in a folder but was kept elsewhere, such as an older version of one. */
public final class KeptFile {
  /** Larger files are not read, in bytes. */
  public static final int LARGEST = FileLoader.LARGEST;

  private final String path;
  private final boolean named;
  private final byte[] bytes;

  /**
   * @param path as shown to the user
   * @param named whether the user named it, and not a folder that holds it
   * @param bytes one more than {@link #LARGEST} where there are more than that
   */
  public KeptFile(String path, boolean named, byte[] bytes) {
    this.path = requireNonNull(path);
    this.named = named;
    this.bytes = bytes.clone();
  }

  FileFinder.Found found() {
    return new FileFinder.Found(Path.of("-"), path, named, Optional.empty());
  }

  byte[] bytes() {
    return bytes;
  }
}
