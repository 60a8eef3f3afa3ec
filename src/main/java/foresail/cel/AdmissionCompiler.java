package foresail.cel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles the expressions of one admission policy, whose variables build on each other, or of
 * webhooks (apiserver/pkg/admission/plugin/cel/compile.go and composition.go, v1.36).
 */
public final class AdmissionCompiler {
  private static final String VARIABLES = "variables";
  private static final CelType STRINGS = CelType.listOf(CelType.STRING);

  private final int release;
  private final boolean params;
  private final boolean patches;
  private final Map<String, CelType> variables = new LinkedHashMap<>();
  private final Map<Boolean, Environment> environments = new LinkedHashMap<>();
  private boolean composed;

  /**
   * @param release the server's minor version: 36 for Kubernetes 1.36
   * @param params whether there is {@code params}
   * @param patches whether {@code Object{}} and {@code JSONPatch{}} can be made
   */
  public AdmissionCompiler(int release, boolean params, boolean patches) {
    this.release = release;
    this.params = params;
    this.patches = patches;
  }

  /** Makes {@code variables} known, which is unknown to a policy that declares none. */
  public void compose() {
    composed = true;
    environments.clear();
  }

  /** Compiles a variable; expressions from now on may name it, whatever became of it. */
  public Compilation variable(String name, String text) {
    Compilation compilation = environment(true).compile(text, List.of());
    variables.put(name, compilation.expression().map(Expression::type).orElse(CelType.DYN));
    environments.clear();
    return compilation;
  }

  /** A match condition: it may not name variables. */
  public Compilation condition(String text) {
    Map<String, CelType> declared = declared(true);
    declared.remove(VARIABLES);
    return new Environment(new Declarations(release, declared))
        .compile(text, List.of(CelType.BOOL));
  }

  /** What an object has to fulfil. */
  public Compilation validation(String text) {
    return environment(true).compile(text, List.of(CelType.BOOL));
  }

  /** What is told to who is refused: the authorizer cannot be asked. */
  public Compilation message(String text) {
    return environment(false).compile(text, List.of(CelType.STRING));
  }

  /** The value of an audit annotation. */
  public Compilation annotation(String text) {
    return environment(true).compile(text, List.of(CelType.STRING, CelType.NULL));
  }

  /** A change as an object with the changed fields. */
  public Compilation applyConfiguration(String text) {
    return environment(true).compile(text, List.of(new CelType.ObjectOf("Object", Map.of())));
  }

  /** A change as a list of operations. */
  public Compilation jsonPatch(String text) {
    return environment(true)
        .compile(text, List.of(CelType.listOf(new CelType.ObjectOf("JSONPatch", Map.of()))));
  }

  private Environment environment(boolean authorizer) {
    return environments.computeIfAbsent(
        authorizer, key -> new Environment(new Declarations(release, declared(key), patches)));
  }

  private Map<String, CelType> declared(boolean authorizer) {
    Map<String, CelType> all = new LinkedHashMap<>();
    all.put("object", CelType.DYN);
    all.put("oldObject", CelType.DYN);
    all.put("namespaceObject", NAMESPACE);
    all.put("request", REQUEST);
    if (params) {
      all.put("params", CelType.DYN);
    }
    if (authorizer) {
      all.put("authorizer", opaque("Authorizer"));
      all.put("authorizer.requestResource", opaque("ResourceCheck"));
    }
    if (composed) {
      all.put(VARIABLES, new CelType.ObjectOf("kubernetes.variables", variables));
    }
    return all;
  }

  private static CelType opaque(String name) {
    return new CelType.Opaque("kubernetes.authorization." + name);
  }

  private static final CelType GROUP_VERSION_KIND =
      object("GroupVersionKind", "group", "version", "kind");
  private static final CelType GROUP_VERSION_RESOURCE =
      object("GroupVersionResource", "group", "version", "resource");

  private static final CelType USER =
      object(
          "UserInfo",
          "username",
          "uid",
          Map.of("groups", STRINGS),
          Map.of("extra", CelType.mapOf(STRINGS)));

  /** The request that brings the object. */
  static final CelType REQUEST =
      object(
          "AdmissionRequest",
          Map.of("kind", GROUP_VERSION_KIND),
          Map.of("resource", GROUP_VERSION_RESOURCE),
          "subResource",
          Map.of("requestKind", GROUP_VERSION_KIND),
          Map.of("requestResource", GROUP_VERSION_RESOURCE),
          "requestSubResource",
          "name",
          "namespace",
          "operation",
          Map.of("userInfo", USER),
          Map.of("dryRun", CelType.BOOL),
          Map.of("options", CelType.DYN));

  private static final CelType NAMESPACE_METADATA =
      object(
          "NamespaceMetadata",
          "name",
          "generateName",
          "namespace",
          Map.of("labels", CelType.mapOf(CelType.STRING)),
          Map.of("annotations", CelType.mapOf(CelType.STRING)),
          "UID",
          Map.of("creationTimestamp", CelType.TIMESTAMP),
          Map.of("deletionGracePeriodSeconds", CelType.INT),
          Map.of("deletionTimestamp", CelType.TIMESTAMP),
          Map.of("generation", CelType.INT),
          "resourceVersion",
          Map.of("finalizers", STRINGS));
  private static final CelType NAMESPACE_CONDITION =
      object(
          "NamespaceCondition",
          "status",
          "type",
          Map.of("lastTransitionTime", CelType.TIMESTAMP),
          "message",
          "reason");

  /** The namespace of the object, without the parts that few ask for. */
  static final CelType NAMESPACE =
      object(
          "Namespace",
          Map.of("metadata", NAMESPACE_METADATA),
          Map.of("spec", object("NamespaceSpec", Map.of("finalizers", STRINGS))),
          Map.of(
              "status",
              object(
                  "NamespaceStatus",
                  Map.of("conditions", CelType.listOf(NAMESPACE_CONDITION)),
                  "phase")));

  /**
   * @param fields names of fields that are strings, and others with their types
   */
  private static CelType object(String name, Object... fields) {
    Map<String, CelType> all = new LinkedHashMap<>();
    for (Object field : fields) {
      if (field instanceof String string) {
        all.put(string, CelType.STRING);
      } else {
        ((Map<?, ?>) field).forEach((key, type) -> all.put((String) key, (CelType) type));
      }
    }
    return new CelType.ObjectOf("kubernetes." + name, all);
  }
}
