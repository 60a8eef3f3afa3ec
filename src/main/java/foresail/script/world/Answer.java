package foresail.script.world;

import java.util.List;

/** What a caller says to an {@link Effect}. */
public sealed interface Answer {
  /** The time is over, the memory is granted, the signal is sent. */
  record Done() implements Answer {}

  /**
   * @param addresses at least one, as text
   */
  record Resolved(List<String> addresses) implements Answer {
    public Resolved {
      addresses = List.copyOf(addresses);
    }
  }

  /** No such host. */
  record NotResolved() implements Answer {}

  record Connected() implements Answer {}

  /** Nobody listens there. */
  record Refused() implements Answer {}

  record TimedOut() implements Answer {}

  /**
   * @param status of HTTP, 100 to 599
   */
  record Responded(int status, String body) implements Answer {}

  /**
   * An unknown program ended.
   *
   * @param status 0 to 255
   * @param output what it wrote to its standard output
   */
  record Ended(int status, String output) implements Answer {}
}
