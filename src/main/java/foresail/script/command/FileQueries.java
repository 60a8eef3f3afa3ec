package foresail.script.command;

import foresail.script.world.FileSystem.Kind;
import foresail.script.world.Paths;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Programs that tell about files and their names. */
final class FileQueries {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private FileQueries() {}

  static Outcome list(Invocation call) {
    var options = Options.of(call.arguments(), "I");
    var names = options.operands().isEmpty() ? List.of(".") : options.operands();
    int failed = 0;
    for (var name : names) {
      var status = call.files().status(call.path(name));
      if (status.isEmpty() && call.files().mayExist(call.path(name))) {
        return new Outcome.Unknowable("what is in " + name + " is not known");
      }
      if (status.isEmpty()) {
        call.error("ls: " + name + ": No such file or directory\n");
        failed = call.gnu() ? 2 : 1;
      } else if (status.get().kind() != Kind.DIRECTORY || options.has("d")) {
        call.out(name + "\n");
      } else {
        if (names.size() > 1) {
          call.out(name + ":\n");
        }
        for (var child : call.files().list(call.path(name))) {
          if (!child.startsWith(".") || options.has("a", "A")) {
            call.out(child + "\n");
          }
        }
      }
    }
    return Outcome.done(failed);
  }

  static Outcome stat(Invocation call) {
    var options = Options.of(call.arguments(), "cf", "format", "printf");
    int failed = 0;
    for (var name : options.operands()) {
      var status = call.files().status(call.path(name));
      if (status.isEmpty()) {
        call.error("stat: can't stat '" + name + "': No such file or directory\n");
        failed = 1;
        continue;
      }
      var found = status.get();
      var format = options.value("c", "format", "printf");
      if (format.isPresent()) {
        call.out(
            format
                    .get()
                    .replace("%s", Long.toString(found.size()))
                    .replace("%Y", Long.toString(found.modified().getEpochSecond()))
                    .replace("%a", Integer.toOctalString(found.mode()))
                    .replace("%U", call.user())
                    .replace("%G", call.user())
                    .replace("%u", "0")
                    .replace("%g", "0")
                    .replace("%n", name)
                + "\n");
      } else {
        call.out("  File: " + name + "\n  Size: " + found.size() + "\n");
        call.out("Modify: " + TIME.format(found.modified()) + "\n");
      }
    }
    return Outcome.done(failed);
  }

  static Outcome diskUse(Invocation call) {
    var names = Options.of(call.arguments(), "d", "max-depth").operands();
    int failed = 0;
    for (var name : names.isEmpty() ? List.of(".") : names) {
      if (call.files().status(call.path(name)).isEmpty()) {
        call.error("du: " + name + ": No such file or directory\n");
        failed = 1;
      } else {
        call.out((size(call, call.path(name)) + 1023) / 1024 + "\t" + name + "\n");
      }
    }
    return Outcome.done(failed);
  }

  private static long size(Invocation call, String path) {
    var status = call.files().status(path).orElseThrow();
    long size = status.size();
    if (status.kind() == Kind.DIRECTORY) {
      for (var child : call.files().list(path)) {
        var below = Paths.resolve(path, child);
        size += call.files().status(below).isPresent() ? size(call, below) : 0;
      }
    }
    return size;
  }

  static Outcome diskFree(Invocation call) {
    return new Outcome.Unknowable("how full the disk is is not known");
  }

  static Outcome realPath(Invocation call) {
    var operands = Options.of(call.arguments(), "").operands();
    for (var name : operands) {
      call.out(call.path(name) + "\n");
    }
    return Outcome.done(operands.isEmpty() ? 1 : 0);
  }

  static Outcome baseName(Invocation call) {
    var words = Options.of(call.arguments(), "s").operands();
    if (words.isEmpty()) {
      return call.fail("missing operand");
    }
    var name = withoutSlashes(words.get(0));
    name = name.equals("/") ? name : name.substring(name.lastIndexOf('/') + 1);
    if (words.size() > 1 && name.endsWith(words.get(1)) && !name.equals(words.get(1))) {
      name = name.substring(0, name.length() - words.get(1).length());
    }
    call.out(name + "\n");
    return Outcome.done(0);
  }

  static Outcome directoryName(Invocation call) {
    if (call.arguments().isEmpty()) {
      return call.fail("missing operand");
    }
    var name = withoutSlashes(call.arguments().get(0));
    int slash = name.lastIndexOf('/');
    var directory = slash < 0 ? "." : slash == 0 ? "/" : withoutSlashes(name.substring(0, slash));
    call.out(directory + "\n");
    return Outcome.done(0);
  }

  private static String withoutSlashes(String name) {
    int end = name.length();
    while (end > 1 && name.charAt(end - 1) == '/') {
      end--;
    }
    return name.substring(0, end);
  }

  /** Without tests it lists the tree; with them it is not read, except -name and -type. */
  static Outcome find(Invocation call) {
    var words = call.arguments();
    int first = 0;
    while (first < words.size() && !words.get(first).startsWith("-")) {
      first++;
    }
    var roots = first == 0 ? List.of(".") : words.subList(0, first);
    var name = "";
    var type = "";
    for (int i = first; i < words.size(); i++) {
      if (words.get(i).equals("-name") && i + 1 < words.size()) {
        name = words.get(++i);
      } else if (words.get(i).equals("-type") && i + 1 < words.size()) {
        type = words.get(++i);
      } else if (!words.get(i).equals("-print")) {
        return new Outcome.Unknowable("find " + words.get(i) + " is not read");
      }
    }
    int failed = 0;
    for (var root : roots) {
      if (call.files().status(call.path(root)).isEmpty()) {
        call.error("find: " + root + ": No such file or directory\n");
        failed = 1;
      } else {
        walk(call, root, name.isEmpty() ? null : new foresail.script.word.Pattern(name), type);
      }
    }
    return Outcome.done(failed);
  }

  private static void walk(
      Invocation call, String shown, foresail.script.word.Pattern name, String type) {
    var status = call.files().status(call.path(shown));
    if (status.isEmpty()) {
      return;
    }
    boolean directory = status.get().kind() == Kind.DIRECTORY;
    boolean rightType =
        type.isEmpty() || (type.equals("d") ? directory : type.equals("f") && !directory);
    if (rightType && (name == null || name.matches(Paths.name(call.path(shown))))) {
      call.out(shown + "\n");
    }
    if (directory) {
      for (var child : call.files().list(call.path(shown))) {
        walk(call, shown.equals("/") ? "/" + child : shown + "/" + child, name, type);
      }
    }
  }
}
