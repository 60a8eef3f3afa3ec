package foresail.rule;

import foresail.CheckRequest;
import foresail.Foresail;
import foresail.config.ClusterFacts;
import foresail.finding.Finding;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.KeptFile;
import foresail.source.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs rules over texts, the whole way from files to findings. */
final class Examples {
  private Examples() {}

  /**
   * What rules find in files.
   *
   * @param folder where the files are written
   */
  static List<Finding> findings(Path folder, Map<String, String> files, RuleOptions options)
      throws IOException {
    return findings(folder, files, Optional.empty(), options);
  }

  /**
   * What rules find in files.
   *
   * @param folder where the files are written
   * @param older the text to which they are an update
   */
  static List<Finding> findings(
      Path folder, Map<String, String> files, Optional<String> older, RuleOptions options)
      throws IOException {
    Optional<Origin> from =
        older.map(
            text ->
                new Origin.Kept(
                    List.of(
                        new KeptFile("older.yaml", true, text.getBytes(StandardCharsets.UTF_8)))));
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      paths.add(path);
    }
    return Foresail.check(
            new CheckRequest(
                paths,
                InputStream.nullInputStream(),
                List.of(),
                List.of(Schema.of(Release.DEFAULT)),
                ClusterFacts.UNKNOWN,
                Optional.empty(),
                List.of(),
                options,
                false,
                1,
                from))
        .findings();
  }
}
