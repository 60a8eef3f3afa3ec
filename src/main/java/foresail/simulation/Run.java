package foresail.simulation;

import foresail.simulation.api.ApiObject;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Observation;
import foresail.simulation.kernel.Ending;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that happened in a run.
 *
 * @param horizon where it was to end
 * @param openEnd whether nobody said where it is to end: loops need not be told to the end
 * @param changes of objects, in the order in which they were stored
 * @param events in the order in which they were first told
 * @param observations what kept scripts waiting, in the order of time
 * @param refused what the server did not accept from the user
 * @param prelude what happened until then is not told
 */
public record Run(
    Ending ending,
    Duration horizon,
    boolean openEnd,
    List<Change> changes,
    List<Events.Event> events,
    List<Refused> refused,
    List<Assumption> assumptions,
    List<Observation> observations,
    Duration prelude) {
  public Run {
    changes = List.copyOf(changes);
    events = List.copyOf(events);
    refused = List.copyOf(refused);
    assumptions = List.copyOf(assumptions);
    observations = List.copyOf(observations);
  }

  /** The same run, where the server had refused more. */
  public Run withRefused(List<Refused> more) {
    List<Refused> all = new ArrayList<>(refused);
    all.addAll(more);
    all.sort(Comparator.comparing(Refused::at));
    return new Run(
        ending, horizon, openEnd, changes, events, all, assumptions, observations, prelude);
  }

  /** The same run, which took more for granted from its beginning. */
  public Run withAssumptions(List<Assumption> earlier) {
    List<Assumption> all = new ArrayList<>(earlier);
    all.addAll(assumptions);
    return new Run(ending, horizon, openEnd, changes, events, refused, all, observations, prelude);
  }

  /**
   * A new state of an object.
   *
   * @param before empty for a new object
   * @param now empty where it was removed
   */
  public record Change(Duration at, Optional<ApiObject<?>> before, Optional<ApiObject<?>> now) {
    /** The object after the change, or the last state before it was removed. */
    public ApiObject<?> object() {
      return now.or(() -> before).orElseThrow();
    }
  }

  /**
   * An object that the server did not accept.
   *
   * @param reason {@code Forbidden}, {@code NotFound} ...
   * @param message the server's words
   */
  public record Refused(Duration at, String kind, String name, String reason, String message) {}
}
