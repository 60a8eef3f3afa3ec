package foresail.script.machine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The file descriptors of one process. */
final class Descriptors {
  private final Map<Integer, OpenFile> open = new TreeMap<>();

  Optional<OpenFile> get(int descriptor) {
    return Optional.ofNullable(open.get(descriptor));
  }

  /** Points a descriptor at a file; what it pointed at before is released. */
  void set(int descriptor, OpenFile file) {
    var before = open.put(descriptor, file.retain());
    if (before != null) {
      before.release();
    }
  }

  void close(int descriptor) {
    var before = open.remove(descriptor);
    if (before != null) {
      before.release();
    }
  }

  Descriptors copy() {
    var copy = new Descriptors();
    open.forEach(copy::set);
    return copy;
  }

  void closeAll() {
    open.values().forEach(OpenFile::release);
    open.clear();
  }
}
