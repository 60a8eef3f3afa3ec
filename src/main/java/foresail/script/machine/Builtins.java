package foresail.script.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one list of commands that are part of the shell. */
final class Builtins {
  private static final Set<String> DECLARATIONS =
      Set.of("export", "local", "readonly", "declare", "typeset");

  /** Those that POSIX calls special: assignments before them stay. */
  private static final Set<String> SPECIAL =
      Set.of(
          ":",
          ".",
          "break",
          "continue",
          "eval",
          "exec",
          "exit",
          "export",
          "readonly",
          "return",
          "set",
          "shift",
          "times",
          "trap",
          "unset");

  private static final Map<String, Builtin> ALL = new HashMap<>();

  static {
    ALL.put("exit", FlowBuiltins::exit);
    ALL.put("return", FlowBuiltins::returns);
    ALL.put("break", FlowBuiltins::breaks);
    ALL.put("continue", FlowBuiltins::continues);
    ALL.put("eval", FlowBuiltins::eval);
    ALL.put(".", FlowBuiltins::source);
    ALL.put("source", FlowBuiltins::source);
    ALL.put("exec", FlowBuiltins::exec);
    ALL.put("command", FlowBuiltins::command);
    ALL.put("builtin", FlowBuiltins::command);

    ALL.put("cd", StateBuiltins::cd);
    ALL.put("pwd", StateBuiltins::pwd);
    ALL.put("set", StateBuiltins::set);
    ALL.put("shopt", StateBuiltins::nothing);
    ALL.put("shift", StateBuiltins::shift);
    ALL.put("getopts", StateBuiltins::getopts);
    ALL.put("umask", StateBuiltins::nothing);
    ALL.put("ulimit", StateBuiltins::ulimit);
    ALL.put("alias", StateBuiltins::nothing);
    ALL.put("unalias", StateBuiltins::nothing);
    ALL.put("hash", StateBuiltins::nothing);
    ALL.put("times", StateBuiltins::nothing);
    ALL.put("type", StateBuiltins::type);

    ALL.put("export", VariableBuiltins::export);
    ALL.put("readonly", VariableBuiltins::readonly);
    ALL.put("local", VariableBuiltins::local);
    ALL.put("declare", VariableBuiltins::declare);
    ALL.put("typeset", VariableBuiltins::declare);
    ALL.put("unset", VariableBuiltins::unset);
    ALL.put("let", VariableBuiltins::let);
    ALL.put("read", ReadFrame::read);
    ALL.put("mapfile", ReadFrame::readAll);
    ALL.put("readarray", ReadFrame::readAll);

    ALL.put("trap", JobBuiltins::trap);
    ALL.put("wait", JobBuiltins::await);
    ALL.put("kill", JobBuiltins::kill);
    ALL.put("jobs", StateBuiltins::nothing);
    ALL.put("fg", JobBuiltins::foreground);
    ALL.put("bg", StateBuiltins::nothing);
    ALL.put("disown", StateBuiltins::nothing);
  }

  private Builtins() {}

  static Optional<Builtin> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  static boolean isSpecial(String name) {
    return SPECIAL.contains(name);
  }

  /** Whether the command's operands are assignments. */
  static boolean declares(String name) {
    return DECLARATIONS.contains(name);
  }
}
