package foresail.script.command;

import foresail.script.world.FileSystem;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.Signal;
import foresail.script.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of a program: its words, and what it can reach. */
public interface Invocation {
  /** The program's name as it was called. */
  String name();

  /** The words behind the name. */
  List<String> arguments();

  /** The environment, in the order in which it was set. */
  Map<String, String> environment();

  World world();

  FileSystem files();

  /** The absolute normal path of a file name. */
  String path(String name);

  /** Reads a file, also {@code /dev/stdin} and the shell's own. */
  Reading read(String name);

  void out(String text);

  /** Notes that standard output got something of which nobody knows what it is. */
  void unknownOutput();

  /** Writes so many bytes whose content does not matter. */
  void fill(long bytes);

  void error(String text);

  /** Whether standard input is something that can be read, not a terminal or nothing. */
  boolean hasInput();

  /** Whether standard input may miss what an unknown program wrote. */
  boolean inputIsUnknown();

  /** Whether this process was started beside the container's own, by a probe or a hook. */
  boolean isBeside();

  String hostname();

  /** Name of the user. */
  String user();

  int pid();

  /** Running processes of this machine by number: their command lines. */
  Map<Integer, String> processes();

  /** Signals a process of this machine; false if there is none of that number. */
  boolean signal(int pid, Signal signal);

  /** Whether the shell is bash, whose surroundings are GNU programs rather than busybox. */
  boolean gnu();

  /** Whether a name can be called: a function, a built-in, a known program or a file. */
  boolean canCall(String command);

  default Optional<String> variable(String name) {
    return Optional.ofNullable(environment().get(name));
  }

  /** Ends with a message and 1. */
  default Outcome fail(String message) {
    return fail(message, 1);
  }

  default Outcome fail(String message, int status) {
    error(name() + ": " + message + "\n");
    return Outcome.done(status);
  }
}
