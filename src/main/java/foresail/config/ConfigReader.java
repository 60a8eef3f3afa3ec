package foresail.config;

import foresail.finding.Severity;
import foresail.source.MappingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds and reads {@code .foresail.yaml}. */
public final class ConfigReader {
  /** The name that is looked for. */
  public static final String NAME = ".foresail.yaml";

  private static final Map<String, Optional<Severity>> SEVERITIES = severities("off");
  private static final Map<String, Optional<Severity>> LIMITS = severities("never");

  private ConfigReader() {}

  /** The nearest file of the usual name, from a folder upward. */
  public static Optional<Path> find(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Reads a file; names of files in it are relative to it. */
  public static Loaded<Config> read(Path path) {
    FactsFile file = FactsFile.read(path);
    return file.loaded(file.only().map(fields -> config(path, fields)).orElse(Config.NONE));
  }

  private static Config config(Path path, Fields fields) {
    Config config =
        new Config(
            fields.text("kubernetes"),
            fields.text("namespace"),
            fields.texts("exclude"),
            fields.texts("external"),
            fields.texts("complete"),
            fields.fields("rules").map(ConfigReader::rules).orElse(Map.of()),
            fields.word("fail-on", LIMITS),
            fields.texts("schemas").stream().map(path::resolveSibling).toList(),
            fields.text("cluster").map(path::resolveSibling),
            fields.texts("own-rules").stream().map(path::resolveSibling).toList(),
            BehaviourReader.containers(fields));
    fields.end();
    return config;
  }

  private static Map<String, Optional<Severity>> rules(Fields fields) {
    Map<String, Optional<Severity>> rules = new LinkedHashMap<>();
    for (MappingNode.Entry entry : fields.others()) {
      fields
          .word(entry.name(), SEVERITIES)
          .ifPresent(severity -> rules.put(entry.name(), severity));
    }
    return rules;
  }

  /** The words of the severities and one that means none. */
  private static Map<String, Optional<Severity>> severities(String none) {
    Map<String, Optional<Severity>> words = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      words.put(severity.word(), Optional.of(severity));
    }
    words.put(none, Optional.empty());
    return words;
  }
}
