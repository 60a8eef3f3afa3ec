package foresail.policy;

import foresail.cel.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What admission adds to a pod before policies see it: an account with its token, tolerations
 * (plugin/pkg/admission/serviceaccount and defaulttolerationseconds, v1.36).
 */
final class AdmittedPod {
  private static final String TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount";

  private AdmittedPod() {}

  /**
   * @param limited whether a LimitRange decides on resources too
   */
  static void complete(Map<String, Object> pod, boolean limited) {
    Map<String, Object> spec = ServerForm.below(pod, "spec");
    if (limited) {
      eachContainer(spec, container -> container.put("resources", Values.UNKNOWN));
    }
    spec.putIfAbsent("serviceAccountName", "default");
    spec.putIfAbsent("serviceAccount", spec.get("serviceAccountName"));
    spec.putIfAbsent("priority", spec.containsKey("priorityClassName") ? Values.UNKNOWN : 0L);
    tolerations(spec);
    if (!Boolean.FALSE.equals(spec.get("automountServiceAccountToken"))) {
      token(spec);
    }
  }

  private static void tolerations(Map<String, Object> spec) {
    if (spec.get("tolerations") == Values.UNKNOWN) {
      return;
    }
    List<Object> tolerations = ServerForm.list(spec, "tolerations");
    for (String key : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
      if (tolerations.stream().noneMatch(one -> tolerates(one, key))) {
        Map<String, Object> added = new LinkedHashMap<>();
        added.put("key", key);
        added.put("operator", "Exists");
        added.put("effect", "NoExecute");
        added.put("tolerationSeconds", 300L);
        tolerations.add(added);
      }
    }
  }

  private static boolean tolerates(Object toleration, String key) {
    return toleration instanceof Map<?, ?> map
        && List.of("", key).contains(Objects.requireNonNullElse(map.get("key"), ""))
        && List.of("", "NoExecute").contains(Objects.requireNonNullElse(map.get("effect"), ""));
  }

  private static void token(Map<String, Object> spec) {
    Map<String, Object> volume = new LinkedHashMap<>();
    volume.put("name", Values.UNKNOWN);
    volume.put("projected", Values.UNKNOWN);
    if (spec.get("volumes") != Values.UNKNOWN) {
      ServerForm.list(spec, "volumes").add(volume);
    }
    eachContainer(spec, AdmittedPod::mount);
  }

  private static void eachContainer(
      Map<String, Object> spec, Consumer<Map<String, Object>> action) {
    for (String field : List.of("containers", "initContainers")) {
      if (spec.get(field) instanceof List<?> containers) {
        for (Object container : containers) {
          if (container instanceof Map<?, ?> map) {
            action.accept(ServerForm.fields(map));
          }
        }
      }
    }
  }

  private static void mount(Map<String, Object> container) {
    if (container.get("volumeMounts") == Values.UNKNOWN) {
      return;
    }
    List<Object> mounts = ServerForm.list(container, "volumeMounts");
    boolean taken =
        mounts.stream()
            .anyMatch(one -> one instanceof Map<?, ?> at && TOKEN.equals(at.get("mountPath")));
    if (!taken) {
      Map<String, Object> mount = new LinkedHashMap<>();
      mount.put("name", Values.UNKNOWN);
      mount.put("readOnly", true);
      mount.put("mountPath", TOKEN);
      mounts.add(mount);
    }
  }

  /** Labels that a controller adds to its pods; their values are its own. */
  static List<String> addedLabels(String kind) {
    return switch (kind) {
      case "Deployment", "ReplicaSet" -> List.of("pod-template-hash");
      case "StatefulSet" ->
          List.of(
              "apps.kubernetes.io/pod-index",
              "controller-revision-hash",
              "statefulset.kubernetes.io/pod-name");
      case "DaemonSet" -> List.of("controller-revision-hash", "pod-template-generation");
      case "Job", "CronJob" ->
          List.of(
              "batch.kubernetes.io/controller-uid",
              "batch.kubernetes.io/job-name",
              "controller-uid",
              "job-name");
      default -> List.of();
    };
  }
}
