package foresail.prediction;

import foresail.simulation.store.Events;
import java.time.Duration;

/**
 * An Event about an object.
 *
 * @param at when it was first told
 * @param type {@code Normal} or {@code Warning}
 * @param count how often it was told
 */
public record EventLine(Duration at, String type, String reason, String message, int count) {
  static EventLine of(Events.Event event) {
    return new EventLine(
        event.first(), event.type().word(), event.reason(), event.message(), event.count());
  }
}
