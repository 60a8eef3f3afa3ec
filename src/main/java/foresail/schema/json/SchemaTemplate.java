package foresail.schema.json;

import foresail.source.ObjectId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the JSON Schema of a kind lies: a path with variables between double braces, as kubeconform
 * reads them ({@code schemas/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json}).
 *
 * @param path absolute, or relative to the working folder
 * @param release {@code 1.36}
 */
record SchemaTemplate(String path, String release) {
  /** The name of a variable that there is not; empty where all are known. */
  static Optional<String> unknownVariable(String path) {
    ObjectId any = new ObjectId("a/v1", "A", "", "");
    for (int at = path.indexOf("{{"); at >= 0; at = path.indexOf("{{", at + 2)) {
      int end = path.indexOf("}}", at);
      String name = end < 0 ? path.substring(at) : path.substring(at + 2, end).strip();
      if (end < 0 || value(name, any, "", "").isEmpty()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /**
   * The files in which the schema of an object's kind may lie, the best first; none need exist.
   * Where there is a choice, the strict schema is the better one.
   */
  List<Path> files(ObjectId object) {
    Path strict = file(object, "-strict");
    Path other = file(object, "");
    return strict.equals(other) ? List.of(strict) : List.of(strict, other);
  }

  private Path file(ObjectId object, String strictness) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = path.indexOf("{{"); at >= 0; at = path.indexOf("{{", from)) {
      int end = path.indexOf("}}", at);
      if (end < 0) {
        break;
      }
      String name = path.substring(at + 2, end).strip();
      text.append(path, from, at).append(plain(value(name, object, release, strictness)));
      from = end + 2;
    }
    return Path.of(text.append(path, from, path.length()).toString());
  }

  /** What manifests say may not lead out of the folder. */
  private static String plain(Optional<String> given) {
    String value = given.orElse("");
    StringBuilder plain = new StringBuilder(value.length());
    value
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' ? c : '_')
        .forEach(plain::appendCodePoint);
    return plain.toString().replace("..", "__");
  }

  private static Optional<String> value(
      String name, ObjectId object, String release, String strictness) {
    String group = object.group();
    String version = object.apiVersion().substring(object.apiVersion().indexOf('/') + 1);
    int dot = group.indexOf('.');
    String first = dot < 0 ? group : group.substring(0, dot);
    return switch (name) {
      case ".Group" -> Optional.of(group);
      case ".ResourceKind" -> Optional.of(object.kind().toLowerCase(Locale.ROOT));
      case ".ResourceAPIVersion" -> Optional.of(version);
      case ".KindSuffix" ->
          Optional.of(
              ("-" + (first.isEmpty() ? "" : first + "-") + version).toLowerCase(Locale.ROOT));
      case ".NormalizedKubernetesVersion" -> Optional.of("v" + release + ".0");
      case ".StrictSuffix" -> Optional.of(strictness);
      default -> Optional.empty();
    };
  }
}
