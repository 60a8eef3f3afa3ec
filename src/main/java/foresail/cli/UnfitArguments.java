package foresail.cli;

import foresail.notation.NearestName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the reader's words which argument does not fit, and what was meant. */
final class UnfitArguments {
  private UnfitArguments() {}

  static UsageException explain(ParameterException unfit, CommandSpec spec) {
    if (unfit instanceof UnmatchedArgumentException unmatched) {
      List<String> messages = new ArrayList<>();
      for (String argument : unmatched.getUnmatched()) {
        messages.add(unknown(argument, spec));
      }
      return new UsageException(messages);
    }
    if (unfit instanceof MissingParameterException missing && missing.getMissing().size() == 1) {
      return new UsageException(
          missing.getMissing().get(0).paramLabel() + " is missing; " + tryHelp(spec));
    }
    String message = unfit.getMessage();
    return new UsageException(
        Character.toLowerCase(message.charAt(0)) + message.substring(1) + "; " + tryHelp(spec));
  }

  private static String unknown(String argument, CommandSpec spec) {
    if (!argument.startsWith("-")) {
      return "\"" + argument + "\" is one argument too many; " + tryHelp(spec);
    }
    int value = argument.indexOf('=');
    String option = value < 0 ? argument : argument.substring(0, value);
    return "unknown option "
        + option
        + "; "
        + NearestName.among(spec.optionsMap().keySet(), option).stream()
            .findFirst()
            .map(near -> "did you mean " + near + "?")
            .orElse(tryHelp(spec));
  }

  private static String tryHelp(CommandSpec spec) {
    return "try " + spec.name() + " --help";
  }
}
