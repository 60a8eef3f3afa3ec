package foresail.prediction;

import foresail.model.Container;
import foresail.simulation.facts.Awaited;
import foresail.simulation.facts.Observation;
import foresail.source.Span;
import java.util.Optional;

/** Says that a container asks for something in vain. */
final class Polling {
  /** Stands behind what is asked for; {@link Causes} puts in its place what is known of it. */
  static final String ABSENT = ", which does not exist";

  private Polling() {}

  /** It still asks. */
  static Because now(String name, Container container, Observation wait) {
    Optional<Awaited> awaited = wait.service();
    return awaited.isPresent()
        ? because(name + " polls " + words(awaited.get(), wait), container, awaited.get())
        : Because.of(name + " waits: " + wait.text(), ContainerReasons.command(container));
  }

  /**
   * It has given up.
   *
   * @param end how it ended
   * @param rest what comes of that
   */
  static Because before(String end, String rest, Container container, Observation wait) {
    Awaited awaited = wait.service().orElseThrow();
    return because(end + ", having polled " + words(awaited, wait) + rest, container, awaited);
  }

  private static String words(Awaited awaited, Observation wait) {
    return "Service " + awaited.name() + (awaited.exists() ? ": " + wait.text() : ABSENT);
  }

  private static Because because(String text, Container container, Awaited awaited) {
    Span place = AskedPlace.of(container, awaited.host());
    return new Because(text, Optional.of(place), Optional.of(awaited));
  }
}
