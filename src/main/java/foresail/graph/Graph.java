package foresail.graph;

import foresail.model.HorizontalPodAutoscaler;
import foresail.model.KubernetesObject;
import foresail.model.LabelSelector;
import foresail.model.LimitRange;
import foresail.model.OtherObject;
import foresail.model.ResourceQuota;
import foresail.model.Service;
import foresail.model.Workload;
import foresail.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All objects of a run and how they hang together. Never changes, and may be asked from several
 * threads.
 */
public final class Graph {
  private final List<KubernetesObject> objects = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final Set<KubernetesObject> partial = Collections.newSetFromMap(new IdentityHashMap<>());
  private final NameIndex names = new NameIndex();
  private final Map<String, ByNamespace<HorizontalPodAutoscaler>> autoscalers = new HashMap<>();
  private final LabelIndex labels = new LabelIndex();
  private final Bounds<LimitRange> limitRanges = new Bounds<>();
  private final Bounds<ResourceQuota> quotas = new Bounds<>();
  private final Bounds<KubernetesObject> namespaces = new Bounds<>();
  private final Worlds worlds;
  private final GraphInput input;

  private Graph(GraphInput input) {
    this.input = input;
    this.worlds = new Worlds(input);
    MadeNames.everywhere(names);
    for (KubernetesObject object : input.cluster()) {
      add(object);
      addBound(object, true);
    }
    for (KubernetesObject object : input.objects()) {
      objects.add(object);
      add(object);
      addBound(object, false);
    }
    for (Kustomization one : worlds.kustomizations()) {
      for (Kustomization.Generated made : one.generated()) {
        names.add(KnownName.madeBy(made::node, made.kind(), made.namespace(), made.name()));
      }
    }
  }

  public static Graph of(GraphInput input) {
    return new Graph(input);
  }

  private void add(KubernetesObject object) {
    String namespace = namespaceOf(object);
    names.add(named(object, namespace));
    MadeNames.of(object, namespace, names);
    if (!input.asIs() && (PartialObject.is(object) || worlds.isPatch(object.manifest().file()))) {
      partial.add(object);
    } else if (object instanceof Workload workload) {
      workloads.add(workload);
      labels.add(namespace, workload);
    } else if (object instanceof Service service) {
      services.add(service);
    } else if (object instanceof HorizontalPodAutoscaler autoscaler) {
      autoscalers
          .computeIfAbsent(
              autoscaler.targetKind() + "/" + autoscaler.targetName(),
              unused -> new ByNamespace<>())
          .add(namespace, autoscaler);
    }
  }

  private void addBound(KubernetesObject object, boolean known) {
    if (object instanceof LimitRange range) {
      addBound(limitRanges, range, namespaceOf(range), known);
    } else if (object instanceof ResourceQuota quota) {
      addBound(quotas, quota, namespaceOf(quota), known);
    } else if (object.kind().equals("Namespace") && object.manifest().id().group().isEmpty()) {
      addBound(namespaces, object, object.name(), known);
    }
  }

  private <T extends KubernetesObject> void addBound(
      Bounds<T> bounds, T bound, String namespace, boolean known) {
    if (isPartial(bound)) {
      return;
    }
    if (known) {
      bounds.addKnown(bound, namespace);
    } else {
      bounds.add(bound, namespace, worldOf(bound).name(), folder(bound));
    }
  }

  /** A custom resource never counts as the built-in object of the same kind. */
  private static KnownName named(KubernetesObject object, String namespace) {
    KnownName name = KnownName.of(object, namespace);
    String group = object.manifest().id().group();
    boolean foreign =
        object instanceof OtherObject && group.contains(".") && !group.endsWith(".k8s.io");
    boolean taken = TypedKinds.has(object.kind());
    return foreign && taken
        ? new KnownName(
            name.kind() + "." + group, namespace, name.name(), name.object(), name.from())
        : name;
  }

