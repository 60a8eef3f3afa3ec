package foresail.simulation.api;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What every stored object has.
 *
 * @param uid empty until the object is created
 * @param name empty where the server is to make one from the generateName
 * @param generateName the beginning of a name that the server completes; else empty
 * @param namespace empty for kinds without one
 * @param created time since the manifests were applied; zero for what was there before
 * @param deletion when somebody asked for the deletion
 * @param generation counts changes of the spec, from 1
 * @param resourceVersion counts all changes in the cluster; grows with every write
 */
public record ObjectMeta(
    String uid,
    String name,
    String generateName,
    String namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<OwnerReference> owners,
    Duration created,
    Optional<Deletion> deletion,
    List<String> finalizers,
    long generation,
    long resourceVersion) {

  /**
   * A deletion under way.
   *
   * @param at the moment by which the object is to be gone: request plus grace
   * @param grace what is given to the containers to end
   */
  public record Deletion(Duration at, Duration grace) {}

  public ObjectMeta {
    labels = copy(labels);
    annotations = copy(annotations);
    owners = List.copyOf(owners);
    finalizers = List.copyOf(finalizers);
  }

  /** Metadata of an object that is still to be created. */
  public static ObjectMeta named(String namespace, String name) {
    return new ObjectMeta(
        "",
        name,
        "",
        namespace,
        Map.of(),
        Map.of(),
        List.of(),
        Duration.ZERO,
        Optional.empty(),
        List.of(),
        1,
        0);
  }

  /** Metadata of an object whose name the server completes. */
  public static ObjectMeta generated(String namespace, String prefix) {
    return named(namespace, "").withGenerateName(prefix);
  }

  /** Keeps the order in which labels were written: order is output. */
  private static Map<String, String> copy(Map<String, String> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The owner that controls this object. */
  public Optional<OwnerReference> controller() {
    for (OwnerReference owner : owners) {
      if (owner.controller()) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  public ObjectMeta withUid(String newUid) {
    return with(draft -> draft.uid = newUid);
  }

  public ObjectMeta withName(String newName) {
    return with(draft -> draft.name = newName);
  }

  public ObjectMeta withGenerateName(String prefix) {
    return with(draft -> draft.generateName = prefix);
  }

  public ObjectMeta withLabels(Map<String, String> newLabels) {
    return with(draft -> draft.labels = newLabels);
  }

  /** With one label added or replaced. */
  public ObjectMeta withLabel(String key, String value) {
    var more = new LinkedHashMap<>(labels);
    more.put(key, value);
    return withLabels(more);
  }

  public ObjectMeta withAnnotations(Map<String, String> newAnnotations) {
    return with(draft -> draft.annotations = newAnnotations);
  }

  /** With one annotation added or replaced. */
  public ObjectMeta withAnnotation(String key, String value) {
    var more = new LinkedHashMap<>(annotations);
    more.put(key, value);
    return withAnnotations(more);
  }

  public ObjectMeta withOwners(List<OwnerReference> newOwners) {
    return with(draft -> draft.owners = newOwners);
  }

  public ObjectMeta withCreated(Duration at) {
    return with(draft -> draft.created = at);
  }

  public ObjectMeta withDeletion(Deletion newDeletion) {
    return with(draft -> draft.deletion = Optional.of(newDeletion));
  }

  public ObjectMeta withFinalizers(List<String> newFinalizers) {
    return with(draft -> draft.finalizers = newFinalizers);
  }

  public ObjectMeta withGeneration(long newGeneration) {
    return with(draft -> draft.generation = newGeneration);
  }

  public ObjectMeta withResourceVersion(long newResourceVersion) {
    return with(draft -> draft.resourceVersion = newResourceVersion);
  }

  /** The same while parts of it are being replaced. */
  private static final class Draft {
    private String uid;
    private String name;
    private String generateName;
    private String namespace;
    private Map<String, String> labels;
    private Map<String, String> annotations;
    private List<OwnerReference> owners;
    private Duration created;
    private Optional<Deletion> deletion;
    private List<String> finalizers;
    private long generation;
    private long resourceVersion;

    Draft(ObjectMeta from) {
      uid = from.uid;
      name = from.name;
      generateName = from.generateName;
      namespace = from.namespace;
      labels = from.labels;
      annotations = from.annotations;
      owners = from.owners;
      created = from.created;
      deletion = from.deletion;
      finalizers = from.finalizers;
      generation = from.generation;
      resourceVersion = from.resourceVersion;
    }

    ObjectMeta finished() {
      return new ObjectMeta(
          uid,
          name,
          generateName,
          namespace,
          labels,
          annotations,
          owners,
          created,
          deletion,
          finalizers,
          generation,
          resourceVersion);
    }
  }

  private ObjectMeta with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }
}
