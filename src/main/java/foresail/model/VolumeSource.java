package foresail.model;

import foresail.notation.Quantity;
import foresail.source.MappingNode;
import foresail.source.Node;
import java.util.List;
import java.util.Optional;

/** Where the files of a volume come from. */
public sealed interface VolumeSource {
  /**
   * @param medium {@code Memory} for a tmpfs, else empty
   */
  record EmptyDir(String medium, Optional<Quantity> sizeLimit) implements VolumeSource {}

  /**
   * @param type empty for no check; else {@code Directory}, {@code FileOrCreate} and so on
   */
  record HostPath(Node node, String path, String type) implements VolumeSource, Located {}

  /**
   * @param items empty for all keys
   * @param defaultMode permissions of the files whose item has none; empty for 0644
   */
  record ConfigMap(
      Node node,
      String name,
      boolean optional,
      List<KeyToPath> items,
      Optional<Integer> defaultMode)
      implements VolumeSource, Located {}

  /**
   * @param items empty for all keys
   * @param defaultMode permissions of the files whose item has none; empty for 0644
   */
  record Secret(
      Node node,
      String name,
      boolean optional,
      List<KeyToPath> items,
      Optional<Integer> defaultMode)
      implements VolumeSource, Located {}

  /**
   * Several sources in one directory; each is a ConfigMap, Secret, ServiceAccountToken, DownwardApi
   * or Other.
   *
   * @param defaultMode permissions of the files whose item has none; empty for 0644
   */
  record Projected(Node node, List<VolumeSource> sources, Optional<Integer> defaultMode)
      implements VolumeSource, Located {}

  /** Only within {@link Projected}. */
  record ServiceAccountToken(String path) implements VolumeSource {}

  record DownwardApi(List<DownwardFile> items) implements VolumeSource {}

  record Claim(Node node, String claimName, boolean readOnly) implements VolumeSource, Located {}

  /** A claim that is made for the pod, named {@code POD-VOLUME}. */
  record Ephemeral(ClaimSpec claim) implements VolumeSource {}

  record Csi(String driver) implements VolumeSource {}

  record Image(Node node, String reference, String pullPolicy) implements VolumeSource, Located {}

  /**
   * @param type the field's name: {@code nfs}, {@code gitRepo} and so on
   */
  record Other(String type) implements VolumeSource {}

  /** A field of the pod in a file. */
  record DownwardFile(String path, String fieldPath) {
    static DownwardFile of(Fields item) {
      return new DownwardFile(item.string("path"), item.orEmpty("fieldRef").string("fieldPath"));
    }
  }

  /** The source among the fields of a volume, or of an item of a projected one. */
  static VolumeSource of(Fields volume) {
    if (volume.node() instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        if (!entry.name().equals("name") && entry.value() instanceof MappingNode) {
          return of(entry.name(), new Fields(entry.value()));
        }
      }
    }
    return new EmptyDir("", Optional.empty());
  }

  private static VolumeSource of(String type, Fields source) {
    return switch (type) {
      case "emptyDir" -> new EmptyDir(source.string("medium"), source.quantity("sizeLimit"));
      case "hostPath" -> new HostPath(source.node(), source.string("path"), source.string("type"));
      case "configMap" ->
          new ConfigMap(
              source.node(),
              source.string("name"),
              source.bool("optional"),
              source.list("items", KeyToPath::of),
              source.optionalInt("defaultMode"));
      case "secret" ->
          new Secret(
              source.node(),
              source.optionalString("secretName").orElseGet(() -> source.string("name")),
              source.bool("optional"),
              source.list("items", KeyToPath::of),
              source.optionalInt("defaultMode"));
      case "projected" ->
          new Projected(
              source.node(),
              source.list("sources", VolumeSource::of),
              source.optionalInt("defaultMode"));
      case "serviceAccountToken" -> new ServiceAccountToken(source.string("path"));
      case "downwardAPI" -> new DownwardApi(source.list("items", DownwardFile::of));
      case "persistentVolumeClaim" ->
          new Claim(source.node(), source.string("claimName"), source.bool("readOnly"));
      case "ephemeral" ->
          new Ephemeral(ClaimSpec.of(source.orEmpty("volumeClaimTemplate").orEmpty("spec")));
      case "csi" -> new Csi(source.string("driver"));
      case "image" ->
          new Image(source.node(), source.string("reference"), source.string("pullPolicy"));
      default -> new Other(type);
    };
  }
}
