package foresail.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program's entry. */
public final class Main {
  private Main() {}

  /** Does nothing, but the class is loaded. */
  static void load() {}

  public static void main(String[] arguments) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            err,
            System.getenv(),
            // Only the launcher can tell cheaply; Java 17 sees a terminal only where input is one
            // too.
            Boolean.getBoolean("foresail.terminal"),
            Boolean.getBoolean("foresail.error.terminal"),
            Integer.getInteger("foresail.columns", 0));
    System.exit(new CommandLineInterface(surroundings).run(List.of(arguments)));
  }
}
