package foresail.config;

import static java.util.Objects.requireNonNull;

/** What is known of the containers that a pattern matches. */
public record ContainerFacts(ContainerPattern match, Behaviour behaviour) {
  public ContainerFacts {
    requireNonNull(match);
    requireNonNull(behaviour);
  }
}
