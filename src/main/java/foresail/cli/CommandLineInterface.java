package foresail.cli;

import foresail.notation.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Finds the command that is meant, runs it, and turns what goes wrong into an exit status. */
final class CommandLineInterface {
  /** In the order in which the help lists them. */
  private static final Map<String, Supplier<Command>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("predict", PredictCommand::new);
    COMMANDS.put("verify", VerifyCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("rules", RulesCommand::new);
    COMMANDS.put("schema", SchemaCommand::new);
  }

  private final Surroundings surroundings;

  CommandLineInterface(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs a command line; never throws. */
  int run(List<String> arguments) {
    try {
      return dispatch(arguments);
    } catch (UsageException e) {
      e.messages().forEach(message -> surroundings.err().println("foresail: " + message));
      return ExitStatus.USAGE;
    } catch (OutputException e) {
      surroundings.err().println("foresail: " + e.getMessage());
      return ExitStatus.FAULT;
    } catch (RuntimeException | Error e) {
      return fault(e);
    }
  }

  private int dispatch(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    if (first.equals("--help") || first.equals("-h") || first.equals("help")) {
      return help(arguments);
    }
    if (first.equals("--version") || first.equals("-V")) {
      Texts.print(Version.line() + "\n", surroundings.out());
      return ExitStatus.CLEAN;
    }
    Supplier<Command> command = COMMANDS.get(first);
    if (command == null) {
      throw unknown(first);
    }
    return run(command.get(), arguments.subList(1, arguments.size()));
  }

  private int help(List<String> arguments) {
    Supplier<Command> about = arguments.size() > 1 ? COMMANDS.get(arguments.get(1)) : null;
    if (about != null) {
      return run(about.get(), List.of("--help"));
    }
    Texts.print(Help.TEXT, surroundings.out());
    return ExitStatus.CLEAN;
  }

  private static UsageException unknown(String word) {
    if (word.isEmpty()) {
      return new UsageException(
          "what shall be done? Try foresail check, or foresail --help for all commands");
    }
    if (word.startsWith("-")) {
      return new UsageException("options stand behind a command: foresail check " + word);
    }
    String hint =
        NearestName.among(COMMANDS.keySet(), word).stream()
            .findFirst()
            .map(near -> "did you mean foresail " + near + "?")
            .orElse("to check files: foresail check " + word);
    return new UsageException("there is no command " + word + "; " + hint);
  }

  private int run(Command command, List<String> arguments) {
    // No option is a date or a time: looking for converters to them would take 20 ms.
    System.setProperty("picocli.converters.excludes", "java\\..*");
    CommandSpec spec = command.spec();
    CommandLine line =
        new CommandLine(spec).setExpandAtFiles(false).setOptionsCaseInsensitive(false);
    ParseResult options;
    try {
      options = line.parseArgs(arguments.toArray(new String[0]));
    } catch (CommandLine.ParameterException e) {
      throw UnfitArguments.explain(e, spec);
    }
    if (options.hasMatchedOption("--help")) {
      Texts.print(Help.of(line), surroundings.out());
      return ExitStatus.CLEAN;
    }
    return command.run(options, surroundings);
  }

  /** One line for the user; all of it for us. */
  private int fault(Throwable fault) {
    surroundings.err().println("foresail: " + Faults.describe(fault));
    if (surroundings.isSet("FORESAIL_DEBUG")) {
      fault.printStackTrace(surroundings.err());
    } else {
      surroundings
          .err()
          .println(
              "foresail: this is a fault of Foresail; FORESAIL_DEBUG=1 tells more for a report");
    }
    return ExitStatus.FAULT;
  }
}
