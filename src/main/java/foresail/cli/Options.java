package foresail.cli;

import foresail.config.ClusterFacts;
import foresail.config.ClusterFactsReader;
import foresail.config.Config;
import foresail.config.ConfigReader;
import foresail.config.Loaded;
import foresail.finding.Label;
import foresail.output.Screen;
import foresail.output.Style;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.schema.json.UserSchemas;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options that several commands have. */
final class Options {
  /** What stands for every release whose schema is bundled. */
  private static final String ALL_RELEASES = "all";

  private Options() {}

  /** A command that shows its help. */
  static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name("foresail " + name);
    spec.usageMessage().description(description, "").abbreviateSynopsis(true).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("--help", "-h").usageHelp(true).description("Print this.").build());
    return spec;
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  static OptionSpec one(String name, String label, String description) {
    return OptionSpec.builder(name)
        .arity("1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** One that may be repeated, and holds several values with commas between them. */
  static OptionSpec many(String name, String label, String description) {
    return OptionSpec.builder(name)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static Optional<String> text(ParseResult options, String name) {
    return Optional.ofNullable(options.matchedOptionValue(name, null));
  }

  static List<String> texts(ParseResult options, String name) {
    return options.matchedOptionValue(name, List.of());
  }

  /** Files and folders to read. */
  static PositionalParamSpec pathList(String description) {
    return PositionalParamSpec.builder()
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("PATH")
        .description(description)
        .build();
  }

  /** What every command asks that reads manifests. */
  static void addCommon(CommandSpec spec) {
    spec.addOption(one("--kubernetes", "RELEASE", "The release, such as 1.36; check: or all."));
    spec.addOption(one("--cluster", "FILE", "What the cluster offers."));
    spec.addOption(one("--namespace", "NAME", "The namespace of objects that name none."));
    spec.addOption(one("--config", "FILE", "Default: the nearest .foresail.yaml upward."));
    spec.addOption(one("--color", "WHEN", "auto (default), always or never."));
  }

  /**
   * The paths that are named, else the working folder.
   *
   * @throws UsageException where one does not exist
   */
  static List<Path> paths(ParseResult options) {
    List<String> named = options.matchedPositionalValue(0, List.of());
    List<Path> paths = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : named.isEmpty() ? List.of(".") : named) {
      Path path = Path.of(name);
      paths.add(path);
      if (!name.equals("-") && !Files.exists(path)) {
        missing.add(name + ": no such file or folder");
      }
    }
    if (!missing.isEmpty()) {
      throw new UsageException(missing);
    }
    return paths;
  }

  /** Whether what goes to a file, or else to standard output, has colours. */
  static Style style(ParseResult options, Optional<Path> file, Surroundings surroundings) {
    String when = text(options, "--color").orElse("auto");
    boolean automatic =
        file.isEmpty() && surroundings.terminal() && !surroundings.isSet("NO_COLOR");
    return switch (when) {
      case "always" -> Style.COLOR;
      case "never" -> Style.PLAIN;
      case "auto" -> automatic ? Style.COLOR : Style.PLAIN;
      default -> throw new UsageException("--color " + when + ": choose auto, always or never");
    };
  }

  /** What a text is shown on that goes to a file, or else to standard output. */
  static Screen screen(ParseResult options, Optional<Path> file, Surroundings surroundings) {
    boolean terminal = file.isEmpty() && surroundings.terminal();
    int columns = surroundings.columns() > 0 ? surroundings.columns() : 80;
    return new Screen(
        style(options, file, surroundings), surroundings.unicode(), terminal ? columns : 0);
  }

  /** The config that the option names, else the nearest one from the working folder upward. */
  static Config config(ParseResult options) {
    Optional<Path> named = text(options, "--config").map(Path::of);
    return named
        .or(() -> ConfigReader.find(Path.of("")))
        .map(path -> loaded(ConfigReader.read(path)))
        .orElse(Config.NONE);
  }

  /** The facts that the option names, else those that the config names. */
  static ClusterFacts cluster(ParseResult options, Config config) {
    return text(options, "--cluster")
        .map(Path::of)
        .or(config::cluster)
        .map(path -> loaded(ClusterFactsReader.read(path)))
        .orElse(ClusterFacts.UNKNOWN);
  }

  private static Optional<String> releaseName(
      ParseResult options, Config config, ClusterFacts cluster) {
    return text(options, "--kubernetes").or(config::kubernetes).or(cluster::kubernetes);
  }

  /** The release that the option names, else the config, else the facts. */
  static Release release(ParseResult options, Config config, ClusterFacts cluster) {
    Optional<String> name = releaseName(options, config, cluster);
    if (name.isEmpty()) {
      return Release.DEFAULT;
    }
    return Release.parse(name.get())
        .orElseThrow(
            () ->
                new UsageException(
                    "Kubernetes "
                        + name.get()
                        + " is not known here; known are "
                        + String.join(
                            ", ", Release.BUNDLED.stream().map(Release::toString).toList())));
  }

  /** The schemas of the releases that are asked for: of one, or of all of them. */
  static List<Schema> schemas(ParseResult options, Config config, ClusterFacts cluster) {
    boolean all = releaseName(options, config, cluster).filter(ALL_RELEASES::equals).isPresent();
    List<Release> releases = all ? Release.BUNDLED : List.of(release(options, config, cluster));
    return releases.stream().map(release -> schema(release, config)).toList();
  }

  /** The schema of a release and what the files add that the config names. */
  static Schema schema(Release release, Config config) {
    Schema schema = Schema.of(release);
    List<String> templates = new ArrayList<>();
    for (Path file : config.schemas()) {
      if (file.toString().endsWith(".json")) {
        templates.add(template(file));
      } else if (isOfDefinitions(file)) {
        schema = schema.withDefinitions(definitions(file));
      } else {
        schema = with(schema, file);
      }
    }
    return templates.isEmpty()
        ? schema
        : schema.with(new UserSchemas(templates, schema.release().toString()));
  }

  /** Whether it is a folder or a file with CustomResourceDefinitions, as they are applied. */
  private static boolean isOfDefinitions(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Files.isDirectory(file) || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static List<Manifest> definitions(Path file) {
    if (!Files.exists(file)) {
      throw new UsageException("schemas: " + file + ": no such file or folder");
    }
    return new SourceReader(ReadOptions.standard())
        .read(List.of(file), InputStream.nullInputStream())
        .manifests();
  }

  private static Schema with(Schema schema, Path file) {
    try {
      return schema.with(Files.readAllBytes(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("schemas: " + file + ": " + e.getMessage());
    }
  }

  /** The place of JSON Schemas, one a kind. */
  private static String template(Path path) {
    UserSchemas.problem(path.toString())
        .ifPresent(
            words -> {
              throw new UsageException("schemas: " + path + ": " + words);
            });
    return path.toString();
  }

  /** How many threads work. */
  static int jobs(ParseResult options) {
    Optional<String> jobs = text(options, "--jobs");
    try {
      int number = jobs.map(Integer::parseInt).orElse(Runtime.getRuntime().availableProcessors());
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for 0.
    }
    throw new UsageException("--jobs " + jobs.orElse("") + ": needs a whole number from 1");
  }

  /**
   * The value of a file.
   *
   * @throws UsageException with every problem of the file where it has some
   */
  static <T> T loaded(Loaded<T> loaded) {
    List<String> messages = new ArrayList<>();
    for (Label problem : loaded.problems()) {
      messages.add(problem.span() + ": " + problem.message());
    }
    return loaded.value().orElseThrow(() -> new UsageException(messages));
  }
}