  /** Those of the inputs, in reading order; pieces among them. */
  public List<KubernetesObject> objects() {
    return Collections.unmodifiableList(objects);
  }

  /** Those of the cluster facts: they exist before anything of the inputs does. */
  public List<KubernetesObject> existing() {
    return input.cluster();
  }

  /** All pods and makers of pods, of the cluster and the inputs, without pieces. */
  public List<Workload> workloads() {
    return Collections.unmodifiableList(workloads);
  }

  /** All Services, of the cluster and the inputs. */
  public List<Service> services() {
    return Collections.unmodifiableList(services);
  }

  /** Whether also patches, fragments and placeholders are judged as they stand. */
  public boolean isAsIs() {
    return input.asIs();
  }

  /** Whether an object is only a piece of one: a patch, a fragment. */
  public boolean isPartial(KubernetesObject object) {
    return !partial.isEmpty() && partial.contains(object);
  }

  /** The documents that are applied together with an object. */
  public World worldOf(KubernetesObject object) {
    return worlds.of(object.manifest().file());
  }

  /**
   * Whether a kustomization lists a file, and so may add labels, selectors and namespaces to what
   * it declares; never where objects are judged as they stand.
   */
  public boolean isKustomized(SourceFile file) {
    return !input.asIs() && worlds.of(file).kustomized();
  }

  /** The limit ranges that surely hold for an object. */
  public List<LimitRange> limitRangesOf(KubernetesObject object) {
    return limitRanges.isEmpty() ? List.of() : inForce(limitRanges, object);
  }

  /** The quotas under which an object surely counts. */
  public List<ResourceQuota> quotasOf(KubernetesObject object) {
    return quotas.isEmpty() ? List.of() : inForce(quotas, object);
  }

  /** The Namespace that an object will surely be in, where it is declared. */
  public Optional<KubernetesObject> namespaceObjectOf(KubernetesObject object) {
    return namespaces.isEmpty() || namespaceOf(object).isEmpty()
        ? Optional.empty()
        : inForce(namespaces, object).stream().findFirst();
  }

  private <T extends KubernetesObject> List<T> inForce(Bounds<T> bounds, KubernetesObject object) {
    return ClusterScope.has(object.kind())
        ? List.of()
        : bounds.of(namespaceOf(object), worldOf(object).name(), folder(object));
  }

  /** Whether two objects are surely applied together: one kustomization, or one folder. */
  public boolean areNeighbours(KubernetesObject left, KubernetesObject right) {
    return worldOf(left).name().equals(worldOf(right).name()) || folder(left).equals(folder(right));
  }

