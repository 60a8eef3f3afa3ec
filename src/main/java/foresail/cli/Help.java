package foresail.cli;

import picocli.CommandLine;

/** What {@code --help} prints. */
final class Help {
  /** That of the program as a whole; written out, so that it loads nothing. */
  static final String TEXT =
      """
      Foresail reads Kubernetes manifests and tells, before anything is applied, what is
      wrong and what will happen.

      Usage: foresail COMMAND [OPTIONS] [PATH...]

      Commands:
        check      tell what the API server would refuse, and what can never work
        predict    tell what each pod will go through
        verify     hold that against what a real cluster showed
        explain    explain a rule, or a word that kubectl prints
        rules      list all rules
        schema     make a schema file of what a cluster serves, or of custom resources

      foresail COMMAND --help tells the options of a command.
        --version     print the version
      """;

  private static final int COLUMNS = 100;

  private Help() {}

  /** That of one command. */
  static String of(CommandLine line) {
    line.setUsageHelpWidth(COLUMNS);
    return line.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }
}
