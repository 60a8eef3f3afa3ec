package foresail.rule;

import static java.util.Objects.requireNonNull;

import foresail.graph.Graph;
import foresail.source.Sources;
import java.util.List;

/**
 * All that rules look at.
 *
 * @param refused what schema and validation say, in any order
 * @param graph of all objects
 * @param release the minor release that is checked against
 */
public record RuleInput(Sources sources, List<Refused> refused, Graph graph, int release) {
  public RuleInput {
    requireNonNull(sources);
    refused = List.copyOf(refused);
    requireNonNull(graph);
  }
}
