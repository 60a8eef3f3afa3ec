package foresail.simulation.process;

import foresail.script.world.FileSystem;
import foresail.script.world.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that belong to root, as a process of another user sees them. */
final class RootsFiles implements FileSystem {
  /** Where only root may write; other folders of an image may belong to anybody. */
  private static final Set<String> ROOTS =
      Set.of(
          "/",
          "/bin",
          "/etc",
          "/home",
          "/mnt",
          "/opt",
          "/root",
          "/run",
          "/sbin",
          "/srv",
          "/sys",
          "/usr",
          "/usr/bin",
          "/usr/local",
          "/usr/local/bin",
          "/usr/share",
          "/var",
          "/var/lib",
          "/var/log",
          "/var/run");

  private static final String DENIED = "Permission denied";
  private static final int READ_BY_OTHERS = 0004;

  private final FileSystem files;
  private final boolean everywhere;

  private RootsFiles(FileSystem files, boolean everywhere) {
    this.files = files;
    this.everywhere = everywhere;
  }

  /** The files of an image. */
  static FileSystem ofImage(FileSystem files) {
    return new RootsFiles(files, false);
  }

  /** A folder in which everything is root's. */
  static FileSystem all(FileSystem files) {
    return new RootsFiles(files, true);
  }

  private boolean denies(String path) {
    return everywhere || ROOTS.contains(Paths.parent(path)) || ROOTS.contains(path);
  }

  @Override
  public Optional<FileStatus> status(String path) {
    return files.status(path);
  }

  @Override
  public Reading read(String path) {
    boolean secret =
        files
            .status(path)
            .filter(file -> file.kind() == Kind.FILE && (file.mode() & READ_BY_OTHERS) == 0)
            .isPresent();
    return secret ? new Reading.Failed(DENIED) : files.read(path);
  }

  @Override
  public boolean mayExist(String path) {
    return files.mayExist(path);
  }

  @Override
  public void holdUnknown(String directory) {
    files.holdUnknown(directory);
  }

  @Override
  public Writing write(String path, String text, boolean append) {
    return denies(path) ? Writing.failed(DENIED) : files.write(path, text, append);
  }

  @Override
  public Writing allocate(String path, long size) {
    return denies(path) ? Writing.failed(DENIED) : files.allocate(path, size);
  }

  @Override
  public Writing makeDirectory(String path) {
    return denies(path) && files.status(path).isEmpty()
        ? Writing.failed(DENIED)
        : files.makeDirectory(path);
  }

  @Override
  public Writing link(String path, String target) {
    return denies(path) ? Writing.failed(DENIED) : files.link(path, target);
  }

  @Override
  public Writing remove(String path) {
    return denies(path) && files.status(path).isPresent()
        ? Writing.failed(DENIED)
        : files.remove(path);
  }

  @Override
  public Writing setMode(String path, int mode) {
    return denies(path) ? Writing.failed("Operation not permitted") : files.setMode(path, mode);
  }

  @Override
  public List<String> list(String path) {
    return files.list(path);
  }
}
