package foresail.simulation.process;

import foresail.model.ConfigData;
import foresail.model.KeyToPath;
import foresail.model.VolumeSource;
import foresail.script.world.MemoryFiles;
import foresail.script.world.Paths;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.kubelet.ConfigValues;
import foresail.simulation.kubelet.PodFields;
import foresail.simulation.store.ApiServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files of volumes that show what the API server holds: ConfigMaps, Secrets, fields of the pod,
 * its token.
 *
 * <p>Source: pkg/volume/{configmap,secret,downwardapi,projected}, v1.36.
 */
final class PublishedFiles {
  /** Permissions of files for which a manifest names none (core/v1 defaults, v1.36). */
  private static final int READABLE = 0644;

  private final ApiServer api;
  private final Supplier<Instant> clock;

  PublishedFiles(ApiServer api, Supplier<Instant> clock) {
    this.api = api;
    this.clock = clock;
  }

  /** What a volume shows now. */
  MemoryFiles of(Pod pod, VolumeSource source, String podIp) {
    var files = new MemoryFiles(clock);
    fill(pod, source, podIp, READABLE, files);
    return files;
  }

  private void fill(Pod pod, VolumeSource source, String podIp, int mode, MemoryFiles files) {
    if (source instanceof VolumeSource.ConfigMap map) {
      int usual = map.defaultMode().orElse(mode);
      fill(pod, Declared.CONFIG_MAP, map.name(), map.items(), usual, files);
    } else if (source instanceof VolumeSource.Secret secret) {
      int usual = secret.defaultMode().orElse(mode);
      fill(pod, Declared.SECRET, secret.name(), secret.items(), usual, files);
    } else if (source instanceof VolumeSource.DownwardApi fields) {
      for (VolumeSource.DownwardFile file : fields.items()) {
        String value = PodFields.value(pod, file.fieldPath(), podIp);
        files.withFile(Paths.resolve("/", file.path()), value);
      }
    } else if (source instanceof VolumeSource.ServiceAccountToken token) {
      files.withFile(Paths.resolve("/", token.path()), "token");
    } else if (source instanceof VolumeSource.Projected projected) {
      int usual = projected.defaultMode().orElse(mode);
      projected.sources().forEach(part -> fill(pod, part, podIp, usual, files));
    }
  }

  private void fill(
      Pod pod,
      Kind<Declared> kind,
      String name,
      List<KeyToPath> items,
      int mode,
      MemoryFiles files) {
    Optional<ConfigData> data =
        api.get(kind, pod.namespace(), name).flatMap(found -> found.as(ConfigData.class));
    if (data.isEmpty()) {
      return;
    }
    if (items.isEmpty()) {
      for (String key : data.get().keys()) {
        files.withFile("/" + key, ConfigValues.of(data.get(), key)).setMode("/" + key, mode);
      }
    }
    for (KeyToPath item : items) {
      if (data.get().keys().contains(item.key())) {
        String path = Paths.resolve("/", item.path());
        files.withFile(path, ConfigValues.of(data.get(), item.key()));
        files.setMode(path, item.mode().orElse(mode));
      }
    }
  }
}
