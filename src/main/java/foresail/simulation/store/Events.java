package foresail.simulation.store;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.EventType;
import foresail.simulation.kernel.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Events of a run: what components tell people about objects. Equal ones are counted. */
public final class Events {
  private final Clock clock;
  private final Map<Identity, Count> counts = new LinkedHashMap<>();

  /**
   * One Event as `kubectl describe` lists it.
   *
   * @param kind of the object that it is about
   * @param first when it was first told
   * @param count how often it was told
   */
  public record Event(
      String kind,
      String namespace,
      String name,
      String uid,
      EventType type,
      String reason,
      String message,
      Duration first,
      Duration last,
      int count) {}

  private record Identity(
      String kind,
      String namespace,
      String name,
      String uid,
      EventType type,
      String reason,
      String message) {}

  private static final class Count {
    private final Duration first;
    private Duration last;
    private int count;

    Count(Duration first) {
      this.first = first;
    }
  }

  public Events(Clock clock) {
    this.clock = clock;
  }

  /** Tells something about an object. */
  public void record(ApiObject<?> about, EventType type, String reason, String message) {
    var identity =
        new Identity(
            about.kind().name(),
            about.namespace(),
            about.name(),
            about.uid(),
            type,
            reason,
            message);
    Count count = counts.computeIfAbsent(identity, unused -> new Count(clock.now()));
    count.last = clock.now();
    count.count++;
  }

  public void normal(ApiObject<?> about, String reason, String message) {
    record(about, EventType.NORMAL, reason, message);
  }

  public void warning(ApiObject<?> about, String reason, String message) {
    record(about, EventType.WARNING, reason, message);
  }

  /** All Events, in the order in which they were first told. */
  public List<Event> all() {
    var events = new ArrayList<Event>(counts.size());
    counts.forEach(
        (identity, count) ->
            events.add(
                new Event(
                    identity.kind,
                    identity.namespace,
                    identity.name,
                    identity.uid,
                    identity.type,
                    identity.reason,
                    identity.message,
                    count.first,
                    count.last,
                    count.count)));
    return events;
  }
}
