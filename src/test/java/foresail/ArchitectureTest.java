package foresail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may know which: the table, held against the import lines of the sources. */
final class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** The package of {@code Foresail.java}, which runs the stages. */
  private static final String TOP = "foresail";

  /**
   * Every arrow that is allowed, from a package to those that it may import; packages below one
   * count as that one. An arrow that is not here is a decision: add it in a commit that says why.
   */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("notation", Set.of()),
          Map.entry("source", Set.of()),
          Map.entry("finding", Set.of("source")),
          Map.entry("git", Set.of()),
          Map.entry("script", Set.of()),
          Map.entry("cel", Set.of("notation", "source")),
          Map.entry("config", Set.of("notation", "source", "finding")),
          Map.entry("schema", Set.of("notation", "source", "finding", "cel")),
          Map.entry("validation", Set.of("notation", "source", "finding", "schema", "cel")),
          Map.entry("model", Set.of("notation", "source", "finding")),
          // One arithmetic of limits, quotas and Pod Security for the rules and the simulation.
          Map.entry("admission", Set.of("notation", "source", "model")),
          Map.entry("graph", Set.of("notation", "source", "finding", "model", "config")),
          Map.entry(
              "simulation",
              Set.of(
                  "notation",
                  "source",
                  "finding",
                  "model",
                  "admission",
                  "graph",
                  "script",
                  "config")),
          Map.entry(
              "prediction",
              Set.of("notation", "source", "finding", "model", "graph", "simulation", "config")),
          Map.entry("recording", Set.of("source", "model", "simulation", "prediction")),
          Map.entry(
              "rule",
              Set.of(
                  "notation",
                  "source",
                  "finding",
                  "model",
                  "admission",
                  "graph",
                  "script",
                  "simulation",
                  "prediction",
                  "config",
                  "policy",
                  "cel")),
          Map.entry("policy", Set.of("notation", "source", "finding", "model", "graph", "cel")),
          Map.entry("output", Set.of("source", "finding", "simulation", "prediction", "recording")),
          Map.entry(TOP, Set.of("*")),
          Map.entry("cli", Set.of("*")));

  /** Each library, and the packages that may know it. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.snakeyaml.", Set.of("source"),
          "com.networknt.", Set.of("schema"),
          "tools.jackson.", Set.of("config", "schema"),
          "picocli.", Set.of("cli"),
          "dev.cel.", Set.of("cel"),
          // These two come with CEL, whose values and types are theirs.
          "com.google.common.", Set.of("cel"),
          "com.google.re2j.", Set.of("cel", "schema"));

  @Test
  void everyImportIsAnArrowOfTheTable() throws IOException {
    var wrong = new TreeSet<String>();
    var seen = new TreeMap<String, Set<String>>();
    for (Path file : sources()) {
      String from = packageOf(file);
      for (String imported : imports(file)) {
        if (imported.startsWith("foresail.")) {
          String to = packageOf(imported);
          if (to.equals(from)) {
            continue;
          }
          seen.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
          if (!allowed(from, to)) {
            wrong.add(from + " -> " + to + " (" + SOURCES.relativize(file) + ")");
          }
        } else {
          boolean known =
              imported.startsWith("java.")
                  || LIBRARIES.entrySet().stream()
                      .anyMatch(
                          library ->
                              imported.startsWith(library.getKey())
                                  && library.getValue().contains(from));
          if (!known) {
            wrong.add(from + " knows " + imported + " (" + SOURCES.relativize(file) + ")");
          }
        }
      }
    }
    assertEquals(Set.of(), wrong, "arrows that the table does not allow");
    assertTrue(seen.containsKey("finding"), "no import was read at all");
  }

  private static boolean allowed(String from, String to) {
    Set<String> targets = ALLOWED.get(from);
    if (targets == null) {
      return false;
    }
    // Only cli may know cli and the top; everyone else would point backwards.
    boolean backwards = to.equals("cli") || (to.equals(TOP) && !from.equals("cli"));
    return !backwards && (targets.contains(to) || targets.contains("*"));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    }
  }

  private static String packageOf(Path file) {
    String folder = SOURCES.relativize(file.getParent()).toString().replace('\\', '.');
    return withoutTop(folder.replace('/', '.'));
  }

  /** The package of an imported name: its parts before the first one in upper case. */
  private static String packageOf(String imported) {
    int end = 0;
    while (!Character.isUpperCase(imported.charAt(end))) {
      end = imported.indexOf('.', end) + 1;
    }
    return withoutTop(imported.substring(0, end - 1));
  }

  private static String withoutTop(String name) {
    return name.equals(TOP) ? TOP : name.split("\\.")[1];
  }

  private static List<String> imports(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("import "))
          .map(line -> line.substring("import ".length()).replaceFirst("^static ", ""))
          .map(line -> line.substring(0, line.indexOf(';')))
          .toList();
    }
  }
}
