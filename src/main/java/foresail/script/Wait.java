package foresail.script;

import java.util.Optional;

/**
 * A place where a script waits for a server or a name.
 *
 * @param at offset in the script's text of the command that asks
 * @param program the program that asks, such as {@code nslookup}
 * @param host whom it asks; empty where the word depends on what is not known
 * @param port 1 to 65535; empty for a look-up of a name, or where it is not known
 * @param bounded whether it gives up some day: a counted loop, a limit of time, a single try
 */
public record Wait(
    int at, String program, Optional<String> host, Optional<Integer> port, boolean bounded) {
  // Written out, because what the compiler writes for a record is put together at run time: 20 ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof Wait that
        && at == that.at
        && bounded == that.bounded
        && program.equals(that.program)
        && host.equals(that.host)
        && port.equals(that.port);
  }

  @Override
  public int hashCode() {
    return 31 * at + program.hashCode();
  }
}
