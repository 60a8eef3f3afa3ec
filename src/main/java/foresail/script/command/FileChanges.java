package foresail.script.command;

import foresail.script.world.FileSystem.FileStatus;
import foresail.script.world.FileSystem.Kind;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.FileSystem.Writing;
import foresail.script.world.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs that create, move and remove files. */
final class FileChanges {
  private static final String NO_SUCH_FILE = "No such file or directory";

  private FileChanges() {}

  private static Optional<FileStatus> status(Invocation call, String name) {
    return call.files().status(call.path(name));
  }

  private static boolean isDirectory(Invocation call, String name) {
    return status(call, name).filter(found -> found.kind() == Kind.DIRECTORY).isPresent();
  }

  /** Prints why a change did not happen; 1 then, else 0. */
  private static int report(Invocation call, String name, Writing writing) {
    writing
        .failure()
        .ifPresent(message -> call.error(call.name() + ": " + name + ": " + message + "\n"));
    return writing.failure().isPresent() ? 1 : 0;
  }

  static Outcome touch(Invocation call) {
    var options = Options.of(call.arguments(), "drtm", "date", "reference");
    int failed = 0;
    for (var name : options.operands()) {
      if (options.has("c") && status(call, name).isEmpty()) {
        continue;
      }
      if (!isDirectory(call, name)) {
        failed |= report(call, name, call.files().write(call.path(name), "", true));
      }
    }
    return Outcome.done(failed);
  }

  static Outcome remove(Invocation call) {
    var options = Options.of(call.arguments(), "");
    boolean force = options.has("f", "force");
    boolean recursive = options.has("r", "R", "recursive");
    int failed = 0;
    for (var name : options.operands()) {
      if (status(call, name).isEmpty()) {
        failed |= force ? 0 : missing(call, name);
      } else if (isDirectory(call, name) && !recursive) {
        failed |= report(call, name, Writing.failed("Is a directory"));
      } else {
        failed |= removeTree(call, call.path(name));
      }
    }
    return Outcome.done(failed);
  }

  private static int removeTree(Invocation call, String path) {
    int failed = 0;
    for (var child : call.files().list(path)) {
      failed |= removeTree(call, Paths.resolve(path, child));
    }
    return failed | report(call, path, call.files().remove(path));
  }

  static Outcome removeDirectory(Invocation call) {
    int failed = 0;
    for (var name : Options.of(call.arguments(), "").operands()) {
      failed |= report(call, name, call.files().remove(call.path(name)));
    }
    return Outcome.done(failed);
  }

  static Outcome makeDirectory(Invocation call) {
    var options = Options.of(call.arguments(), "m", "mode");
    int failed = 0;
    for (var name : options.operands()) {
      failed |=
          options.has("p", "parents")
              ? makeParents(call, call.path(name))
              : report(call, name, call.files().makeDirectory(call.path(name)));
    }
    return Outcome.done(failed);
  }

  private static int makeParents(Invocation call, String path) {
    var status = call.files().status(path);
    if (status.isPresent()) {
      return status.get().kind() == Kind.DIRECTORY
          ? 0
          : report(call, path, Writing.failed("File exists"));
    }
    int failed = makeParents(call, Paths.parent(path));
    return failed != 0 ? failed : report(call, path, call.files().makeDirectory(path));
  }

  static Outcome copy(Invocation call) {
    var options =
        Options.of(call.arguments(), "mogSt", "mode", "owner", "group", "target-directory");
    if (call.name().equals("install") && options.has("d")) {
      int failed = 0;
      for (var name : options.operands()) {
        failed |= makeParents(call, call.path(name));
      }
      return Outcome.done(failed);
    }
    boolean recursive = options.has("r", "R", "a", "recursive", "archive");
    return transfer(call, options, (from, to) -> copyTree(call, from, to, recursive));
  }

  static Outcome move(Invocation call) {
    var options = Options.of(call.arguments(), "St");
    return transfer(
        call,
        options,
        (from, to) -> {
          int failed = copyTree(call, from, to, true);
          return failed != 0 ? failed : removeTree(call, from);
        });
  }

  private interface Transfer {
    int apply(String from, String to);
  }

  private static Outcome transfer(Invocation call, Options options, Transfer transfer) {
    var operands = new ArrayList<>(options.operands());
    options.value("t", "target-directory").ifPresent(operands::add);
    if (operands.size() < 2) {
      return call.fail("missing file operand");
    }
    var target = operands.get(operands.size() - 1);
    boolean into = isDirectory(call, target) && !options.has("T");
    if (operands.size() > 2 && !into) {
      return call.fail("target '" + target + "' is not a directory");
    }
    int failed = 0;
    for (var name : operands.subList(0, operands.size() - 1)) {
      var from = call.path(name);
      // DIR/. copies what is in the directory.
      boolean contents = name.endsWith("/.") || name.equals(".");
      var to =
          into && !contents
              ? Paths.resolve(call.path(target), Paths.name(from))
              : call.path(target);
      failed |= transfer.apply(from, to);
    }
    return Outcome.done(failed);
  }

