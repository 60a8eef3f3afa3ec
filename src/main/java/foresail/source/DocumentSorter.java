package foresail.source;

import foresail.source.MappingNode.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the objects of a file from other documents, and takes Lists apart. */
final class DocumentSorter {
  private static final String RULE = "not-an-object";

  private final KnownNames names;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>(0);

  /** Documents that count as flaws where others of the file are objects. */
  private final List<Problem> loose = new ArrayList<>(0);

  DocumentSorter(KnownNames names) {
    this.names = names;
  }

  List<Manifest> manifests() {
    return manifests;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  /** What is wrong with the documents of the file, once all were added. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    if (!manifests.isEmpty()) {
      all.addAll(loose);
    }
    return all;
  }

  /**
   * Sorts a document.
   *
   * @param named whether its file was named on the command line, and not found in a folder
   * @return whether it is Kubernetes' or kustomize's, so that its flaws are of interest
   */
  boolean add(SourceFile file, int number, Node root, List<Comment> comments, boolean named) {
    Optional<Skipped.Kind> other = OtherFiles.kind(file.path(), root);
    if (other.isPresent()) {
      skipped.add(new Skipped(file, number, other.get(), Optional.of(root)));
      return other.get() == Skipped.Kind.KUSTOMIZATION;
    }
    int before = manifests.size();
    if (root instanceof MappingNode mapping) {
      object(mapping, number, comments, named);
    } else {
      skipped.add(new Skipped(file, number, Skipped.Kind.NOT_AN_OBJECT, Optional.of(root)));
      loose(root, number, named);
    }
    return manifests.size() > before;
  }

  /** A list or a single value: other tools have those too, so it takes more to call it a flaw. */
  private void loose(Node root, int number, boolean named) {
    boolean list = root instanceof SequenceNode;
    boolean ofObjects = list && startsWithObject((SequenceNode) root);
    String message =
        ofObjects
            ? "this is a list of objects, which kubectl does not read; put --- between them, or"
                + " make it a List"
            : "this document is a " + (list ? "list" : "single value") + " and no object";
    Problem problem = Problem.of(RULE, message, firstLine(root.span())).inDocument(number);
    (named || ofObjects ? problems : loose).add(problem);
  }

  private static boolean startsWithObject(SequenceNode list) {
    return !list.items().isEmpty()
        && list.items().get(0).string("apiVersion").isPresent()
        && list.items().get(0).string("kind").isPresent();
  }

  private void object(MappingNode root, int number, List<Comment> comments, boolean named) {
    Optional<String> version = root.string("apiVersion").filter(text -> !text.isEmpty());
    Optional<String> kind = root.string("kind").filter(text -> !text.isEmpty());
    if (version.isPresent() && kind.isPresent()) {
      Optional<SequenceNode> items = items(root, kind.get());
      if (items.isPresent()) {
        list(root, items.get(), number, comments);
      } else {
        manifests.add(new Manifest(id(root, version.get(), kind.get()), number, root, comments));
      }
      return;
    }
    SourceFile file = root.span().file();
    boolean broken =
        version.map(names::isBuiltInApiVersion).orElse(false)
            || kind.map(names::isBuiltInKind).orElse(false);
    if (broken || named) {
      String missing =
          version.isPresent() ? "kind" : kind.isPresent() ? "apiVersion" : "apiVersion and kind";
      problems.add(
          Problem.of(RULE, "this object has no " + missing, firstLine(root.span()))
              .inDocument(number));
    }
    Skipped.Kind what =
        OtherFiles.looksLikePatch(root)
            ? Skipped.Kind.PATCH
            : file.path().endsWith(".json") ? Skipped.Kind.OTHER_JSON : Skipped.Kind.OTHER_YAML;
    skipped.add(new Skipped(file, number, what, Optional.of(root)));
  }

  private static Optional<SequenceNode> items(MappingNode root, String kind) {
    return root.get("items")
        .filter(node -> kind.endsWith("List") && node instanceof SequenceNode)
        .map(SequenceNode.class::cast);
  }

  /**
   * Items must be objects. As decodeToList of apimachinery (unstructured/helpers.go) does: PodList
   * makes Pods.
   */
  private void list(MappingNode list, SequenceNode items, int number, List<Comment> comments) {
    for (Node item : items.items()) {
      if (item instanceof MappingNode mapping) {
        object(typed(mapping, list), number, comments, true);
      } else {
        problems.add(
            Problem.of(RULE, "this item of the List is no object", firstLine(item.span()))
                .inDocument(number));
      }
    }
  }

  private static MappingNode typed(MappingNode item, MappingNode list) {
    ScalarNode kind = (ScalarNode) list.get("kind").orElseThrow();
    if (kind.text().equals("List")
        || item.get("kind").isPresent()
        || item.get("apiVersion").isPresent()) {
      return item;
    }
    ScalarNode version = (ScalarNode) list.get("apiVersion").orElseThrow();
    List<Entry> entries = new ArrayList<>(item.entries().size() + 2);
    entries.add(added("apiVersion", version.text(), version.span()));
    entries.add(
        added(
            "kind", kind.text().substring(0, kind.text().length() - "List".length()), kind.span()));
    entries.addAll(item.entries());
    return new MappingNode(entries, item.span());
  }

  private static Entry added(String key, String value, Span span) {
    return new Entry(
        ScalarNode.added(key, ScalarType.STRING, span),
        ScalarNode.added(value, ScalarType.STRING, span));
  }

  private static ObjectId id(MappingNode root, String version, String kind) {
    Optional<Node> metadata = root.get("metadata");
    String namespace = metadata.flatMap(node -> node.string("namespace")).orElse("");
    String name =
        metadata
            .flatMap(node -> node.string("name").or(() -> node.string("generateName")))
            .orElse("");
    return new ObjectId(version, kind, namespace, name);
  }

  private static Span firstLine(Span span) {
    if (span.line() == span.endLine()) {
      return span;
    }
    SourceFile file = span.file();
    int end = file.line(span.line()).codePointCount(0, file.line(span.line()).length()) + 1;
    return new Span(file, span.line(), span.column(), span.line(), Math.max(end, span.column()));
  }
}
