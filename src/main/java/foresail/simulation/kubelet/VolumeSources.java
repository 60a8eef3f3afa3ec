package foresail.simulation.kubelet;

import foresail.model.ConfigData;
import foresail.model.KeyToPath;
import foresail.model.ServiceAccount;
import foresail.model.Volume;
import foresail.model.VolumeSource;
import foresail.simulation.api.Claim;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Kind;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what a volume is to show is there, in the words of the kubelet's volume plugins
 * (pkg/volume/{configmap,secret,projected,hostpath}, v1.36).
 */
final class VolumeSources {
  /** What a plain Linux node has; of other paths nothing is known, so they are not there. */
  private static final Set<String> HOST_DIRECTORIES =
      Set.of(
          "/",
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/etc/kubernetes",
          "/etc/ssl",
          "/etc/ssl/certs",
          "/home",
          "/lib",
          "/lib/modules",
          "/mnt",
          "/opt",
          "/proc",
          "/root",
          "/run",
          "/sbin",
          "/srv",
          "/sys",
          "/sys/fs/cgroup",
          "/tmp",
          "/usr",
          "/usr/local",
          "/var",
          "/var/lib",
          "/var/lib/kubelet",
          "/var/lib/kubelet/pods",
          "/var/log",
          "/var/log/containers",
          "/var/log/pods",
          "/var/run",
          "/var/tmp");

  private static final Set<String> HOST_FILES =
      Set.of("/etc/hostname", "/etc/hosts", "/etc/localtime", "/etc/machine-id", "/etc/passwd");

  private final ApiServer api;

  VolumeSources(ApiServer api) {
    this.api = api;
  }

  /** Whether admission gave the pod a volume with the token of its account. */
  boolean mountsToken(Pod pod) {
    Optional<Boolean> ofPod = pod.spec().automountServiceAccountToken();
    if (ofPod.isPresent()) {
      return ofPod.get();
    }
    String account = pod.spec().serviceAccountName();
    return api.get(
            Declared.SERVICE_ACCOUNT, pod.namespace(), account.isEmpty() ? "default" : account)
        .flatMap(declared -> declared.as(ServiceAccount.class))
        .flatMap(ServiceAccount::automountToken)
        .orElse(true);
  }

  /** Whether a volume shows what the API server holds, and follows it while it is mounted. */
  static boolean showsObjects(VolumeSource source) {
    return source instanceof VolumeSource.ConfigMap
        || source instanceof VolumeSource.Secret
        || source instanceof VolumeSource.DownwardApi
        || source instanceof VolumeSource.Projected;
  }

  /** Why a volume cannot be mounted now; empty where it can. */
  Optional<String> problem(Pod pod, Volume volume) {
    VolumeSource source = volume.source();
    String replacement = pod.assigned().claims().get(volume.name());
    if (replacement != null) {
      return claim(pod, replacement);
    }
    if (source instanceof VolumeSource.HostPath path) {
      return hostPath(path);
    }
    if (source instanceof VolumeSource.Claim claim) {
      return claim(pod, claim.claimName());
    }
    if (source instanceof VolumeSource.Projected projected) {
      var problems = new ArrayList<String>();
      for (VolumeSource part : projected.sources()) {
        data(pod, part).ifPresent(problems::add);
      }
      return problems.size() > 1
          ? Optional.of("[" + String.join(", ", problems) + "]")
          : problems.stream().findFirst();
    }
    if (source instanceof VolumeSource.Other other && other.type().equals("gitRepo")) {
      return Optional.of("git volumes are not supported");
    }
    return data(pod, source);
  }

  private Optional<String> data(Pod pod, VolumeSource source) {
    if (source instanceof VolumeSource.ConfigMap map) {
      return data(Declared.CONFIG_MAP, pod.namespace(), map.name(), map.optional(), map.items());
    }
    if (source instanceof VolumeSource.Secret secret) {
      return data(
          Declared.SECRET, pod.namespace(), secret.name(), secret.optional(), secret.items());
    }
    return Optional.empty();
  }

  private Optional<String> data(
      Kind<Declared> kind, String namespace, String name, boolean optional, List<KeyToPath> items) {
    String word = kind == Declared.SECRET ? "secret" : "configmap";
    Optional<Declared> found = api.get(kind, namespace, name);
    if (found.isEmpty()) {
      return optional ? Optional.empty() : Optional.of(word + " \"" + name + "\" not found");
    }
    Optional<ConfigData> data = found.get().as(ConfigData.class);
    if (optional || data.isEmpty()) {
      return Optional.empty();
    }
    Set<String> keys = data.get().keys();
    for (KeyToPath item : items) {
      if (!keys.contains(item.key())) {
        return Optional.of(
            (kind == Declared.SECRET ? "" : "configmap ")
                + "references non-existent "
                + (kind == Declared.SECRET ? "secret key: " : "config key: ")
                + item.key());
      }
    }
    return Optional.empty();
  }

  private Optional<String> claim(Pod pod, String name) {
    Optional<Claim> claim = api.get(Claim.KIND, pod.namespace(), name);
    String place = "error processing PVC " + pod.namespace() + "/" + name + ": ";
    if (claim.isEmpty()) {
      return Optional.of(
          place
              + "failed to fetch PVC from API server: persistentvolumeclaims \""
              + name
              + "\" not found");
    }
    return claim.get().bound() ? Optional.empty() : Optional.of(place + "PVC is not bound");
  }

  private static Optional<String> hostPath(VolumeSource.HostPath volume) {
    String path = trimmed(volume.path());
    String failure =
        switch (volume.type()) {
          case "Directory" -> HOST_DIRECTORIES.contains(path) ? "" : "is not a directory";
          case "File" -> HOST_FILES.contains(path) ? "" : "is not a file";
          case "Socket" ->
              path.endsWith(".sock") && path.startsWith("/run/") ? "" : "is not a socket file";
          case "CharDevice" -> path.startsWith("/dev/") ? "" : "is not a character device";
          case "BlockDevice" -> path.startsWith("/dev/") ? "" : "is not a block device";
          default -> "";
        };
    return failure.isEmpty()
        ? Optional.empty()
        : Optional.of("hostPath type check failed: " + volume.path() + " " + failure);
  }

  private static String trimmed(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
