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
    Optional<Awaited> awaited = wait.awaited();
    return awaited.isPresent()
        ? because(
            name + asks(awaited.get(), wait, " polls ", " waits for "), container, awaited.get())
        : Because.of(name + " waits: " + wait.text(), ContainerReasons.command(container));
  }

  /**
   * It has given up.
   *
   * @param end how it ended
   * @param rest what comes of that
   */
  static Because before(String end, String rest, Container container, Observation wait) {
    Awaited awaited = wait.awaited().orElseThrow();
    String asked = asks(awaited, wait, ", having polled ", ", having waited for ");
    return because(end + asked + rest, container, awaited);
  }

  private static String asks(Awaited awaited, Observation wait, String polls, String waits) {
    boolean service = awaited.kind().equals("Service");
    String asked = (service ? polls : waits) + awaited;
    if (!awaited.exists()) {
      return asked + ABSENT;
    }
    int so = wait.text().indexOf(" is not ");
    return asked + (service || so < 0 ? ": " + wait.text() : ", which" + wait.text().substring(so));
  }

  private static Because because(String text, Container container, Awaited awaited) {
    Span place = AskedPlace.of(container, awaited.word());
    return new Because(text, Optional.of(place), Optional.of(awaited));
  }
}
