package foresail.policy;

import foresail.cel.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** What expressions see of the request that creates an object; who sends it is not known. */
final class AdmissionRequest {
  private AdmissionRequest() {}

  static Map<String, Object> of(Candidate candidate) {
    ResourceType type = candidate.type();
    Map<String, Object> kind = version(type);
    kind.put("kind", type.kind());
    Map<String, Object> resource = version(type);
    resource.put("resource", type.resource());
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("kind", kind);
    request.put("resource", resource);
    request.put("subResource", "");
    request.put("requestKind", kind);
    request.put("requestResource", resource);
    request.put("requestSubResource", "");
    request.put("name", candidate.name().<Object>map(name -> name).orElse(Values.UNKNOWN));
    request.put(
        "namespace",
        type.namespaced()
            ? candidate.namespace().<Object>map(name -> name).orElse(Values.UNKNOWN)
            : "");
    request.put("operation", "CREATE");
    request.put("userInfo", Values.UNKNOWN);
    request.put("dryRun", false);
    request.put("options", Values.UNKNOWN);
    return request;
  }

  private static Map<String, Object> version(ResourceType type) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("group", type.group());
    values.put("version", type.version());
    return values;
  }
}
