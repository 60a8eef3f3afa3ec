package foresail.script.world;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A file tree in memory: one volume, or the root of a container. */
public final class MemoryFiles implements FileSystem {
  static final String NO_SUCH_FILE = "No such file or directory";
  private static final String NOT_A_DIRECTORY = "Not a directory";
  private static final String IS_A_DIRECTORY = "Is a directory";

  /** In characters; longer files keep their size only. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final String NO_SPACE = "No space left on device";
  private static final int MOST_LINKS = 20;

  /** In bytes, on most file systems; never 0, so that test -s holds. */
  private static final long DIRECTORY_SIZE = 4096;

  /** By path; a sorted map keeps the entries of a directory together and in order. */
  private final Map<String, Entry> entries = new TreeMap<>();

  /** Places that are empty in every image, or that hold only what the run has put there. */
  private static final List<String> ALWAYS_KNOWN =
      List.of("/tmp", "/run", "/var/run", "/dev", "/proc", "/sys", "/mnt");

  private final Supplier<Instant> clock;
  private final Set<String> removed = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private boolean holdsUnknown;
  private long room = Long.MAX_VALUE;

  /**
   * @param clock the virtual time, for modification times
   */
  public MemoryFiles(Supplier<Instant> clock) {
    this.clock = clock;
    entries.put("/", new Entry(Kind.DIRECTORY, 0755, clock.get()));
  }

  private static final class Entry {
    final Kind kind;
    StringBuilder text = new StringBuilder();
    Optional<String> linkTarget = Optional.empty();
    long size = -1;
    int mode;
    Instant modified;

    Entry(Kind kind, int mode, Instant modified) {
      this.kind = kind;
      this.mode = mode;
      this.modified = modified;
    }

    long size() {
      return kind == Kind.DIRECTORY ? DIRECTORY_SIZE : size >= 0 ? size : text.length();
    }
  }

  @Override
  public Optional<FileStatus> status(String path) {
    return Optional.ofNullable(entries.get(followed(path)))
        .map(entry -> new FileStatus(entry.kind, entry.size(), entry.mode, entry.modified));
  }

  @Override
  public Reading read(String path) {
    var entry = entries.get(followed(path));
    if (entry == null) {
      return mayExist(path) ? new Reading.Unknowable() : new Reading.Failed(NO_SUCH_FILE);
    }
    return switch (entry.kind) {
      case DIRECTORY -> new Reading.Failed(IS_A_DIRECTORY);
      case FILE ->
          entry.size >= 0 ? new Reading.Unknowable() : new Reading.Text(entry.text.toString());
      case DEVICE, SOCKET -> new Reading.Text("");
    };
  }

  @Override
  public Writing write(String path, String text, boolean append) {
    var target = followed(path);
    var entry = entries.get(target);
    if (entry == null) {
      var problem = parentProblem(target);
      if (problem.isPresent()) {
        return new Writing(problem);
      }
      entry = new Entry(Kind.FILE, 0644, clock.get());
      entries.put(target, entry);
    }
    if (entry.kind == Kind.DIRECTORY) {
      return Writing.failed(IS_A_DIRECTORY);
    }
    if (!append) {
      entry.text.setLength(0);
      entry.size = -1;
    }
    if (room != Long.MAX_VALUE && text.length() > room - bytes()) {
      return Writing.failed(NO_SPACE);
    }
    if (entry.size >= 0) {
      entry.size += text.length();
    } else {
      entry.text.append(text);
      if (entry.text.length() > LONGEST_TEXT) {
        // A log that nobody reads: its size is enough.
        entry.size = entry.text.length();
        entry.text = new StringBuilder();
      }
    }
    entry.modified = clock.get();
    return Writing.done();
  }

  @Override
  public Writing allocate(String path, long size) {
    var written = write(path, "", false);
    if (written.failure().isPresent()) {
      return written;
    }
    long left = room == Long.MAX_VALUE ? room : room - bytes();
    entries.get(followed(path)).size = Math.min(size, left);
    return size > left ? Writing.failed(NO_SPACE) : written;
  }

  @Override
  public Writing makeDirectory(String path) {
    if (entries.containsKey(path)) {
      return Writing.failed("File exists");
    }
    var problem = parentProblem(path);
    if (problem.isEmpty()) {
      entries.put(path, new Entry(Kind.DIRECTORY, 0755, clock.get()));
    }
    return new Writing(problem);
  }

  @Override
  public Writing link(String path, String target) {
    if (entries.containsKey(path)) {
      return Writing.failed("File exists");
    }
    var problem = parentProblem(path);
    if (problem.isEmpty()) {
      var entry = new Entry(Kind.FILE, 0777, clock.get());
      entry.linkTarget = Optional.of(target);
      entries.put(path, entry);
    }
    return new Writing(problem);
  }

  @Override
  public Writing remove(String path) {
    var entry = entries.get(path);
    if (entry == null) {
      return Writing.failed(NO_SUCH_FILE);
    }
    if (entry.kind == Kind.DIRECTORY && !list(path).isEmpty()) {
      return Writing.failed("Directory not empty");
    }
    entries.remove(path);
    removed.add(path);
    return Writing.done();
  }

