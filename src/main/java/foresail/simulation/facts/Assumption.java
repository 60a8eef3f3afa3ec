package foresail.simulation.facts;

/**
 * Something that a run took for granted because nothing told otherwise.
 *
 * @param object {@code Deployment/web}: the object that the user wrote
 * @param container empty where it is not about a container
 * @param assumed one line: {@code runs until it is stopped}
 * @param because why nothing is known
 * @param set how the user can tell: the lines for cluster facts or scenario
 */
public record Assumption(
    String object, String container, String assumed, String because, String set) {}
