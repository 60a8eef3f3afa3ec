package foresail.policy;

import foresail.cel.Values;
import java.util.List;
import java.util.Map;

/**
 * What the server itself writes into new objects before policies see them, and of which nobody
 * knows the value: addresses and ports of Services (pkg/registry/core/service/storage, v1.36), the
 * selector of Jobs (pkg/registry/batch/job/strategy.go).
 */
final class SetByServer {
  private SetByServer() {}

  /**
   * @param object fresh values of an object, changed in place
   */
  static void mark(ResourceType type, Map<String, Object> object) {
    switch (type.group() + "/" + type.kind()) {
      case "/Service" -> service(ServerForm.below(object, "spec"));
      case "batch/Job" -> job(ServerForm.below(object, "spec"));
      default -> {}
    }
  }

  private static void service(Map<String, Object> spec) {
    if ("ExternalName".equals(spec.get("type"))) {
      return;
    }
    for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
      spec.putIfAbsent(field, Values.UNKNOWN);
    }
    boolean onNodes =
        "NodePort".equals(spec.get("type")) || "LoadBalancer".equals(spec.get("type"));
    if (onNodes && spec.get("ports") instanceof List<?> ports) {
      for (Object port : ports) {
        if (port instanceof Map<?, ?> map) {
          ServerForm.fields(map).putIfAbsent("nodePort", Values.UNKNOWN);
        }
      }
    }
  }

  private static void job(Map<String, Object> spec) {
    spec.putIfAbsent("selector", Values.UNKNOWN);
    Map<String, Object> template = ServerForm.below(spec, "template");
    Map<String, Object> metadata = ServerForm.below(template, "metadata");
    if (metadata.get("labels") != Values.UNKNOWN) {
      Map<String, Object> labels = ServerForm.below(metadata, "labels");
      AdmittedPod.addedLabels("Job").forEach(key -> labels.putIfAbsent(key, Values.UNKNOWN));
    }
  }
}
