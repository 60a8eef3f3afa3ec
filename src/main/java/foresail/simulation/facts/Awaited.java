package foresail.simulation.facts;

import static java.util.Objects.requireNonNull;

/**
 * A Service that a script asks in vain.
 *
 * @param host the name by which the script calls it
 * @param namespace where it is looked for
 * @param exists whether there is such a Service
 */
public record Awaited(String host, String namespace, String name, boolean exists) {
  public Awaited {
    requireNonNull(host);
    requireNonNull(namespace);
    requireNonNull(name);
  }
}
