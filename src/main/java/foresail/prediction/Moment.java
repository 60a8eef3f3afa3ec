package foresail.prediction;

import foresail.model.Container;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a pod while a row stands.
 *
 * @param from when the row came
 * @param to when the next one came, or the end of the run
 * @param pod the last state that shows this row
 * @param events all of the pod
 * @param waits what kept a container's script waiting at the end, by container
 */
record Moment(Duration from, Duration to, Pod pod, List<EventLine> events, Waits waits) {
  /** Knows what keeps scripts waiting. */
  @FunctionalInterface
  interface Waits {
    /** The last that was noted before a time; its text is empty where the wait is over. */
    Optional<Observation> of(String podUid, String container, Duration at);
  }

  /** What keeps a container's script waiting when the row ends; empty where nothing does. */
  Optional<Observation> wait(String container) {
    return waits.of(pod.uid(), container, to).filter(each -> !each.text().isEmpty());
  }

  /** The newest Event of some reason that was told before the row ended. */
  Optional<EventLine> event(String reason) {
    Optional<EventLine> newest = Optional.empty();
    for (EventLine event : events) {
      if (event.reason().equals(reason) && event.at().compareTo(to) <= 0) {
        newest = Optional.of(event);
      }
    }
    return newest;
  }

  /** A container, plain or init, by its name. */
  Optional<Container> container(String name) {
    for (Container container : pod.spec().containers()) {
      if (container.name().equals(name)) {
        return Optional.of(container);
      }
    }
    return pod.spec().initContainers().stream()
        .filter(container -> container.name().equals(name))
        .findFirst();
  }

  Optional<ContainerStatus> status(String name) {
    return pod.status().container(name);
  }
}
