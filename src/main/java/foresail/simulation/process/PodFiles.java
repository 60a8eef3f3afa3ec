package foresail.simulation.process;

import foresail.model.Container;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.model.VolumeSource;
import foresail.notation.Quantity;
import foresail.script.world.FileSystem;
import foresail.script.world.MemoryFiles;
import foresail.script.world.MountedFiles;
import foresail.script.world.Paths;
import foresail.simulation.api.Pod;
import foresail.simulation.runtime.StorageUse;
import foresail.simulation.store.ApiServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The files that containers see: a root of their own, and volumes that live as long as the pod, the
 * node or the claim.
 */
final class PodFiles {
  private static final String TOKEN_FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

  private final Supplier<Instant> clock;
  private final PublishedFiles published;
  private final Map<String, Map<String, MemoryFiles>> podVolumes = new HashMap<>();
  private final Map<String, Map<String, Root>> roots = new HashMap<>();
  private final Map<String, MemoryFiles> lasting = new HashMap<>();

  PodFiles(ApiServer api, Supplier<Instant> clock) {
    this.clock = clock;
    this.published = new PublishedFiles(api, clock);
  }

  /**
   * What a fresh container of a pod sees.
   *
   * @param asRoot whether its processes may do everything
   */
  MountedFiles container(Pod pod, Container container, String podIp, boolean asRoot) {
    var mounts = new ArrayList<MountedFiles.Mount>();
    boolean token = false;
    for (VolumeMount mount : container.volumeMounts()) {
      String path = Paths.resolve("/", mount.mountPath());
      token |= path.equals(TOKEN_FOLDER);
      volume(pod, mount.name(), podIp)
          .map(files -> mounted(mount, path, files))
          .map(seen -> asRoot ? seen : ofOthers(pod, mount.name(), seen))
          .ifPresent(mounts::add);
    }
    if (!token) {
      mounts.add(new MountedFiles.Mount(TOKEN_FOLDER, token(pod), "/", true));
    }
    MemoryFiles root = root(pod, podIp);
    if (BusyBox.isImage(container.image())) {
      BusyBox.install(root);
    } else {
      root.withUnknownFiles();
    }
    for (MountedFiles.Mount mount : mounts) {
      root.withDirectory(mount.path());
    }
    roots
        .computeIfAbsent(pod.uid(), unused -> new LinkedHashMap<>())
        .put(container.name(), new Root(root, root.bytes()));
    boolean readOnly = container.securityContext().readOnlyRootFilesystem();
    FileSystem own = asRoot ? root : RootsFiles.ofImage(root);
    return new MountedFiles(own, readOnly, mounts);
  }

  /**
   * What every container has, among it the files that the kubelet mounts
   * (pkg/kubelet/kubelet_pods.go, network/dns/dns.go, v1.36).
   */
  private MemoryFiles root(Pod pod, String podIp) {
    String hostname = pod.assigned().hostname().isEmpty() ? pod.name() : pod.assigned().hostname();
    String zone = "svc.cluster.local";
    return new MemoryFiles(clock)
        .withUsualRoot()
        .withFile("/etc/hostname", hostname + "\n")
        .withFile(
            "/etc/hosts",
            "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n"
                + podIp
                + "\t"
                + hostname
                + "\n")
        .withFile(
            "/etc/resolv.conf",
            "search "
                + String.join(" ", pod.namespace() + "." + zone, zone, "cluster.local")
                + "\nnameserver 10.96.0.10\noptions ndots:5\n");
  }

  private static MountedFiles.Mount mounted(VolumeMount mount, String path, Files files) {
    boolean readOnly = files.readOnly() || mount.readOnly();
    if (mount.subPath().isEmpty()) {
      return new MountedFiles.Mount(path, files.files(), "/", readOnly);
    }
    String inside = Paths.resolve("/", mount.subPath());
    if (files.files().status(inside).isEmpty()) {
      files.files().withDirectory(inside); // the kubelet makes what a subPath names
    }
    // A file that is mounted by itself stays what it was when the container was made.
    MemoryFiles seen = files.published() ? files.files().asTheyAre() : files.files();
    return new MountedFiles.Mount(path, seen, inside, readOnly);
  }

