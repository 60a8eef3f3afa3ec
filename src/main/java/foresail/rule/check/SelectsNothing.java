package foresail.rule.check;

import foresail.graph.Graph;
import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.KubernetesObject;
import foresail.model.LabelSelector;
import foresail.model.OtherObject;
import foresail.model.Workload;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Selectors that no pod's labels match: which pair is at fault, and what was probably meant. */
final class SelectsNothing {
  private final Scope scope;
  private final Graph graph;
  private final KubernetesObject object;
  private final String namespace;
  private final LabelSelector selector;

  /** The mapping of pairs: the selector itself, or its matchLabels. */
  private final Place labels;

  SelectsNothing(Scope scope, KubernetesObject object, LabelSelector selector, Place labels) {
    this.scope = scope;
    this.graph = scope.graph();
    this.object = object;
    this.namespace = graph.namespaceOf(object);
    this.selector = selector;
    this.labels = labels;
  }

  /** Labels that controllers add to their pods (pkg/controller, v1.36). */
  private static final Set<String> ADDED =
      Set.of(
          "job-name",
          "batch.kubernetes.io/job-name",
          "controller-uid",
          "batch.kubernetes.io/controller-uid",
          "batch.kubernetes.io/job-completion-index",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index",
          "pod-template-hash",
          "controller-revision-hash");

  /** Whether a workload has pods for others to speak to; hooks are gone when others come. */
  static boolean serves(Workload workload) {
    Map<String, String> annotations = workload.metadata().annotations();
    return !annotations.containsKey("helm.sh/hook")
        && !annotations.containsKey("argocd.argoproj.io/hook");
  }

  /** A finding where no pod matches; empty where one does, or none can be known. */
  Optional<Draft> report(String message) {
    if (graph.matching(namespace, selector).stream().anyMatch(SelectsNothing::serves)
        || graph.worldOf(object).open()
        || hasPlaceholder()
        || selector.matchLabels().keySet().stream().anyMatch(ADDED::contains)
        || isMadeByOperator()) {
      return Optional.empty();
    }
    Map.Entry<String, String> wrong = null;
    for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
      if (having(pair.getKey(), pair.getValue()).isEmpty()) {
        wrong = pair;
        break;
      }
    }
    if (wrong == null) {
      Draft draft = scope.report(labels, message);
      return Optional.of(draft.underline(key()).label("no pod here has all of these labels"));
    }
    List<String> steps = new ArrayList<>(labels.steps());
    steps.add(wrong.getKey());
    Draft draft = scope.report(new Place(labels.value(), steps), message);
    draft.label("no pod here carries " + wrong.getKey() + "=" + wrong.getValue());
    nearest(wrong, draft);
    return Optional.of(draft);
  }

  private foresail.source.Span key() {
    return labels.span();
  }

  private void nearest(Map.Entry<String, String> wrong, Draft draft) {
    for (String value : graph.nearLabelValues(wrong.getKey(), wrong.getValue())) {
      for (Workload workload : having(wrong.getKey(), value)) {
        if (othersAreNear(workload, wrong.getKey())) {
          draft.raised();
          draft.related(
              workload.template().metadata().span("labels", wrong.getKey()),
              "nearest: the pods of " + Words.of(workload));
          List<String> steps = new ArrayList<>(labels.steps());
          steps.add(wrong.getKey());
          draft.fix(
              "write " + wrong.getKey() + ": " + value,
              Words.rename(new Place(labels.value(), steps).span(), wrong.getValue(), value));
          return;
        }
      }
    }
  }

  private boolean othersAreNear(Workload workload, String except) {
    Map<String, String> carried = workload.template().metadata().labels();
    for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
      String value = carried.get(pair.getKey());
      if (value == null
          || (!pair.getKey().equals(except)
              && !value.equals(pair.getValue())
              && !foresail.graph.NearNames.isNear(value, pair.getValue()))) {
        return false;
      }
    }
    return true;
  }

  private List<Workload> having(String key, String value) {
    return graph.having(namespace, key, value).stream().filter(SelectsNothing::serves).toList();
  }

  private boolean hasPlaceholder() {
    return selector.matchLabels().values().stream().anyMatch(Placeholder::isIn);
  }

  /** An operator's pods cannot be seen: a custom resource carries one of the selector's values. */
  private boolean isMadeByOperator() {
    for (KubernetesObject other : graph.objects()) {
      if (other instanceof OtherObject && isForeign(other)) {
        for (String value : selector.matchLabels().values()) {
          if (other.name().equals(value) || other.metadata().labels().containsValue(value)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isForeign(KubernetesObject object) {
    String group = object.manifest().id().group();
    return group.contains(".") && !group.endsWith(".k8s.io");
  }
}