  private static String folder(KubernetesObject object) {
    String path = object.manifest().file().path();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The namespace of objects that name none; empty where it is not known. */
  public String namespace() {
    return input.namespace();
  }

  /**
   * The namespace that an object will be in; empty where it is not known, which matches any, and
   * for kinds that have none.
   */
  public String namespaceOf(KubernetesObject object) {
    if (ClusterScope.has(object.kind())) {
      return "";
    }
    if (!object.namespace().isEmpty()) {
      return object.namespace();
    }
    String own = worldOf(object).namespace();
    return own.isEmpty() ? input.namespace() : own;
  }

  /** What an object names, in reading order within each part of it; nothing for a piece. */
  public List<Reference> references(KubernetesObject object) {
    return isPartial(object) ? List.of() : ReferenceReader.of(this, object);
  }

  /** What all objects of the inputs name. */
  public List<Reference> references() {
    List<Reference> all = new ArrayList<>();
    for (KubernetesObject object : objects) {
      all.addAll(references(object));
    }
    return all;
  }

  /**
   * The objects of a kind and name.
   *
   * @param namespace empty for any
   */
  public List<KubernetesObject> find(String kind, String namespace, String name) {
    List<KubernetesObject> found = new ArrayList<>(1);
    for (KnownName known : names.find(kind, namespace, name)) {
      known.object().ifPresent(found::add);
    }
    return found;
  }

  /** Whether something of that kind and name exists, or is declared to. */
  public boolean isKnown(String kind, String namespace, String name) {
    return !names.find(kind, namespace, name).isEmpty()
        || input.external().has(kind, name)
        || MadeNames.isSystem(kind, name)
        || (kind.equals("PersistentVolumeClaim") && isNumberedClaim(namespace, name));
  }

  private boolean isNumberedClaim(String namespace, String name) {
    int dash = name.lastIndexOf('-');
    return dash > 0
        && dash < name.length() - 1
        && name.chars().skip(dash + 1L).allMatch(c -> c >= '0' && c <= '9')
        && !names.find(MadeNames.NUMBERED_CLAIM, namespace, name.substring(0, dash)).isEmpty();
  }

  /** The name that was probably meant by one that is not known. */
  public Optional<KnownName> near(String kind, String namespace, String name) {
    return names.near(kind, namespace, name);
  }

  /** Those of a kind and name in whatever namespace. */
  public List<KnownName> anywhere(String kind, String name) {
    return names.anywhere(kind, name);
  }

  /** The workloads whose pods a selector matches, in input order. */
  public List<Workload> matching(String namespace, LabelSelector selector) {
    return labels.matching(namespace, selector);
  }

  /** The workloads whose pods carry a label. */
  public List<Workload> having(String namespace, String key, String value) {
    return labels.having(namespace, key, value);
  }

  /** The values near to another one that pods' labels have under a key, best first. */
  public List<String> nearLabelValues(String key, String value) {
    return labels.near(key, value);
  }

  /** All workloads that may be in a namespace. */
  public List<Workload> workloads(String namespace) {
    return Collections.unmodifiableList(labels.all(namespace));
  }

  /** The Services whose selector matches a workload's pods, in input order. */
  public List<Service> servicesOf(Workload workload) {
    return reverse().getOrDefault(workload, List.of());
  }

  /** The autoscalers that name a workload as their target, in input order. */
  public List<HorizontalPodAutoscaler> autoscalersOf(Workload workload) {
    ByNamespace<HorizontalPodAutoscaler> found =
        autoscalers.get(workload.kind() + "/" + workload.name());
    return found == null ? List.of() : found.matching(namespaceOf(workload));
  }

  private IdentityHashMap<Workload, List<Service>> reverse;

  private synchronized IdentityHashMap<Workload, List<Service>> reverse() {
    if (reverse == null) {
      var built = new IdentityHashMap<Workload, List<Service>>();
      for (Service service : services) {
        for (Workload workload : backends(service)) {
          built.computeIfAbsent(workload, unused -> new ArrayList<>(1)).add(service);
        }
      }
      reverse = built;
    }
    return reverse;
  }

  /** The workloads whose pods are endpoints of a Service; none for one without selector. */
  public List<Workload> backends(Service service) {
    if (service.isExternalName() || service.selector().isEmpty()) {
      return List.of();
    }
    return matching(namespaceOf(service), service.selector().get());
  }

  Resolution resolve(
      KubernetesObject from, String kind, String namespace, String name, boolean optional) {
    List<KnownName> known = names.find(kind, namespace, name);
    if (!known.isEmpty()) {
      // Where a generator or operator adds to an object of the inputs, nobody knows its content.
      boolean whole = known.stream().allMatch(one -> one.object().isPresent());
      return new Resolution.Resolved(whole ? find(kind, namespace, name) : List.of());
    }
    if (isKnown(kind, namespace, name)) {
      return new Resolution.Resolved(List.of());
    }
    if (optional) {
      return new Resolution.Optional();
    }
    if (Placeholder.isIn(name) || Placeholder.isIn(namespace) || worldOf(from).open()) {
      return new Resolution.Unknowable();
    }
    return new Resolution.Dangling();
  }
}