  /** Folders of the node are root's, and so is what shows objects unless a group may read it. */
  private static MountedFiles.Mount ofOthers(Pod pod, String name, MountedFiles.Mount mount) {
    for (Volume volume : pod.spec().volumes()) {
      VolumeSource source = volume.source();
      boolean ofRoot =
          source instanceof VolumeSource.HostPath folder
              ? !folder.path().startsWith("/tmp")
              : mount.readOnly() && pod.spec().securityContext().fsGroup().isEmpty();
      if (volume.name().equals(name) && ofRoot) {
        return new MountedFiles.Mount(
            mount.path(), RootsFiles.all(mount.files()), mount.inside(), mount.readOnly());
      }
    }
    return mount;
  }

  /**
   * A container's own files.
   *
   * @param image the bytes that came with the image, which is no use of the pod's
   */
  private record Root(MemoryFiles files, long image) {
    long grown() {
      return Math.max(0, files.bytes() - image);
    }
  }

  /**
   * A volume's files.
   *
   * @param published whether they show what the API server holds: nobody may write to them
   */
  private record Files(MemoryFiles files, boolean published) {
    boolean readOnly() {
      return published;
    }
  }

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
    if (source instanceof VolumeSource.EmptyDir directory) {
      return new Files(
          ofPod.computeIfAbsent(volume.name(), unused -> emptyDirectory(directory)), false);
    }
    return new Files(
        ofPod.computeIfAbsent(volume.name(), unused -> published.of(pod, source, podIp)), true);
  }

  /** Brings what a volume shows of the API server up to date. */
  void refresh(Pod pod, Volume volume) {
    MemoryFiles files = podVolumes.getOrDefault(pod.uid(), Map.of()).get(volume.name());
    if (files != null) {
      files.becomeLike(published.of(pod, volume.source(), pod.status().podIp()));
    }
  }

  private Files claim(Pod pod, String name) {
    String key = "claim/" + pod.namespace() + "/" + name;
    return new Files(lasting.computeIfAbsent(key, unused -> new MemoryFiles(clock)), false);
  }

  private MemoryFiles token(Pod pod) {
    return new MemoryFiles(clock)
        .withFile("/namespace", pod.namespace())
        .withFile("/token", "token")
        .withFile("/ca.crt", "certificate");
  }

  /** What the pod's programs have filled of the disk: not what is kept elsewhere or in memory. */
  StorageUse use(Pod pod) {
    Map<String, Long> volumes = new LinkedHashMap<>();
    Map<String, MemoryFiles> ofPod = podVolumes.getOrDefault(pod.uid(), Map.of());
    for (Volume volume : pod.spec().volumes()) {
      MemoryFiles files = ofPod.get(volume.name());
      if (files != null && isOnDisk(volume.source())) {
        volumes.put(volume.name(), files.bytes());
      }
    }
    Map<String, Long> containers = new LinkedHashMap<>();
    roots
        .getOrDefault(pod.uid(), Map.of())
        .forEach((name, root) -> containers.put(name, root.grown()));
    return new StorageUse(volumes, containers);
  }

  /** Counts the files of a container that lie in memory. */
  LongSupplier inMemory(Pod pod, Container container) {
    var files = new ArrayList<MemoryFiles>();
    for (Volume volume : pod.spec().volumes()) {
      boolean mounted =
          container.volumeMounts().stream().anyMatch(mount -> mount.name().equals(volume.name()));
      if (mounted
          && volume.source() instanceof VolumeSource.EmptyDir
          && !isOnDisk(volume.source())) {
        files.add(podVolumes.get(pod.uid()).get(volume.name()));
      }
    }
    MemoryFiles root = roots.get(pod.uid()).get(container.name()).files();
    return () -> {
      long most = root.bytesBelow("/dev/shm");
      for (MemoryFiles each : files) {
        most = Math.max(most, each.bytes());
      }
      return most;
    };
  }

  /** A volume in memory has no more room than its limit; on disk the limit evicts the pod. */
  private MemoryFiles emptyDirectory(VolumeSource.EmptyDir directory) {
    var files = new MemoryFiles(clock);
    Optional<Quantity> limit = directory.sizeLimit().filter(size -> size.sign() > 0);
    return limit.isPresent() && !isOnDisk(directory)
        ? files.withRoomFor(limit.get().roundedUp())
        : files;
  }

  private static boolean isOnDisk(VolumeSource source) {
    return source instanceof VolumeSource.EmptyDir directory && directory.medium().isEmpty();
  }

  void forget(Pod pod) {
    roots.remove(pod.uid());
    podVolumes.remove(pod.uid());
  }
}
