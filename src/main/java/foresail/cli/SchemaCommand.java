package foresail.cli;

import foresail.schema.SchemaImport;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.Problem;
import foresail.source.ReadOptions;
import foresail.source.Skipped;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code foresail schema import}: makes a schema file that the config can name. */
final class SchemaCommand implements Command {
  private static final String IMPORT = "import";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "schema import",
            "Makes a schema file from what kubectl get --raw /openapi/v2 prints, or from"
                + " CustomResourceDefinitions. Name it under schemas: in .foresail.yaml.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("import FILE")
            .description("OpenAPI documents, and files or folders with definitions.")
            .build());
    spec.addOption(Options.one("--output", "FILE", "Where it goes. Default: standard output."));
    return spec;
  }

  @Override
  public int run(ParseResult options, Surroundings surroundings) {
    List<Path> files = files(options.matchedPositionalValue(0, List.of()));
    Sources sources = new SourceReader(ReadOptions.standard()).read(files, surroundings.in());
    SchemaImport schemas = new SchemaImport();
    List<String> problems = new ArrayList<>();
    for (Problem problem : sources.problems()) {
      problems.add(problem.at().span() + ": " + problem.message());
    }
    int added = 0;
    for (MappingNode root : roots(sources)) {
      Optional<String> problem = schemas.add(root);
      problem.ifPresent(words -> problems.add(root.span().file().path() + ": " + words));
      added += problem.isEmpty() ? 1 : 0;
    }
    if (added == 0) {
      problems.add("nothing to import: expected an OpenAPI document or a definition");
      throw new UsageException(problems);
    }
    Optional<Path> output = Options.text(options, "--output").map(Path::of);
    Texts.put(out -> out.append(schemas.text()), output, surroundings);
    return ExitStatus.CLEAN;
  }

  private static List<Path> files(List<String> words) {
    if (words.size() < 2 || !words.get(0).equals(IMPORT)) {
      throw new UsageException("schema: expected import FILE");
    }
    List<Path> files = new ArrayList<>();
    for (String name : words.subList(1, words.size())) {
      Path file = Path.of(name);
      if (!name.equals("-") && !Files.exists(file)) {
        throw new UsageException(name + ": no such file or folder");
      }
      files.add(file);
    }
    return files;
  }

  /** OpenAPI documents have no kind, so that the reader does not take them for objects. */
  private static List<MappingNode> roots(Sources sources) {
    List<MappingNode> roots = new ArrayList<>();
    for (Manifest manifest : sources.manifests()) {
      if (manifest.id().kind().equals("CustomResourceDefinition")) {
        roots.add(manifest.root());
      }
    }
    for (Skipped skipped : sources.skipped()) {
      Node root = skipped.root().orElse(null);
      if (root instanceof MappingNode mapping && mapping.get("definitions").isPresent()) {
        roots.add(mapping);
      }
    }
    return roots;
  }
}
