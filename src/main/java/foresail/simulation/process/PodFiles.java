package foresail.simulation.process;

import foresail.model.ConfigData;
import foresail.model.Container;
import foresail.model.KeyToPath;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.model.VolumeSource;
import foresail.script.world.FileSystem;
import foresail.script.world.MemoryFiles;
import foresail.script.world.MountedFiles;
import foresail.script.world.Paths;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.kubelet.ConfigValues;
import foresail.simulation.kubelet.PodFields;
import foresail.simulation.store.ApiServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files that containers see: a root of their own, and volumes that live as long as the pod, the
 * node or the claim.
 */
final class PodFiles {
  /** Permissions of files for which a manifest names none (core/v1 defaults, v1.36). */
  private static final int READABLE = 0644;

  private static final String TOKEN_FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

  private final ApiServer api;
  private final Supplier<Instant> clock;
  private final Map<String, Map<String, MemoryFiles>> podVolumes = new HashMap<>();
  private final Map<String, MemoryFiles> lasting = new HashMap<>();

  PodFiles(ApiServer api, Supplier<Instant> clock) {
    this.api = api;
    this.clock = clock;
  }

  /** What a fresh container of a pod sees. */
  FileSystem container(Pod pod, Container container, String podIp) {
    var mounts = new ArrayList<MountedFiles.Mount>();
    boolean token = false;
    for (VolumeMount mount : container.volumeMounts()) {
      String path = Paths.resolve("/", mount.mountPath());
      token |= path.equals(TOKEN_FOLDER);
      volume(pod, mount.name(), podIp).ifPresent(files -> mounts.add(mounted(mount, path, files)));
    }
    if (!token) {
      mounts.add(new MountedFiles.Mount(TOKEN_FOLDER, token(pod), "/", true));
    }
    var root = new MemoryFiles(clock).withUsualRoot().withFile("/etc/hostname", pod.name());
    if (!BusyBox.isImage(container.image())) {
      root.withUnknownFiles();
    }
    for (MountedFiles.Mount mount : mounts) {
      root.withDirectory(mount.path());
    }
    boolean readOnly = container.securityContext().readOnlyRootFilesystem();
    return new MountedFiles(root, readOnly, mounts);
  }

  private static MountedFiles.Mount mounted(VolumeMount mount, String path, Files files) {
    String inside = mount.subPath().isEmpty() ? "/" : Paths.resolve("/", mount.subPath());
    if (!inside.equals("/") && files.files().status(inside).isEmpty() && !files.readOnly()) {
      files.files().withDirectory(inside); // the kubelet makes what a subPath names
    }
    return new MountedFiles.Mount(
        path, files.files(), inside, files.readOnly() || mount.readOnly());
  }

  /** A volume's files, and whether nobody may write to them. */
  private record Files(MemoryFiles files, boolean readOnly) {}

  private Optional<Files> volume(Pod pod, String name, String podIp) {
    String replacement = pod.assigned().claims().get(name);
    if (replacement != null) {
      return Optional.of(claim(pod, replacement));
    }
    for (Volume volume : pod.spec().volumes()) {
      if (volume.name().equals(name)) {
        return Optional.of(volume(pod, volume, podIp));
      }
    }
    return Optional.empty();
  }

  private Files volume(Pod pod, Volume volume, String podIp) {
    VolumeSource source = volume.source();
    if (source instanceof VolumeSource.HostPath path) {
      return new Files(
          lasting.computeIfAbsent(
              "node/" + pod.nodeName() + path.path(), unused -> new MemoryFiles(clock)),
          false);
    }
    if (source instanceof VolumeSource.Claim claim) {
      return claim(pod, claim.claimName());
    }
    if (source instanceof VolumeSource.Ephemeral) {
      return claim(pod, pod.name() + "-" + volume.name());
    }
    Map<String, MemoryFiles> ofPod =
        podVolumes.computeIfAbsent(pod.uid(), unused -> new HashMap<>());
    if (source instanceof VolumeSource.EmptyDir) {
      return new Files(
          ofPod.computeIfAbsent(volume.name(), unused -> new MemoryFiles(clock)), false);
    }
    // Filled anew for each container, as a volume is kept up to date while it is mounted.
    var files = new MemoryFiles(clock);
    fill(pod, source, podIp, READABLE, files);
    return new Files(files, true);
  }

  private Files claim(Pod pod, String name) {
    String key = "claim/" + pod.namespace() + "/" + name;
    return new Files(lasting.computeIfAbsent(key, unused -> new MemoryFiles(clock)), false);
  }

  private void fill(Pod pod, VolumeSource source, String podIp, int mode, MemoryFiles files) {
    if (source instanceof VolumeSource.ConfigMap map) {
      int usual = map.defaultMode().orElse(mode);
      fill(pod, Declared.CONFIG_MAP, map.name(), map.items(), usual, files);
    } else if (source instanceof VolumeSource.Secret secret) {
      int usual = secret.defaultMode().orElse(mode);
      fill(pod, Declared.SECRET, secret.name(), secret.items(), usual, files);
    } else if (source instanceof VolumeSource.DownwardApi api) {
      for (VolumeSource.DownwardFile file : api.items()) {
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

  private MemoryFiles token(Pod pod) {
    return new MemoryFiles(clock)
        .withFile("/namespace", pod.namespace())
        .withFile("/token", "token")
        .withFile("/ca.crt", "certificate");
  }

  void forget(Pod pod) {
    podVolumes.remove(pod.uid());
  }
}
