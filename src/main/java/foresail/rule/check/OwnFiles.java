package foresail.rule.check;

import foresail.script.world.FileSystem;
import foresail.script.world.MemoryFiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Files that a script makes itself; of all others nobody knows whether they are there. */
final class OwnFiles implements FileSystem {
  private final Supplier<Instant> clock;
  private Optional<MemoryFiles> own = Optional.empty();
  private boolean askedUnknown;

  OwnFiles(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /** Made when first asked for: most commands name no file, and every container has a command. */
  private MemoryFiles own() {
    if (own.isEmpty()) {
      own = Optional.of(new MemoryFiles(clock).withUsualRoot());
    }
    return own.get();
  }

  /** Whether the script asked for anything that it did not make. */
  boolean askedUnknown() {
    return askedUnknown;
  }

  @Override
  public Optional<FileStatus> status(String path) {
    Optional<FileStatus> status = own().status(path);
    askedUnknown |= status.isEmpty();
    return status;
  }

  @Override
  public Reading read(String path) {
    askedUnknown |= own().status(path).isEmpty();
    return own().read(path);
  }

  @Override
  public Writing write(String path, String text, boolean append) {
    return noted(own().write(path, text, append));
  }

  @Override
  public Writing allocate(String path, long size) {
    return noted(own().allocate(path, size));
  }

  @Override
  public Writing makeDirectory(String path) {
    return noted(own().makeDirectory(path));
  }

  @Override
  public Writing link(String path, String target) {
    return noted(own().link(path, target));
  }

  @Override
  public Writing remove(String path) {
    return noted(own().remove(path));
  }

  @Override
  public Writing setMode(String path, int mode) {
    return noted(own().setMode(path, mode));
  }

  @Override
  public List<String> list(String path) {
    askedUnknown = true;
    return own().list(path);
  }

  private Writing noted(Writing writing) {
    askedUnknown |= writing.failure().isPresent();
    return writing;
  }
}
