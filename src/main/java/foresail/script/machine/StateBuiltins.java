package foresail.script.machine;

import foresail.script.world.FileSystem.Kind;
import foresail.script.world.Paths;
import java.util.ArrayList;
import java.util.List;

/** Built-ins about options, positional parameters and the working directory. */
final class StateBuiltins {
  private StateBuiltins() {}

  static void nothing(Process process, List<String> words) {
    process.status = 0;
  }

  static void ulimit(Process process, List<String> words) {
    process.status = 0;
    if (words.size() == 1 || (words.size() == 2 && words.get(1).startsWith("-"))) {
      process.out("unlimited\n");
    }
  }

  static void cd(Process process, List<String> words) {
    var operands = words.stream().skip(1).filter(word -> !word.matches("-[LPe@]+|--")).toList();
    var shell = process.shell;
    var target = operands.isEmpty() ? shell.variables.get("HOME").orElse("/") : operands.get(0);
    if (target.equals("-")) {
      target = shell.variables.get("OLDPWD").orElse("/");
      process.out(target + "\n");
    }
    var path = Paths.resolve(shell.directory, target);
    var files = process.machine.world().files();
    var status = files.status(path);
    if (!files.mayExist(path) && status.filter(found -> found.kind() == Kind.DIRECTORY).isEmpty()) {
      process.error("cd: can't cd to " + target + ": No such file or directory\n");
      process.status = 1;
      return;
    }
    shell.variables.set("OLDPWD", shell.directory);
    shell.directory = path;
    shell.variables.set("PWD", path);
    process.status = 0;
  }

  static void pwd(Process process, List<String> words) {
    process.out(process.shell.directory + "\n");
    process.status = 0;
  }

  static void shift(Process process, List<String> words) {
    int count = 1;
    try {
      count = words.size() > 1 ? Integer.parseInt(words.get(1)) : 1;
    } catch (NumberFormatException notANumber) {
      count = -1;
    }
    var positional = process.shell.positional;
    if (count < 0 || count > positional.size()) {
      process.status = 1;
      return;
    }
    process.shell.positional = List.copyOf(positional.subList(count, positional.size()));
    process.status = 0;
  }

  static void set(Process process, List<String> words) {
    process.status = 0;
    if (words.size() == 1) {
      for (var variable : process.shell.variables.all()) {
        process.out(variable.getKey() + "='" + variable.getValue().value().orElse("") + "'\n");
      }
      return;
    }
    int i = 1;
    for (; i < words.size(); i++) {
      var word = words.get(i);
      if (word.equals("--")) {
        process.shell.positional = List.copyOf(words.subList(i + 1, words.size()));
        return;
      }
      if (word.length() < 2 || (word.charAt(0) != '-' && word.charAt(0) != '+')) {
        break;
      }
      boolean on = word.charAt(0) == '-';
      for (int letter = 1; letter < word.length(); letter++) {
        if (word.charAt(letter) == 'o' && i + 1 < words.size()) {
          i++;
          if (!process.shell.option(words.get(i), on)) {
            process.error("set: illegal option -o " + words.get(i) + "\n");
            process.exit(2);
            return;
          }
        } else if (word.charAt(letter) != 'o' && !process.shell.option(word.charAt(letter), on)) {
          process.error("set: illegal option " + word + "\n");
          process.exit(2);
          return;
        }
      }
    }
    if (i < words.size()) {
      process.shell.positional = List.copyOf(words.subList(i, words.size()));
    }
  }

  /** {@code getopts letters name}. */
  static void getopts(Process process, List<String> words) {
    if (words.size() < 3 || !VariableBuiltins.isName(words.get(2))) {
      process.status = 2;
      return;
    }
    var arguments = words.size() > 3 ? words.subList(3, words.size()) : process.shell.positional;
    new OptionReader(process, words.get(1), words.get(2), arguments).read();
  }

  static void type(Process process, List<String> words) {
    tell(process, words.stream().skip(1).filter(word -> !word.startsWith("-")).toList());
  }

  /** Prints what each name would run; fails where one would not. */
  static void tell(Process process, List<String> names) {
    var found = new ArrayList<String>();
    var call = new Call(process, List.of("command"));
    for (var name : names) {
      if (call.canCall(name)) {
        boolean internal =
            process.shell.functions.containsKey(name)
                || Builtins.find(name).isPresent()
                || name.startsWith("/");
        found.add(internal ? name : "/bin/" + name);
      }
    }
    found.forEach(name -> process.out(name + "\n"));
    process.status = !names.isEmpty() && found.size() == names.size() ? 0 : 127;
  }
}
