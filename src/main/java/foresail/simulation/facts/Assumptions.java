package foresail.simulation.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a run takes for granted, each once. */
public final class Assumptions {
  private final Set<Assumption> all = new LinkedHashSet<>();

  public void add(Assumption assumption) {
    all.add(assumption);
  }

  /** In the order in which they were first made. */
  public List<Assumption> all() {
    return new ArrayList<>(all);
  }
}
