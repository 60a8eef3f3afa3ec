package foresail.model;

import foresail.source.Node;
import java.util.Optional;

/**
 * A variable in a container's environment.
 *
 * @param value empty where it comes from a source
 */
public record EnvVar(Node node, String name, String value, Optional<Source> source)
    implements Located {
  /** Where a value comes from. */
  public sealed interface Source {
    record ConfigMapKey(Node node, String name, String key, boolean optional)
        implements Source, Located {}

    record SecretKey(Node node, String name, String key, boolean optional)
        implements Source, Located {}

    /**
     * @param fieldPath as {@code metadata.namespace}, {@code status.podIP}, {@code
     *     metadata.labels['a']}
     */
    record PodField(String fieldPath) implements Source {}

    /**
     * @param container empty for the variable's own container
     */
    record ResourceField(String container, String resource) implements Source {}

    record FileKey(String volume, String path, String key, boolean optional) implements Source {}
  }

  static EnvVar of(Fields env) {
    return new EnvVar(
        env.node(),
        env.string("name"),
        env.string("value"),
        env.object("valueFrom").flatMap(EnvVar::source));
  }

  private static Optional<Source> source(Fields from) {
    return from.read(
            "configMapKeyRef",
            ref ->
                (Source)
                    new Source.ConfigMapKey(
                        ref.node(), ref.string("name"), ref.string("key"), ref.bool("optional")))
        .or(
            () ->
                from.read(
                    "secretKeyRef",
                    ref ->
                        new Source.SecretKey(
                            ref.node(),
                            ref.string("name"),
                            ref.string("key"),
                            ref.bool("optional"))))
        .or(() -> from.read("fieldRef", ref -> new Source.PodField(ref.string("fieldPath"))))
        .or(
            () ->
                from.read(
                    "resourceFieldRef",
                    ref ->
                        new Source.ResourceField(
                            ref.string("containerName"), ref.string("resource"))))
        .or(
            () ->
                from.read(
                    "fileKeyRef",
                    ref ->
                        new Source.FileKey(
                            ref.string("volumeName"),
                            ref.string("path"),
                            ref.string("key"),
                            ref.bool("optional"))));
  }
}
