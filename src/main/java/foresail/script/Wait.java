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
    int at, String program, Optional<String> host, Optional<Integer> port, boolean bounded) {}
