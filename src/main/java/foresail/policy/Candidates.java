package foresail.policy;

import foresail.cel.Values;
import foresail.graph.Graph;
import foresail.graph.Placeholder;
import foresail.model.KubernetesObject;
import foresail.model.LimitRange;
import foresail.model.Pod;
import foresail.model.PodTemplateObject;
import foresail.model.Workload;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns objects of the inputs into what policies judge. */
final class Candidates {
  private final Graph graph;
  private final Together together;
  private final Map<String, ResourceType> defined;
  private final List<KubernetesObject> limits;

  Candidates(Graph graph, Together together) {
    this.graph = graph;
    this.together = together;
    this.defined = ResourceType.defined(together.all());
    this.limits = together.all().stream().filter(object -> object instanceof LimitRange).toList();
  }

  /** The object itself, and a pod of the template where a controller makes pods from it. */
  List<Candidate> of(KubernetesObject object) {
    List<Candidate> candidates = new ArrayList<>(2);
    candidates.add(itself(object));
    if (object instanceof Workload workload
        && !(object instanceof Pod)
        && !(object instanceof PodTemplateObject)) {
      candidates.add(pod(workload));
    }
    return candidates;
  }

  ResourceType type(KubernetesObject object) {
    return ResourceType.of(object.node().string("apiVersion").orElse(""), object.kind(), defined);
  }

  ResourceType type(String apiVersion, String kind) {
    return ResourceType.of(apiVersion, kind, defined);
  }

  private Candidate itself(KubernetesObject object) {
    ResourceType type = type(object);
    Map<String, Object> values = values(object.node());
    if (type.isBuiltIn()) {
      ServerForm.complete(values);
      SetByServer.mark(type, values);
    }
    if (type.equals(ResourceType.POD)) {
      AdmittedPod.complete(values, isLimited(object));
    }
    boolean kustomized = graph.isKustomized(object.manifest().file());
    Map<String, Object> metadata = ServerForm.below(values, "metadata");
    if (kustomized) {
      // A kustomization may change each of these.
      metadata.put("labels", Values.UNKNOWN);
      metadata.put("annotations", Values.UNKNOWN);
      metadata.put("name", Values.UNKNOWN);
    }
    Optional<String> name =
        object.name().isEmpty() || kustomized ? Optional.empty() : Optional.of(object.name());
    return candidate(object, type, name, new Labels(Labels.in(object.node()), !kustomized), values);
  }

  private Candidate pod(Workload workload) {
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("apiVersion", "v1");
    template.put("kind", "Pod");
    template.put("metadata", values(workload.template().metadata().node()));
    template.put("spec", values(workload.template().spec().node()));
    ServerForm.complete(template);
    AdmittedPod.complete(template, isLimited(workload));
    boolean kustomized = graph.isKustomized(workload.manifest().file());
    Map<String, String> labels = new LinkedHashMap<>(workload.template().metadata().labels());
    Map<String, Object> metadata = ServerForm.below(template, "metadata");
    metadata.put("name", Values.UNKNOWN);
    metadata.put("generateName", Values.UNKNOWN);
    metadata.put("ownerReferences", Values.UNKNOWN);
    if (kustomized) {
      metadata.put("labels", Values.UNKNOWN);
      metadata.put("annotations", Values.UNKNOWN);
    } else {
      Map<String, Object> all = ServerForm.below(metadata, "labels");
      AdmittedPod.addedLabels(workload.kind()).forEach(key -> all.put(key, Values.UNKNOWN));
    }
    return candidate(
        workload, ResourceType.POD, Optional.empty(), new Labels(labels, !kustomized), template);
  }

  private Candidate candidate(
      KubernetesObject owner,
      ResourceType type,
      Optional<String> name,
      Labels labels,
      Map<String, Object> values) {
    Map<String, Object> metadata = ServerForm.below(values, "metadata");
    metadata.put("uid", Values.UNKNOWN);
    metadata.put("creationTimestamp", Values.UNKNOWN);
    metadata.put("managedFields", Values.UNKNOWN);
    String namespace = type.namespaced() ? graph.namespaceOf(owner) : "";
    if (type.namespaced()) {
      metadata.put("namespace", namespace.isEmpty() ? Values.UNKNOWN : namespace);
    }
    Optional<KubernetesObject> space = space(owner, namespace);
    return new Candidate(
        owner,
        type,
        name,
        namespace.isEmpty() ? Optional.empty() : Optional.of(namespace),
        labels,
        spaceLabels(type, labels, namespace, space),
        Values.partlyKnown(values),
        !type.namespaced()
            ? Values.NULL
            : space.<Object>map(found -> spaceValues(found)).orElse(Values.UNKNOWN));
  }

  /** Whether a LimitRange may give the containers other limits and requests. */
  private boolean isLimited(KubernetesObject object) {
    String namespace = graph.namespaceOf(object);
    return limits.stream()
        .filter(limit -> together.are(limit, object))
        .map(graph::namespaceOf)
        .anyMatch(other -> other.isEmpty() || namespace.isEmpty() || other.equals(namespace));
  }

  /** The namespace among the inputs. */
  private Optional<KubernetesObject> space(KubernetesObject owner, String namespace) {
    return namespace.isEmpty()
        ? Optional.empty()
        : graph.find("Namespace", "", namespace).stream()
            .filter(found -> together.are(found, owner))
            .findFirst();
  }

  private static Optional<Labels> spaceLabels(
      ResourceType type, Labels own, String namespace, Optional<KubernetesObject> space) {
    if (!type.namespaced()) {
      return type.kind().equals("Namespace") && type.group().isEmpty()
          ? Optional.of(own)
          : Optional.empty();
    }
    Map<String, String> labels =
        new LinkedHashMap<>(space.map(found -> Labels.in(found.node())).orElse(Map.of()));
    if (!namespace.isEmpty()) {
      labels.put(Labels.NAME, namespace);
    }
    return Optional.of(new Labels(labels, space.isPresent()));
  }

  private static Map<String, Object> spaceValues(KubernetesObject space) {
    Map<String, Object> values = values(space.node());
    Map<String, Object> metadata = ServerForm.below(values, "metadata");
    ServerForm.below(metadata, "labels").put(Labels.NAME, space.name());
    for (String field :
        List.of("UID", "creationTimestamp", "generation", "resourceVersion", "finalizers")) {
      metadata.put(field, Values.UNKNOWN);
    }
    values.put("status", Values.UNKNOWN);
    return Values.partlyKnown(values);
  }

  /** Fresh values that can be added to; texts that somebody replaces later are unknown. */
  static Map<String, Object> values(Node node) {
    return withoutPlaceholders(Values.of(node)) instanceof Map<?, ?> map
        ? ServerForm.fields(map)
        : new LinkedHashMap<>();
  }

  private static Object withoutPlaceholders(Object value) {
    if (value instanceof String text) {
      return Placeholder.isIn(text) ? Values.UNKNOWN : text;
    }
    if (value instanceof Map<?, ?> map) {
      ServerForm.fields(map).replaceAll((name, held) -> withoutPlaceholders(held));
    } else if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(withoutPlaceholders(item)));
      return items;
    }
    return value;
  }
}
