package foresail.rule;

import foresail.finding.Finding;
import foresail.finding.Severity;
import foresail.graph.Graph;
import foresail.graph.Place;
import foresail.graph.Reference;
import foresail.model.KubernetesObject;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What a check may look at, and where it reports. Used by one thread for one object at a time. */
public final class Scope {
  private final Graph graph;
  private final RuleOptions options;
  private final int release;
  private final List<Finding> findings;
  private final Set<Node> refused;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Class<?>, Object> known = new HashMap<>();
  private KubernetesObject object;
  private List<Reference> references;

  Scope(Graph graph, RuleOptions options, int release, Set<Node> refused, List<Finding> findings) {
    this.graph = graph;
    this.options = options;
    this.release = release;
    this.refused = refused;
    this.findings = findings;
  }

  public Graph graph() {
    return graph;
  }

  /** The minor release that is checked against: 36 for 1.36. */
  public int release() {
    return release;
  }

  /** Whether an object of a kind that is not in the inputs does not exist. */
  public boolean isComplete(String kind) {
    return options.isComplete(kind);
  }

  /** Whether the server refuses an object for what is in it. */
  public boolean isRefused(KubernetesObject object) {
    return refused.contains(object.node());
  }

  /** What the object at hand names, in reading order within each part of it. */
  public List<Reference> references() {
    if (references == null) {
      references = graph.references(object);
    }
    return references;
  }

  /** Reports on the object at hand. */
  public Draft report(Place at, String message) {
    return report(object, at, message);
  }

  /** Reports on any object. */
  public Draft report(KubernetesObject about, Place at, String message) {
    Draft draft = new Draft(about, at, message);
    drafts.add(draft);
    return draft;
  }

  /**
   * What several rules want to know of the object at hand, worked out once.
   *
   * @param what tells one such thing from another
   */
  public <T> T once(Class<T> what, Supplier<T> work) {
    return what.cast(known.computeIfAbsent(what, unused -> work.get()));
  }

  void look(KubernetesObject next) {
    object = next;
    references = null;
    known.clear();
  }

  /** What was reported since the last call becomes findings of a rule. */
  void collect(Rule rule, Severity severity, boolean chosen) {
    for (Draft draft : drafts) {
      findings.add(draft.finish(rule, severity, chosen));
    }
    drafts.clear();
  }
}
