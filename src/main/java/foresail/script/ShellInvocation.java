package foresail.script;

import foresail.script.syntax.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * A call of a shell: {@code sh -ec 'text' name a b}, {@code bash file a b}.
 *
 * @param text the script itself, with its index in the argument vector
 * @param file a script file, where no text is given
 * @param name what {@code $0} is
 * @param positional {@code $1} and so on
 * @param flags single letters that are set from the start: {@code e u x f}
 * @param pipefail {@code -o pipefail}
 */
public record ShellInvocation(
    Dialect dialect,
    Optional<Text> text,
    Optional<String> file,
    String name,
    List<String> positional,
    String flags,
    boolean pipefail) {
  public ShellInvocation {
    positional = List.copyOf(positional);
  }

  /**
   * @param argument index in the argument vector of the word that holds the script
   */
  public record Text(String text, int argument) {}

  /** Reads an argument vector; empty if its first word is no shell that this package reads. */
  public static Optional<ShellInvocation> of(List<String> argv) {
    if (argv.isEmpty()) {
      return Optional.empty();
    }
    return dialect(argv.get(0)).map(dialect -> read(argv, dialect));
  }

  private static Optional<Dialect> dialect(String command) {
    int slash = command.lastIndexOf('/');
    return switch (command.substring(slash + 1)) {
      case "sh", "ash", "dash" -> Optional.of(Dialect.POSIX);
      case "bash" -> Optional.of(Dialect.BASH);
      default -> Optional.empty();
    };
  }

  private static ShellInvocation read(List<String> argv, Dialect dialect) {
    var flags = new StringBuilder();
    boolean command = false;
    boolean pipefail = false;
    int i = 1;
    for (; i < argv.size(); i++) {
      var word = argv.get(i);
      if (word.length() < 2 || (word.charAt(0) != '-' && word.charAt(0) != '+')) {
        break;
      }
      if (word.equals("--")) {
        i++;
        break;
      }
      if (word.startsWith("--")) {
        continue;
      }
      command |= word.indexOf('c') > 0;
      word.chars().filter(c -> "euxf".indexOf(c) >= 0).forEach(c -> flags.append((char) c));
      if (word.endsWith("o") && i + 1 < argv.size()) {
        i++;
        pipefail |= argv.get(i).equals("pipefail");
        flags.append(flag(argv.get(i)));
      }
    }
    return operands(argv, dialect, i, command, flags.toString(), pipefail);
  }

  private static String flag(String option) {
    return switch (option) {
      case "errexit" -> "e";
      case "nounset" -> "u";
      case "xtrace" -> "x";
      case "noglob" -> "f";
      default -> "";
    };
  }

  private static ShellInvocation operands(
      List<String> argv,
      Dialect dialect,
      int first,
      boolean command,
      String flags,
      boolean pipefail) {
    int rest = Math.min(argv.size(), first + 1);
    Optional<Text> text =
        command && first < argv.size()
            ? Optional.of(new Text(argv.get(first), first))
            : Optional.empty();
    Optional<String> file =
        !command && first < argv.size() ? Optional.of(argv.get(first)) : Optional.empty();
    var name = file.orElse(argv.get(0));
    if (text.isPresent() && rest < argv.size()) {
      name = argv.get(rest++);
    }
    return new ShellInvocation(
        dialect, text, file, name, argv.subList(rest, argv.size()), flags, pipefail);
  }
}
