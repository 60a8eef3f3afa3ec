package foresail.schema.json;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.SequenceNode;
import foresail.source.Skipped;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A JSON Schema in a file, which may refer to places in itself and to files beside it. */
final class SchemaDocument {
  private final Path file;
  private final Node root;
  private final Map<String, Optional<SchemaDocument>> others = new ConcurrentHashMap<>();

  private SchemaDocument(Path file, Node root) {
    this.file = file;
    this.root = root;
  }

  /** A schema that stands in a manifest and refers to nothing. */
  static SchemaDocument of(Node root) {
    return new SchemaDocument(Path.of(""), root);
  }

  /** Reads a file; empty where it is no JSON object. */
  static Optional<SchemaDocument> read(Path file) {
    try {
      Sources sources =
          new SourceReader(ReadOptions.standard())
              .readText(file.toString(), Files.readString(file));
      Optional<Node> root =
          sources.manifests().isEmpty()
              ? sources.skipped().stream().findFirst().flatMap(Skipped::root)
              : Optional.of(sources.manifests().get(0).root());
      return root.filter(MappingNode.class::isInstance).map(node -> new SchemaDocument(file, node));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Node root() {
    return root;
  }

  /** A schema and the document that it stands in. */
  record Place(Node schema, SchemaDocument document) {}

  /** What a {@code $ref} means: {@code #/definitions/a}, {@code b.json}, {@code b.json#/c}. */
  Optional<Place> resolve(String reference) {
    int hash = reference.indexOf('#');
    String name = hash < 0 ? reference : reference.substring(0, hash);
    String pointer = hash < 0 ? "" : reference.substring(hash + 1);
    Optional<SchemaDocument> document = name.isEmpty() ? Optional.of(this) : other(name);
    return document.flatMap(d -> d.at(pointer).map(schema -> new Place(schema, d)));
  }

  private Optional<SchemaDocument> other(String name) {
    if (name.contains("://")) {
      return Optional.empty(); // the network is never asked
    }
    Optional<SchemaDocument> known = others.get(name);
    if (known == null) {
      known = readBeside(name);
      others.put(name, known);
    }
    return known;
  }

  private Optional<SchemaDocument> readBeside(String name) {
    try {
      return read(file.resolveSibling(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Node> at(String pointer) {
    Optional<Node> node = Optional.of(root);
    for (String step : pointer.split("/")) {
      if (!step.isEmpty()) {
        String key = step.replace("~1", "/").replace("~0", "~");
        node = node.flatMap(parent -> child(parent, key));
      }
    }
    return node;
  }

  private static Optional<Node> child(Node parent, String key) {
    if (parent instanceof SequenceNode list) {
      boolean index = key.length() < 6 && key.chars().allMatch(c -> c >= '0' && c <= '9');
      int at = index ? Integer.parseInt(key) : list.items().size();
      return at < list.items().size() ? Optional.of(list.items().get(at)) : Optional.empty();
    }
    return parent.get(key);
  }
}
