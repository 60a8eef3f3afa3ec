package foresail.script;

import java.util.List;

/** Commands that do nothing but start another one. */
final class Wrappers {
  private Wrappers() {}

  static boolean isInit(String command) {
    return switch (command.substring(command.lastIndexOf('/') + 1)) {
      case "tini", "dumb-init", "catatonit" -> true;
      default -> false;
    };
  }

  /** Index of the first word that is not part of a wrapper. */
  static int start(List<String> argv) {
    int i = 0;
    while (i < argv.size()) {
      int next = skipped(argv, i);
      if (next == i) {
        return i;
      }
      i = next;
    }
    return i;
  }

  private static int skipped(List<String> argv, int start) {
    var name = argv.get(start).substring(argv.get(start).lastIndexOf('/') + 1);
    return switch (name) {
      case "tini", "dumb-init", "catatonit", "nohup", "setsid", "exec" ->
          options(argv, start + 1, 0);
      case "timeout", "gosu", "su-exec", "nice" ->
          options(argv, start + 1, name.equals("nice") ? 0 : 1);
      case "env" -> assignments(argv, options(argv, start + 1, 0));
      default -> start;
    };
  }

  private static int options(List<String> argv, int start, int operands) {
    int i = start;
    while (i < argv.size() && argv.get(i).startsWith("-")) {
      boolean last = argv.get(i).equals("--");
      boolean value = argv.get(i).matches("-[skntuCp]");
      i += value ? 2 : 1;
      if (last) {
        break;
      }
    }
    return Math.min(argv.size(), i + operands);
  }

  private static int assignments(List<String> argv, int start) {
    int i = start;
    while (i < argv.size() && argv.get(i).indexOf('=') > 0) {
      i++;
    }
    return i;
  }
}
