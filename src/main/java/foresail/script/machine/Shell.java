package foresail.script.machine;

import foresail.script.syntax.Command;
import foresail.script.syntax.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of one shell process; a fork copies it. */
final class Shell {
  Dialect dialect;
  Variables variables;
  final Map<String, Command> functions;
  Traps traps;
  List<String> positional = List.of();
  String name = "sh";
  String directory;

  /** Number of the shell that {@code $$} names; subshells keep it. */
  int ownPid;

  int lastBackground;
  boolean errexit;
  boolean nounset;
  boolean xtrace;
  boolean noglob;
  boolean pipefail;

  /** Above 0 where set -e does not look: conditions, all but the last of an and-or list. */
  int tested;

  /** Functions and sourced files that run now: return leaves the innermost. */
  int optionIndex = 1;

  Shell(Dialect dialect, Variables variables, Traps traps, String directory) {
    this.dialect = dialect;
    this.variables = variables;
    this.traps = traps;
    this.directory = directory;
    this.functions = new LinkedHashMap<>();
  }

  private Shell(Shell other) {
    dialect = other.dialect;
    variables = other.variables.copy();
    traps = other.traps.inherited();
    directory = other.directory;
    functions = new LinkedHashMap<>(other.functions);
    positional = other.positional;
    name = other.name;
    ownPid = other.ownPid;
    lastBackground = other.lastBackground;
    errexit = other.errexit;
    nounset = other.nounset;
    xtrace = other.xtrace;
    noglob = other.noglob;
    pipefail = other.pipefail;
    tested = other.tested;
    optionIndex = other.optionIndex;
  }

  Shell fork() {
    return new Shell(this);
  }

  /** A short form of the options, as in {@code $-}. */
  String flags() {
    return (errexit ? "e" : "") + (noglob ? "f" : "") + (nounset ? "u" : "") + (xtrace ? "x" : "");
  }

  /** Sets an option by its letter; false if there is none. */
  boolean option(char letter, boolean on) {
    switch (letter) {
      case 'e' -> errexit = on;
      case 'u' -> nounset = on;
      case 'x' -> xtrace = on;
      case 'f' -> noglob = on;
      case 'a', 'b', 'h', 'm', 'n', 'v', 'i', 'l', 'E', 'T', 'C', 'B', 'H', 'P' -> {
        // They change nothing that this machine shows.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Sets an option by its name, as with set -o. */
  boolean option(String option, boolean on) {
    switch (option) {
      case "errexit" -> errexit = on;
      case "nounset" -> nounset = on;
      case "xtrace" -> xtrace = on;
      case "noglob" -> noglob = on;
      case "pipefail" -> pipefail = on;
      default -> {
        return List.of(
                "allexport",
                "monitor",
                "posix",
                "verbose",
                "errtrace",
                "noclobber",
                "vi",
                "emacs",
                "ignoreeof",
                "notify",
                "functrace",
                "hashall",
                "history",
                "braceexpand")
            .contains(option);
      }
    }
    return true;
  }
}
