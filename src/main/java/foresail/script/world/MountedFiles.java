package foresail.script.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A container's files: a root, and volumes mounted into it. */
public final class MountedFiles implements FileSystem {
  private static final String READ_ONLY = "Read-only file system";

  /**
   * One volume in a container.
   *
   * @param path where it is mounted, absolute and normal
   * @param inside the path within the volume that appears there, as with subPath; {@code /} for all
   */
  public record Mount(String path, FileSystem files, String inside, boolean readOnly) {}

  private final FileSystem root;
  private final boolean rootReadOnly;

  /** Longest path first: the innermost mount wins. */
  private final List<Mount> mounts;

  public MountedFiles(FileSystem root, boolean rootReadOnly, List<Mount> mounts) {
    this.root = root;
    this.rootReadOnly = rootReadOnly;
    this.mounts = new ArrayList<>(mounts);
    this.mounts.sort(Comparator.comparingInt((Mount mount) -> mount.path().length()).reversed());
  }

  /** A path within the file system that holds it. */
  private record Place(FileSystem files, String path, boolean readOnly) {}

  private Place place(String path) {
    for (var mount : mounts) {
      if (within(path, mount.path())) {
        var rest = mount.path().equals("/") ? path : path.substring(mount.path().length());
        return new Place(
            mount.files(), Paths.resolve("/", mount.inside() + "/" + rest), mount.readOnly());
      }
    }
    // Devices can be written to whatever the root is.
    return new Place(root, path, rootReadOnly && !within(path, "/dev"));
  }

  private static boolean within(String path, String directory) {
    return directory.equals("/")
        || path.equals(directory)
        || (path.startsWith(directory) && path.charAt(directory.length()) == '/');
  }

  @Override
  public Optional<FileStatus> status(String path) {
    var place = place(path);
    return place.files().status(place.path());
  }

  @Override
  public Reading read(String path) {
    var place = place(path);
    return place.files().read(place.path());
  }

  @Override
  public boolean mayExist(String path) {
    var place = place(path);
    return place.files().mayExist(place.path());
  }

  @Override
  public void holdUnknown(String directory) {
    var place = place(directory);
    place.files().holdUnknown(place.path());
  }

  /** From now on anything may be in the volumes that can be written to. */
  public void holdUnknownInVolumes() {
    for (var mount : mounts) {
      if (!mount.readOnly()) {
        mount.files().holdUnknown(mount.inside());
      }
    }
  }

  @Override
  public Writing write(String path, String text, boolean append) {
    var place = place(path);
    return place.readOnly()
        ? Writing.failed(READ_ONLY)
        : place.files().write(place.path(), text, append);
  }

  @Override
  public Writing allocate(String path, long size) {
    var place = place(path);
    return place.readOnly()
        ? Writing.failed(READ_ONLY)
        : place.files().allocate(place.path(), size);
  }

  @Override
  public Writing makeDirectory(String path) {
    var place = place(path);
    return place.readOnly() ? Writing.failed(READ_ONLY) : place.files().makeDirectory(place.path());
  }

  @Override
  public Writing link(String path, String target) {
    var place = place(path);
    return place.readOnly() ? Writing.failed(READ_ONLY) : place.files().link(place.path(), target);
  }

  @Override
  public Writing remove(String path) {
    if (mounts.stream().anyMatch(mount -> mount.path().equals(path))) {
      return Writing.failed("Device or resource busy");
    }
    var place = place(path);
    return place.readOnly() ? Writing.failed(READ_ONLY) : place.files().remove(place.path());
  }

  @Override
  public Writing setMode(String path, int mode) {
    var place = place(path);
    return place.readOnly() ? Writing.failed(READ_ONLY) : place.files().setMode(place.path(), mode);
  }

  @Override
  public List<String> list(String path) {
    var place = place(path);
    var names = new TreeSet<>(place.files().list(place.path()));
    for (var mount : mounts) {
      if (!mount.path().equals("/") && Paths.parent(mount.path()).equals(path)) {
        names.add(Paths.name(mount.path()));
      }
    }
    return List.copyOf(names);
  }
}
