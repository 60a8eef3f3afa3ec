package foresail.script.command;

/** A known program. */
@FunctionalInterface
public interface Command {
  /** Starts the program; what takes no time has happened when this returns. */
  Outcome run(Invocation call);
}
