package foresail.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a container's process does, where its manifest cannot tell. All times count from the start
 * of the container.
 *
 * @param starts when it is up: probes that ask no named port pass from then on
 * @param serves its ports that answer, in the order in which they are written
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

  public Behaviour {
    requireNonNull(starts);
    serves = Collections.unmodifiableMap(new LinkedHashMap<>(serves));
    requireNonNull(exits);
    requireNonNull(stops);
  }

  /**
   * A port that answers.
   *
   * @param after when it begins to; zero where it answers at once
   * @param paths the HTTP status of each path; empty where every path has 200
   */
  public record Served(Duration after, Map<String, Integer> paths) {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    public Served {
      requireNonNull(after);
      paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    }

    /** The HTTP status of a path; 404 for one that is not listed where others are. */
    public int status(String path) {
      return paths.isEmpty() ? OK : paths.getOrDefault(path, NOT_FOUND);
    }
  }

  /**
   * The end of a process.
   *
   * @param after zero where it ends at once
   * @param code 0 to 255
   */
  public record Exit(Duration after, int code) {
    public Exit {
      requireNonNull(after);
    }
  }
}
