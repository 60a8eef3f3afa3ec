package foresail.simulation.facts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a container's process does where no script tells. All times count from its start.
 *
 * @param starts when it is up: probes that ask no listed port pass from then on
 * @param serves its ports that answer
 * @param exits when it ends by itself, and with which code
 * @param stops how long after SIGTERM it ends, and with which code; empty where unknown
 */
public record Behaviour(
    Optional<Duration> starts,
    Map<Integer, Served> serves,
    Optional<Exit> exits,
    Optional<Exit> stops) {
  /** Nothing is known. */
  public static final Behaviour UNKNOWN =
      new Behaviour(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

  /**
   * A port that answers.
   *
   * @param after when it begins to
   * @param paths the HTTP status of each path; empty where every path has 200
   */
  public record Served(Duration after, Map<String, Integer> paths) {
    public Served {
      paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    }

    /** The HTTP status of a path; 404 for one that is not listed where others are. */
    public int status(String path) {
      return paths.isEmpty() ? 200 : paths.getOrDefault(path, 404);
    }
  }

  /** The end of a process. */
  public record Exit(Duration after, int code) {}

  public Behaviour {
    requireNonNull(starts);
    serves = Collections.unmodifiableMap(new LinkedHashMap<>(serves));
    requireNonNull(exits);
    requireNonNull(stops);
  }

  /** This knowledge, and where it says nothing another's. */
  public Behaviour or(Behaviour other) {
    return new Behaviour(
        starts.or(other::starts),
        serves.isEmpty() ? other.serves : serves,
        exits.or(other::exits),
        stops.or(other::stops));
  }

  public boolean isUnknown() {
    return equals(UNKNOWN);
  }
}
