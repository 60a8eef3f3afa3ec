package foresail.script.machine;

import java.util.List;

/** One step of getopts. */
final class OptionReader {
  private final Process process;
  private final String letters;
  private final String name;
  private final List<String> arguments;

  OptionReader(Process process, String letters, String name, List<String> arguments) {
    this.process = process;
    this.letters = letters;
    this.name = name;
    this.arguments = arguments;
  }

  void read() {
    var variables = process.shell.variables;
    int index = index();
    int within = process.shell.optionIndex;
    if (index > arguments.size()
        || arguments.get(index - 1).length() < 2
        || !arguments.get(index - 1).startsWith("-")) {
      end(index);
      return;
    }
    var word = arguments.get(index - 1);
    if (word.equals("--")) {
      end(index + 1);
      return;
    }
    char letter = word.charAt(Math.min(within, word.length() - 1));
    boolean last = within >= word.length() - 1;
    int known = letter == ':' ? -1 : letters.indexOf(letter);
    boolean takesValue = known >= 0 && letters.startsWith(":", known + 1);
    int next = last ? index + 1 : index;
    variables.unset("OPTARG");
    if (takesValue) {
      next = index + 1;
      if (!last) {
        variables.set("OPTARG", word.substring(within + 1));
      } else if (index < arguments.size()) {
        variables.set("OPTARG", arguments.get(index));
        next = index + 2;
      } else {
        known = -1;
      }
    }
    variables.set(name, known < 0 ? "?" : String.valueOf(letter));
    if (known < 0) {
      variables.set("OPTARG", String.valueOf(letter));
    }
    variables.set("OPTIND", Integer.toString(next));
    process.shell.optionIndex = next == index ? within + 1 : 1;
    process.status = 0;
  }

  private int index() {
    try {
      return Math.max(1, Integer.parseInt(process.shell.variables.get("OPTIND").orElse("1")));
    } catch (NumberFormatException notANumber) {
      return 1;
    }
  }

  private void end(int index) {
    process.shell.variables.set(name, "?");
    process.shell.variables.set("OPTIND", Integer.toString(index));
    process.shell.optionIndex = 1;
    process.status = 1;
  }
}
