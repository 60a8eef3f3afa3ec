package foresail.validation.update;

import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code kubectl apply} sends for an object that is there already: what the new manifest says,
 * without what only the old one said, and with what the server had filled in
 * (apimachinery/pkg/util/strategicpatch/patch.go, CreateThreeWayMergePatch, v1.36).
 */
public final class Apply {
  /** Items of these lists are the same where this key is; all other lists are replaced. */
  private static final Map<String, String> MERGE_KEYS =
      Map.ofEntries(
          Map.entry("containers", "name"),
          Map.entry("initContainers", "name"),
          Map.entry("ephemeralContainers", "name"),
          Map.entry("env", "name"),
          Map.entry("volumes", "name"),
          Map.entry("volumeMounts", "mountPath"),
          Map.entry("volumeDevices", "devicePath"),
          Map.entry("imagePullSecrets", "name"),
          Map.entry("resourceClaims", "name"),
          Map.entry("schedulingGates", "name"),
          Map.entry("topologySpreadConstraints", "topologyKey"),
          Map.entry("hostAliases", "ip"),
          Map.entry("secrets", "name"),
          Map.entry("webhooks", "name"));

  /** An item of a volume has one source: what the server had filled in for another one goes. */
  private static final Set<String> RETAINING = Set.of("volumes", "strategy");

  /** The server keeps a twin of it, from which it comes back. */
  private static final Set<String> KEPT = Set.of("serviceAccountName");

  private final boolean secret;
  private final boolean custom;

  private Apply(boolean secret, boolean custom) {
    this.secret = secret;
    this.custom = custom;
  }

  /**
   * The object that the server validates, but for its defaults.
   *
   * @param stored the old manifest with the server's defaults
   * @param custom whether it is a custom resource, of which lists are replaced as a whole
   * @param applied the new one; what is a default in it counts as not written, and a null is the
   *     wish to remove what is there
   */
  public static Manifest merged(Manifest stored, Manifest applied, boolean custom) {
    boolean secret = !custom && applied.id().kind().equals("Secret");
    Apply apply = new Apply(secret, custom);
    MappingNode root = apply.objects(stored.root(), applied.root(), "");
    return new Manifest(applied.id(), applied.document(), root, applied.comments());
  }

  private MappingNode objects(MappingNode was, MappingNode now, String name) {
    List<MappingNode.Entry> merged = new ArrayList<>(now.entries().size());
    for (MappingNode.Entry entry : now.entries()) {
      if (isWritten(entry, name) && !isNull(entry.value())) {
        Node value =
            was.get(entry.name())
                .map(old -> values(old, entry.value(), entry.name()))
                .orElse(entry.value());
        merged.add(new MappingNode.Entry(entry.key(), value));
      }
    }
    for (MappingNode.Entry entry : was.entries()) {
      boolean written = now.entry(entry.name()).filter(own -> isWritten(own, name)).isPresent();
      if (!written && isCarriedOver(entry) && (custom || !RETAINING.contains(name))) {
        merged.add(entry);
      }
    }
    return new MappingNode(merged, now.span());
  }

  private static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && scalar.isNull();
  }

  /** Of a Secret's data all is written: what is added comes from stringData. */
  private boolean isWritten(MappingNode.Entry entry, String parent) {
    boolean data = parent.equals("data") || (parent.isEmpty() && entry.name().equals("data"));
    return !entry.value().added() || (secret && data);
  }

  private boolean isCarriedOver(MappingNode.Entry entry) {
    return entry.value().added() || (!custom && KEPT.contains(entry.name()));
  }

  private Node values(Node was, Node now, String name) {
    if (was instanceof MappingNode old && now instanceof MappingNode applied) {
      return objects(old, applied, name);
    }
    if (was instanceof SequenceNode old && now instanceof SequenceNode applied) {
      return lists(old, applied, name);
    }
    return now;
  }

  private SequenceNode lists(SequenceNode was, SequenceNode now, String name) {
    if (custom) {
      return now;
    }
    List<Node> merged = new ArrayList<>(now.items().size());
    for (Node item : now.items()) {
      Optional<MappingNode> old = partner(was, item, name);
      merged.add(
          old.isPresent() && item instanceof MappingNode applied
              ? objects(old.get(), applied, name)
              : item);
    }
    return new SequenceNode(merged, now.span());
  }

  /** The item of the old list that a new one continues. */
  private static Optional<MappingNode> partner(SequenceNode was, Node item, String name) {
    Optional<String> mergeKey = mergeKey(name, item);
    if (mergeKey.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> wanted = item.get(mergeKey.get());
    for (Node old : was.items()) {
      if (old instanceof MappingNode candidate
          && wanted.isPresent()
          && candidate.get(mergeKey.get()).filter(wanted.get()::sameValue).isPresent()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** A container's ports are told apart by one key, a Service's by another. */
  private static Optional<String> mergeKey(String list, Node item) {
    if (list.equals("ports")) {
      return Optional.of(item.get("containerPort").isPresent() ? "containerPort" : "port");
    }
    return Optional.ofNullable(MERGE_KEYS.get(list));
  }
}