  private static int copyTree(Invocation call, String from, String to, boolean recursive) {
    var status = call.files().status(from);
    if (status.isEmpty() && call.files().mayExist(from)) {
      return copyUnknown(call, to, recursive);
    }
    if (status.isEmpty()) {
      call.error(call.name() + ": can't stat '" + from + "': " + NO_SUCH_FILE + "\n");
      return 1;
    }
    if (status.get().kind() == Kind.DIRECTORY) {
      if (!recursive) {
        call.error(call.name() + ": omitting directory '" + from + "'\n");
        return 1;
      }
      if (to.equals(from) || to.startsWith(from + "/")) {
        call.error(call.name() + ": cannot copy a directory into itself\n");
        return 1;
      }
      int failed = makeParents(call, to);
      for (var child : call.files().list(from)) {
        failed |= copyTree(call, Paths.resolve(from, child), Paths.resolve(to, child), true);
      }
      return failed;
    }
    var reading = call.files().read(from);
    var written =
        reading instanceof Reading.Text text
            ? call.files().write(to, text.text(), false)
            : call.files().allocate(to, status.get().size());
    int failed = report(call, to, written);
    if (failed == 0) {
      call.files().setMode(to, status.get().mode());
    }
    return failed;
  }

  /** A file of the image of which nothing is known: a program, perhaps, or a folder of them. */
  private static int copyUnknown(Invocation call, String to, boolean recursive) {
    if (recursive) {
      int failed = makeParents(call, to);
      call.files().holdUnknown(to);
      return failed;
    }
    int failed = report(call, to, call.files().allocate(to, 0));
    if (failed == 0) {
      call.files().setMode(to, 0755);
    }
    return failed;
  }

  static Outcome link(Invocation call) {
    var options = Options.of(call.arguments(), "S");
    var operands = options.operands();
    if (operands.isEmpty()) {
      return call.fail("missing file operand");
    }
    var target = operands.get(0);
    var name = operands.size() > 1 ? operands.get(operands.size() - 1) : Paths.name(target);
    if (isDirectory(call, name) && !options.has("n", "T")) {
      name = name + "/" + Paths.name(target);
    }
    var path = call.path(name);
    if (options.has("f", "force")) {
      call.files().remove(path);
    }
    if (options.has("s", "symbolic")) {
      return Outcome.done(report(call, name, call.files().link(path, target)));
    }
    return Outcome.done(copyTree(call, call.path(target), path, false));
  }

  static Outcome changeMode(Invocation call) {
    // A mode such as -x is no option.
    var words =
        call.arguments().stream().filter(word -> !word.matches("-[Rvcf]+|--recursive")).toList();
    if (words.size() < 2) {
      return call.fail("missing operand");
    }
    int failed = 0;
    for (var name : words.subList(1, words.size())) {
      var status = status(call, name);
      if (status.isEmpty()) {
        failed |= missing(call, name);
      } else {
        int mode = mode(words.get(0), status.get().mode());
        failed |= report(call, name, call.files().setMode(call.path(name), mode));
      }
    }
    return Outcome.done(failed);
  }

  private static int mode(String text, int before) {
    if (text.matches("[0-7]{1,5}")) {
      return Integer.parseInt(text, 8);
    }
    int mode = before;
    for (var clause : text.split(",")) {
      int bits = 0;
      bits |= clause.indexOf('x', 1) > 0 || clause.indexOf('X', 1) > 0 ? 0111 : 0;
      bits |= clause.indexOf('w', 1) > 0 ? 0222 : 0;
      bits |= clause.indexOf('r', 1) > 0 ? 0444 : 0;
      mode = clause.indexOf('-') >= 0 ? mode & ~bits : mode | bits;
    }
    return text.equals("+x") ? before | 0111 : mode;
  }

  static Outcome changeOwner(Invocation call) {
    var operands = Options.of(call.arguments(), "", "reference").operands();
    int failed = 0;
    for (var name : Commands.rest(operands, 1)) {
      if (status(call, name).isEmpty()) {
        failed |= missing(call, name);
      }
    }
    return Outcome.done(failed);
  }

  /** Files of an image that nobody knows can be changed without an effect that anyone sees. */
  private static int missing(Invocation call, String name) {
    return call.files().mayExist(call.path(name))
        ? 0
        : report(call, name, Writing.failed(NO_SUCH_FILE));
  }

  /** The name is made of the number of files there, so that a run is the same each time. */
  static Outcome temporary(Invocation call) {
    var options = Options.of(call.arguments(), "pt", "tmpdir", "suffix");
    List<String> operands = options.operands();
    var template = operands.isEmpty() ? "/tmp/tmp.XXXXXX" : operands.get(0);
    var directory = options.value("p", "tmpdir").filter(value -> !value.isEmpty());
    var base = directory.map(parent -> parent + "/" + Paths.name(template)).orElse(template);
    int x = base.indexOf("XX");
    var stem = x < 0 ? base : base.substring(0, x);
    int number = 100_000;
    while (status(call, stem + number).isPresent()) {
      number++;
    }
    var path = call.path(stem + number);
    var made =
        options.has("d", "directory")
            ? call.files().makeDirectory(path)
            : call.files().write(path, "", false);
    if (made.failure().isEmpty()) {
      call.out(path + "\n");
    }
    return Outcome.done(report(call, path, made));
  }
}
