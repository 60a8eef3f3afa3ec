package foresail.prediction;

import foresail.graph.Graph;
import foresail.graph.Reference;
import foresail.graph.Resolution;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.simulation.Run;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Awaited;
import foresail.simulation.facts.Observation;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what pods need and nobody brings: what manifests name, then what scripts ask. */
final class MissingObjects {
  private final Map<String, Missing> found = new LinkedHashMap<>();

  private MissingObjects() {}

  /** In the order of the manifests, then of the run; each once. */
  static List<Missing> of(Graph graph, Run run) {
    var missing = new MissingObjects();
    for (Reference reference : graph.references()) {
      boolean absent =
          reference.dangles() || reference.resolution() instanceof Resolution.Unknowable;
      if (absent && reference.use().isOfPods()) {
        missing.add(
            reference.kind(),
            reference.namespace(),
            reference.name(),
            Optional.of(reference.at().span()));
      }
    }
    missing.namespaces(graph);
    for (Observation observation : run.observations()) {
      Optional<Awaited> found = observation.awaited().filter(MissingObjects::isMissing);
      if (found.isPresent()) {
        Awaited awaited = found.get();
        boolean told =
            missing.found.containsKey(key(awaited.kind(), awaited.namespace(), awaited.name()));
        if (!told && !graph.isKnown(awaited.kind(), awaited.namespace(), awaited.name())) {
          missing.add(
              awaited.kind(),
              awaited.namespace(),
              awaited.name(),
              place(run, observation, awaited.word()));
        }
      }
    }
    return new ArrayList<>(missing.found.values());
  }

  /** Objects that are to be in a namespace which nobody makes are refused. */
  private void namespaces(Graph graph) {
    for (KubernetesObject object : graph.objects()) {
      String namespace = graph.namespaceOf(object);
      if (!namespace.isEmpty()
          && !namespace.equals(graph.namespace())
          && !graph.isKnown("Namespace", "", namespace)) {
        add("Namespace", "", namespace, Optional.of(object.span("metadata", "namespace")));
      }
    }
  }

  private static boolean isMissing(Awaited awaited) {
    return !awaited.exists() && !awaited.name().isEmpty();
  }

  private void add(String kind, String namespace, String name, Optional<Span> place) {
    found.putIfAbsent(key(kind, namespace, name), new Missing(kind, namespace, name, place));
  }

  private static String key(String kind, String namespace, String name) {
    return kind + "/" + namespace + "/" + name;
  }

  private static Optional<Span> place(Run run, Observation observation, String host) {
    for (Run.Change change : run.changes()) {
      if (change.object() instanceof Pod pod && pod.uid().equals(observation.podUid())) {
        return container(pod, observation.container())
            .map(container -> AskedPlace.of(container, host));
      }
    }
    return Optional.empty();
  }

  private static Optional<Container> container(Pod pod, String name) {
    List<Container> all = new ArrayList<>(pod.spec().initContainers());
    all.addAll(pod.spec().containers());
    return all.stream().filter(container -> container.name().equals(name)).findFirst();
  }
}
