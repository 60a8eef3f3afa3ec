package foresail.simulation.facts;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * An object that a script asks for in vain.
 *
 * @param kind {@code Service} where it is called by its name in the network, else what {@code
 *     kubectl} is to wait for
 * @param word how the script calls it: a host, a name
 * @param namespace where it is looked for
 * @param name empty where labels choose it
 * @param exists whether there is such an object
 */
public record Awaited(
    String kind,
    String word,
    String namespace,
    String name,
    Map<String, String> labels,
    boolean exists) {
  public Awaited {
    requireNonNull(kind);
    requireNonNull(word);
    requireNonNull(namespace);
    requireNonNull(name);
    requireNonNull(labels);
  }

  /** A Service that a script calls by a host name. */
  public static Awaited service(String host, String namespace, String name, boolean exists) {
    return new Awaited("Service", host, namespace, name, Map.of(), exists);
  }

  /** {@code Job migrate}, or {@code Pod app=web}. */
  @Override
  public String toString() {
    if (!name.isEmpty()) {
      return kind + " " + name;
    }
    var all = new StringBuilder(kind);
    String before = " ";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      all.append(before).append(label.getKey()).append('=').append(label.getValue());
      before = ",";
    }
    return all.toString();
  }
}
