package foresail.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The argument vectors of containers in manifests that others wrote. */
final class RealScripts {
  private RealScripts() {}

  /** Each different vector below a folder of the shared data, in the order of the files' names. */
  static List<List<String>> below(String folder) {
    var root = Path.of("..", "shared", folder);
    Assumptions.assumeTrue(Files.isDirectory(root), root + " is not here");
    Set<List<String>> vectors = new LinkedHashSet<>();
    try (var paths = Files.walk(root)) {
      paths
          .filter(path -> path.toString().matches(".*\\.ya?ml"))
          .sorted()
          .forEach(path -> collect(path, vectors));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return List.copyOf(vectors);
  }

  private static void collect(Path path, Set<List<String>> vectors) {
    try {
      var text = Files.readString(path, StandardCharsets.UTF_8);
      if (text.contains("command:") || text.contains("args:")) {
        for (var document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
          collect(document, vectors);
        }
      }
    } catch (IOException | YamlEngineException unreadable) {
      // Files that are wrong on purpose, and templates.
    }
  }

  private static void collect(Object node, Set<List<String>> vectors) {
    if (node instanceof Map<?, ?> map) {
      var argv = new ArrayList<String>();
      add(map.get("command"), argv);
      add(map.get("args"), argv);
      if (!argv.isEmpty()) {
        vectors.add(List.copyOf(argv));
      }
      map.values().forEach(value -> collect(value, vectors));
    } else if (node instanceof List<?> list) {
      list.forEach(each -> collect(each, vectors));
    }
  }

  private static void add(Object words, List<String> argv) {
    if (words instanceof List<?> list) {
      list.forEach(word -> argv.add(String.valueOf(word)));
    }
  }
}