  @Override
  public Writing setMode(String path, int mode) {
    var entry = entries.get(followed(path));
    if (entry == null) {
      return Writing.failed(NO_SUCH_FILE);
    }
    entry.mode = mode;
    return Writing.done();
  }

  @Override
  public List<String> list(String path) {
    var directory = followed(path);
    var prefix = directory.equals("/") ? "/" : directory + "/";
    return ((TreeMap<String, Entry>) entries)
        .tailMap(prefix, false).keySet().stream()
            .takeWhile(each -> each.startsWith(prefix))
            .map(each -> each.substring(prefix.length()))
            .filter(name -> name.indexOf('/') < 0)
            .toList();
  }

  private String followed(String path) {
    var at = path;
    for (int i = 0; i < MOST_LINKS; i++) {
      var entry = entries.get(at);
      if (entry == null || entry.linkTarget.isEmpty()) {
        return at;
      }
      at = Paths.resolve(Paths.parent(at), entry.linkTarget.get());
    }
    return at;
  }

  private Optional<String> parentProblem(String path) {
    var parent = entries.get(followed(Paths.parent(path)));
    if (parent == null && mayExist(Paths.parent(path))) {
      withDirectory(Paths.parent(path));
      return Optional.empty();
    }
    if (parent == null) {
      return Optional.of(NO_SUCH_FILE);
    }
    return parent.kind == Kind.DIRECTORY ? Optional.empty() : Optional.of(NOT_A_DIRECTORY);
  }

  @Override
  public boolean mayExist(String path) {
    if (entries.containsKey(path) || removed.contains(path)) {
      return false;
    }
    for (var directory : unknown) {
      if (directory.equals("/") || path.startsWith(directory + "/")) {
        return true;
      }
    }
    if (!holdsUnknown) {
      return false;
    }
    for (var place : ALWAYS_KNOWN) {
      if (path.equals(place) || path.startsWith(place + "/")) {
        return false;
      }
    }
    return true;
  }

  /** From now on the files together hold at most so many bytes. */
  public MemoryFiles withRoomFor(long bytes) {
    room = bytes;
    return this;
  }

  /** How many bytes the files hold, at most {@link Long#MAX_VALUE}. */
  public long bytes() {
    return sum(entries.values());
  }

  /** How many bytes the files below a directory hold. */
  public long bytesBelow(String directory) {
    return sum(
        ((TreeMap<String, Entry>) entries).subMap(directory + "/", directory + "0").values());
  }

  private static long sum(Collection<Entry> all) {
    long sum = 0;
    for (var entry : all) {
      if (entry.kind == Kind.FILE) {
        sum += entry.size();
        if (sum < 0) {
          return Long.MAX_VALUE;
        }
      }
    }
    return sum;
  }

  /** Takes over what another one holds, and nothing else. */
  public void becomeLike(MemoryFiles other) {
    entries.clear();
    entries.putAll(other.entries);
  }

  /** The same files, which {@link #becomeLike} of this one does not change. */
  public MemoryFiles asTheyAre() {
    var copy = new MemoryFiles(clock);
    copy.becomeLike(this);
    return copy;
  }

  @Override
  public void holdUnknown(String directory) {
    unknown.add(directory);
  }

  /** From now on this is the root of an image of which only the usual directories are known. */
  public MemoryFiles withUnknownFiles() {
    holdsUnknown = true;
    return this;
  }

  /** Makes a directory and those above it, where they are not there yet. */
  public MemoryFiles withDirectory(String path) {
    if (!entries.containsKey(path)) {
      withDirectory(Paths.parent(path));
      entries.put(path, new Entry(Kind.DIRECTORY, 0755, clock.get()));
    }
    return this;
  }

  /** Puts a file there, and the directories above it. */
  public MemoryFiles withFile(String path, String text) {
    withDirectory(Paths.parent(path));
    write(path, text, false);
    return this;
  }

  /** Puts a device such as {@code /dev/null} there. */
  public MemoryFiles withDevice(String path) {
    withDirectory(Paths.parent(path));
    entries.put(path, new Entry(Kind.DEVICE, 0666, clock.get()));
    return this;
  }

  /** The directories and devices that every container has. */
  public MemoryFiles withUsualRoot() {
    for (var directory :
        List.of(
            "/bin",
            "/etc",
            "/home",
            "/mnt",
            "/opt",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/srv",
            "/sys",
            "/tmp",
            "/usr/bin",
            "/usr/local/bin",
            "/usr/share",
            "/var/lib",
            "/var/log",
            "/var/run",
            "/dev/shm")) {
      withDirectory(directory);
    }
    for (var device :
        List.of("null", "zero", "random", "urandom", "tty", "stdin", "stdout", "stderr")) {
      withDevice("/dev/" + device);
    }
    return withFile("/dev/termination-log", "");
  }
}
