package foresail.script.machine;

import foresail.script.syntax.Dialect;
import foresail.script.syntax.Redirection;
import foresail.script.syntax.Redirection.Kind;
import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.Paths;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A frame under which redirections hold; they are undone when it is left. */
abstract class RedirectingFrame extends WordFrame {
  private final TreeMap<Integer, Optional<OpenFile>> saved = new TreeMap<>();
  private int next;
  private boolean failed;

  /** How far {@link #redirect} got. */
  enum Progress {
    READY,
    /** Something must happen first; the caller returns and its step is called again. */
    WAITING,
    /** A message was printed; the command must not run. */
    FAILED
  }

  final Progress redirect(Process process, List<Redirection> redirections) {
    while (next < redirections.size() && !failed) {
      var redirection = redirections.get(next);
      var target = expand(process, words -> words.text(redirection.target()));
      if (target.isEmpty()) {
        return Progress.WAITING;
      }
      next++;
      if (!apply(process, redirection, target.get())) {
        return Progress.WAITING;
      }
    }
    return failed ? Progress.FAILED : Progress.READY;
  }

  /** False where an answer of the caller is needed first. */
  private boolean apply(Process process, Redirection redirection, String target) {
    int descriptor = redirection.descriptor();
    var kind = redirection.kind();
    if (kind == Kind.HERE_DOCUMENT || kind == Kind.HERE_STRING) {
      var text = kind == Kind.HERE_STRING ? target + "\n" : target;
      point(process, descriptor, new OpenFile.Text(text));
    } else if (kind == Kind.DUPLICATE) {
      duplicate(process, descriptor, target);
    } else if (target.startsWith("/dev/tcp/") && process.shell.dialect == Dialect.BASH) {
      connect(process, descriptor, target);
      return false;
    } else if (kind == Kind.READ) {
      return read(process, descriptor, target);
    } else {
      write(process, redirection, target);
    }
    return true;
  }

  private void point(Process process, int descriptor, OpenFile file) {
    if (!saved.containsKey(descriptor)) {
      saved.put(descriptor, process.descriptors.get(descriptor).map(OpenFile::retain));
    }
    process.descriptors.set(descriptor, file);
  }

  private void duplicate(Process process, int descriptor, String target) {
    if (target.equals("-")) {
      if (!saved.containsKey(descriptor)) {
        saved.put(descriptor, process.descriptors.get(descriptor).map(OpenFile::retain));
      }
      process.descriptors.close(descriptor);
      return;
    }
    var file = number(target).flatMap(process.descriptors::get);
    if (file.isPresent()) {
      point(process, descriptor, file.get());
    } else {
      fail(process, target + ": Bad file descriptor");
    }
  }

  private static Optional<Integer> number(String text) {
    var digits = text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    return digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(Character::isDigit)
        ? Optional.empty()
        : Optional.of(Integer.parseInt(digits));
  }

  private boolean read(Process process, int descriptor, String target) {
    var device = device(process, target);
    if (device.isPresent()) {
      point(process, descriptor, device.get());
      return true;
    }
    var reading = process.machine.read(process, target);
    if (reading instanceof Reading.Text text) {
      point(process, descriptor, new OpenFile.Text(text.text()));
    } else if (reading instanceof Reading.Failed failure) {
      fail(process, "can't open " + target + ": " + failure.message());
    } else {
      process.request(
          new Effect.Unknown(
              List.of("<", target),
              "the content of " + target + " is not known",
              -1,
              process.isLast()),
          answer -> {
            var text = answer instanceof Answer.Ended ended ? ended.output() : "";
            point(process, descriptor, new OpenFile.Text(text));
          });
      return false;
    }
    return true;
  }

  private void write(Process process, Redirection redirection, String target) {
    var kind = redirection.kind();
    boolean both = kind == Kind.WRITE_BOTH || kind == Kind.APPEND_BOTH;
    var file = device(process, target).or(() -> open(process, kind, target));
    if (file.isPresent()) {
      point(process, redirection.descriptor(), file.get());
      if (both) {
        point(process, 2, file.get());
      }
    }
  }

  private Optional<OpenFile> open(Process process, Kind kind, String target) {
    var path = Paths.resolve(process.shell.directory, target);
    boolean append = kind != Kind.WRITE && kind != Kind.WRITE_BOTH;
    var written = process.machine.world().files().write(path, "", append);
    if (written.failure().isPresent()) {
      fail(process, "can't create " + target + ": " + written.failure().get());
      return Optional.empty();
    }
    return Optional.of(new OpenFile.Output(process.machine, path));
  }

  private static Optional<OpenFile> device(Process process, String target) {
    return switch (target) {
      case "/dev/null" -> Optional.of(new OpenFile.Nothing());
      case "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0" -> process.descriptors.get(0);
      case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" -> process.descriptors.get(1);
      case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2" -> process.descriptors.get(2);
      case "/proc/1/fd/1" -> Optional.of(new OpenFile.Main(process.machine, false));
      case "/proc/1/fd/2" -> Optional.of(new OpenFile.Main(process.machine, true));
      default -> Optional.empty();
    };
  }

  private void connect(Process process, int descriptor, String target) {
    var parts = target.substring("/dev/tcp/".length()).split("/", 2);
    var port = parts.length == 2 ? number(parts[1]).orElse(0) : 0;
    if (port < 1 || port > 65_535) {
      fail(process, target + ": invalid port");
      return;
    }
    process.request(
        new Effect.Connect(parts[0], port, Optional.empty()),
        answer -> {
          if (answer instanceof Answer.Connected) {
            point(process, descriptor, new OpenFile.Nothing());
          } else {
            fail(process, "connect: Connection refused");
          }
        });
  }

  private void fail(Process process, String message) {
    process.error(process.shell.name + ": " + message + "\n");
    failed = true;
  }

  /** What was redirected stays so: exec without a command. */
  final void keepRedirections() {
    saved.values().forEach(file -> file.ifPresent(OpenFile::release));
    saved.clear();
  }

  @Override
  void close(Process process) {
    saved
        .descendingMap()
        .forEach(
            (descriptor, file) -> {
              if (file.isPresent()) {
                process.descriptors.set(descriptor, file.get());
                file.get().release();
              } else {
                process.descriptors.close(descriptor);
              }
            });
    saved.clear();
  }
}
