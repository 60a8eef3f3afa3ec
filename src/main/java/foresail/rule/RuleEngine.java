package foresail.rule;

import foresail.finding.Finding;
import foresail.finding.Reason;
import foresail.finding.Subject;
import foresail.graph.Graph;
import foresail.model.KubernetesObject;
import foresail.source.Node;
import foresail.source.Problem;
import foresail.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Evaluates the rules over all that was read. */
public final class RuleEngine {
  /** So many objects are looked at by one thread in one go. */
  private static final int PORTION = 256;

  /** Labels go into selectors too, and the namespace into subjects. */
  private static final Set<String> MENDED =
      Set.of(
          "workloads.selector.required",
          "workloads.selector.empty.deployment",
          "workloads.selector.empty.statefulset",
          "workloads.selector.empty.daemonset",
          "workloads.selector.match",
          "rbac.subject.sa.namespace");

  /** The rule for suppressions that silence nothing. */
  public static final String UNUSED_SUPPRESSION = Suppressions.UNUSED;

  private final RuleSet rules;
  private final RuleOptions options;

  public RuleEngine(RuleSet rules, RuleOptions options) {
    this.rules = rules.with(options.own());
    this.options = options;
  }

  /**
   * All findings, by file in reading order, then by line, column and rule; each with the reason and
   * the cure that its rule's page gives, where it has none of its own.
   */
  public List<Finding> evaluate(RuleInput input) {
    List<Finding> findings = new ArrayList<>();
    var pages = new Pages(options.own());
    read(input, findings);
    var refusals = new RefusalRules(rules, options, pages);
    for (Refused refused : input.refused()) {
      if (!isMended(refused, input.graph())) {
        refusals.finding(refused).ifPresent(findings::add);
      }
    }
    check(input, findings);
    List<Finding> kept = new OneCause().of(findings);
    var suppressions = new Suppressions(input.sources().manifests());
    kept.removeIf(suppressions::silence);
    unusedSuppressions(suppressions, kept);
    kept.sort(new ReadingOrder(input.sources().files()));
    return new Prose(pages).completed(kept);
  }

  /** Puts findings of several runs over the same files into reading order. */
  public static void sort(List<Finding> findings, List<SourceFile> files) {
    findings.sort(new ReadingOrder(files));
  }

  /** What a kustomization may add before anything is sent to the server. */
  private static boolean isMended(Refused refused, Graph graph) {
    return MENDED.contains(refused.refusal().fact())
        && graph.isKustomized(refused.manifest().file());
  }

  private void read(RuleInput input, List<Finding> findings) {
    if (input.sources().problems().isEmpty()) {
      return;
    }
    var reading = new ReadingRules(rules, options);
    var subjects = new Subjects(input.sources().manifests());
    for (Problem problem : input.sources().problems()) {
      Optional<Subject> subject = subjects.of(problem);
      reading
          .finding(problem)
          .map(finding -> subject.map(finding::withSubject).orElse(finding))
          .ifPresent(findings::add);
    }
  }

  private void check(RuleInput input, List<Finding> findings) {
    Graph graph = input.graph();
    List<KubernetesObject> objects = judged(input);
    var active = new ActiveRules(rules, options, objects);
    Set<Node> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    input.refused().forEach(one -> refused.add(one.manifest().root()));
    int portions = (objects.size() + PORTION - 1) / PORTION;
    IntStream range = IntStream.range(0, portions);
    (portions > 1 ? range.parallel() : range)
        .mapToObj(
            portion -> {
              int from = portion * PORTION;
              int to = Math.min(objects.size(), from + PORTION);
              return look(input, objects.subList(from, to), active, refused);
            })
        .forEachOrdered(findings::addAll);
    var whole = new Scope(graph, options, input.release(), refused, findings);
    active.once().forEach(rule -> rule.lookAtAll(whole));
  }

  /**
   * Without pieces of objects, and without those of versions that are not served: nobody knows what
   * the server would have added to them.
   */
  private static List<KubernetesObject> judged(RuleInput input) {
    Set<Node> unserved = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Refused refused : input.refused()) {
      if (refused.refusal().reason() == Reason.NO_MATCH) {
        unserved.add(refused.manifest().root());
      }
    }
    List<KubernetesObject> judged = new ArrayList<>(input.graph().objects().size());
    for (KubernetesObject object : input.graph().objects()) {
      if (!input.graph().isPartial(object) && !unserved.contains(object.node())) {
        judged.add(object);
      }
    }
    return judged;
  }

  private List<Finding> look(
      RuleInput input, List<KubernetesObject> objects, ActiveRules active, Set<Node> refused) {
    List<Finding> found = new ArrayList<>();
    var scope = new Scope(input.graph(), options, input.release(), refused, found);
    for (KubernetesObject object : objects) {
      scope.look(object);
      for (ActiveRule rule : active.of(object)) {
        rule.lookAt(object, scope);
      }
    }
    return found;
  }

  private void unusedSuppressions(Suppressions suppressions, List<Finding> into) {
    if (options.isComplete()) {
      rules
          .find(Suppressions.UNUSED)
          .flatMap(options::severity)
          .ifPresent(severity -> into.addAll(suppressions.unused(rules, severity)));
    }
  }
}
