package foresail.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Every small change of an object that a release can still decode: fields taken away, added, and
 * given the values that lie on, behind and far from the limits that the server has.
 */
public final class Changes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] KEYS = {"Bad_Key!", "a/b/c", "x", "example.com/x", "a".repeat(254)};
  private static final int[] SIZES = {2, 4, 9, 11, 17, 21, 33, 51, 65, 101, 257, 513, 1001};
  private static final String[] QUANTITIES = {"-1", "0", "1", "0.5", "100m", "3", "1Gi", "100Gi"};
  private static final long[] NUMBERS = {
    -2,
    -1,
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    9,
    10,
    11,
    15,
    16,
    22,
    23,
    30,
    31,
    80,
    100,
    101,
    254,
    255,
    256,
    511,
    512,
    599,
    600,
    1024,
    1800,
    1801,
    3600,
    3601,
    10_000,
    10_001,
    65_534,
    65_535,
    65_536,
    86_400,
    86_401,
    100_000,
    100_001,
    1_000_000_000,
    1_000_000_001,
    2147483646,
    2147483647,
    2147483648L,
    4294967296L,
    4294967297L
  };
  private static final String[] WORDS = words();

  private final Types types;
  private final List<Change> changes = new ArrayList<>();

  private Changes(Types types) {
    this.types = types;
  }

  public static List<Change> of(JsonNode object, Release release) {
    Types types = new Types(List.of(SchemaText.bundled()), release);
    Kind kind =
        Schema.of(release)
            .kinds()
            .find(object.path("apiVersion").stringValue(), object.path("kind").stringValue())
            .orElseThrow();
    Changes changes = new Changes(types);
    changes.struct(object, types.named(kind.type()), "");
    changes.changes.removeIf(
        change -> change.at().equals("/apiVersion") || change.at().equals("/kind"));
    return changes.changes;
  }

  private static String[] words() {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("", "x", "Bad_Name!", "a/b/c", "-a", "/abs", "../up", "a/../b", "a=b"));
    words.addAll(List.of("10.0.0.1", "127.0.0.1", "169.254.0.1", "0.0.0.0", "224.0.0.1", "::1"));
    words.addAll(
        List.of("fe80::1", "10.0.0.1/33", "10.0.0.0/8", "2001:db8::/32", "*", "*.x", "*/x"));
    words.addAll(
        List.of("https://x", "http://x", "https://x?y", "https://u@x", "https://x#y", "a.b"));
    words.addAll(List.of("\u0001", " a", "a:b", "a//b", "/a//b", "metadata.labels", "spec.x", "."));
    words.addAll(List.of("..", "..a", "$(A", "x/y", "kubernetes.io/x", "None", "Always", "Never"));
    words.addAll(List.of("OnFailure", "Recreate", "RollingUpdate", "OnDelete", "Local", "Cluster"));
    words.addAll(List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName", "Exists", "In"));
    words.addAll(List.of("NotIn", "DoesNotExist", "Gt", "Lt", "Equal", "NoExecute", "NoSchedule"));
    words.addAll(List.of("Localhost", "RuntimeDefault", "Unconfined", "Bidirectional", "Enabled"));
    words.addAll(
        List.of("IfPossible", "Block", "Windows", "windows", "linux", "Unmasked", "Managed"));
    words.addAll(
        List.of("Ignore", "FailIndex", "FailJob", "Count", "NonIndexed", "Indexed", "Failed"));
    words.addAll(List.of("TerminatingOrFailed", "TZ=UTC * * * * *", "0", "1-", "3-1", "0-9", "9"));
    words.addAll(
        List.of("Namespace", "Cluster", "Namespaced", "*/*", "a/*", "Value", "Utilization"));
    words.addAll(List.of("AverageValue", "Resource", "Object", "Pods", "External", "BestEffort"));
    words.addAll(List.of("Terminating", "PriorityClass", "CrossNamespacePodAffinity", "IPv4"));
    words.addAll(List.of("IPv6", "FQDN", "RequireDualStack", "ServiceAccount", "User", "Group"));
    words.addAll(List.of("ReadWriteOncePod", "Recycle", "Retain", "system-x", "kubernetes.io/tls"));
    words.addAll(List.of("PersistentVolumeClaim", "Pod", "Container", "Audit", "Warn", "Deny"));
    words.addAll(List.of("JSONPatch", "ApplyConfiguration", "Some", "status.podIP", "v1beta1"));
    words.addAll(List.of("foregroundDeletion", "orphan", "kubernetes", "requests.cpu", "cpu"));
    for (int length : new int[] {16, 53, 64, 65, 129, 254, 257, 1025, 4097, 32_769}) {
      words.add("a".repeat(length));
    }
    words.add("a.".repeat(150) + "a");
    return words.toArray(String[]::new);
  }

  private void put(String at, JsonNode value) {
    changes.add(new Change(at, Optional.of(value), 0));
  }

  private void struct(JsonNode object, Struct struct, String at) {
    for (Map.Entry<String, Type> field : struct.fields().entrySet()) {
      String below = Change.below(at, field.getKey());
      JsonNode value = object.get(field.getKey());
      if (value != null) {
        changes.add(new Change(below, Optional.empty(), 0));
      }
      field(Optional.ofNullable(value), field.getValue(), below);
    }
  }

  private void field(Optional<JsonNode> written, Type type, String at) {
    switch (type.shape()) {
      case STRUCT -> {
        put(at, NODES.objectNode());
        written.ifPresent(value -> struct(value, types.struct(type), at));
      }
      case LIST -> list(written, type.element().orElseThrow(), at);
      case MAP -> map(written, type.element().orElseThrow(), at);
      default -> samples(type).forEach(value -> put(at, value));
    }
  }

  /** Values of a scalar; of a struct an empty one. */
  private List<JsonNode> samples(Type type) {
    List<JsonNode> samples = new ArrayList<>();
    switch (type.shape()) {
      case STRING -> {
        for (String word : WORDS) {
          samples.add(NODES.stringNode(word));
        }
      }
      case INT32, INT64, DOUBLE -> {
        for (long number : NUMBERS) {
          samples.add(NODES.numberNode(number));
        }
      }
      case BOOL -> samples.addAll(List.of(NODES.booleanNode(true), NODES.booleanNode(false)));
      case QUANTITY -> {
        for (String quantity : QUANTITIES) {
          samples.add(NODES.stringNode(quantity));
        }
      }
      case INT_OR_STRING -> {
        for (int number : new int[] {-1, 0, 1, 65_536}) {
          samples.add(NODES.numberNode(number));
        }
        for (String word : new String[] {"0%", "10%", "101%", "x", "Bad_Name", "5"}) {
          samples.add(NODES.stringNode(word));
        }
      }
      case BYTES -> samples.addAll(List.of(NODES.stringNode(""), NODES.stringNode("YQ==")));
      case STRUCT -> samples.add(NODES.objectNode());
      default -> {}
    }
    return samples;
  }

  private void list(Optional<JsonNode> written, Type element, String at) {
    put(at, NODES.arrayNode());
    if (written.isEmpty() || written.get().isEmpty()) {
      samples(element).forEach(sample -> put(at, NODES.arrayNode().add(sample)));
      return;
    }
    JsonNode list = written.get();
    for (int i = 0; i < list.size(); i++) {
      changes.add(new Change(at + "/" + i, Optional.empty(), 0));
      put(at + "/" + list.size(), list.get(i));
      field(Optional.of(list.get(i)), element, at + "/" + i);
    }
    for (int size : SIZES) {
      changes.add(new Change(at, Optional.of(list.get(0)), size));
    }
  }

  private void map(Optional<JsonNode> written, Type element, String at) {
    put(at, NODES.objectNode());
    List<JsonNode> samples = samples(element);
    for (String key : KEYS) {
      JsonNode sample =
          samples.isEmpty() ? NODES.stringNode("a") : samples.get(samples.size() > 2 ? 2 : 0);
      if (element.shape() == Type.Shape.STRING) {
        sample = NODES.stringNode("a");
      }
      if (written.isPresent()) {
        put(Change.below(at, key), sample);
      } else {
        put(at, NODES.objectNode().set(key, sample));
      }
    }
    if (written.isPresent()) {
      for (Map.Entry<String, JsonNode> entry : written.get().properties()) {
        String below = Change.below(at, entry.getKey());
        changes.add(new Change(below, Optional.empty(), 0));
        field(Optional.of(entry.getValue()), element, below);
      }
    }
  }
}
