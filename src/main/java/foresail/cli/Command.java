package foresail.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One word of the command line and what it does. */
interface Command {
  /** Its options and their help; built anew for each run, because only one command runs. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @return the exit status
   * @throws UsageException where the options do not fit
   * @throws OutputException where a file or standard output cannot be written
   */
  int run(ParseResult options, Surroundings surroundings);
}
