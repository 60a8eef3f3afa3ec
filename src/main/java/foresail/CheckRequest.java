package foresail;

import static java.util.Objects.requireNonNull;

import foresail.config.ClusterFacts;
import foresail.rule.RuleOptions;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Origin;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What shall be checked, and against what.
 *
 * @param paths files and folders; {@code -} is standard input
 * @param standardInput read only where a path says so
 * @param exclude what folders are searched without, written as in {@code .gitignore}
 * @param schemas of each release to check for, the oldest first, with the custom resources beyond
 *     those among the files
 * @param namespace of objects that name none
 * @param external objects that exist elsewhere: {@code secret/*-tls}
 * @param rules which rules take part, and how severe they are
 * @param asIs whether also patches and fragments are judged as objects
 * @param jobs how many threads work, at least 1; the result is the same for any number
 * @param from an older version, to which the files will be an update
 */
public record CheckRequest(
    List<Path> paths,
    InputStream standardInput,
    List<String> exclude,
    List<Schema> schemas,
    ClusterFacts cluster,
    Optional<String> namespace,
    List<String> external,
    RuleOptions rules,
    boolean asIs,
    int jobs,
    Optional<Origin> from) {
  public CheckRequest {
    paths = List.copyOf(paths);
    requireNonNull(standardInput);
    exclude = List.copyOf(exclude);
    schemas = List.copyOf(schemas);
    if (schemas.isEmpty()) {
      throw new IllegalArgumentException("no release to check for");
    }
    requireNonNull(cluster);
    requireNonNull(namespace);
    external = List.copyOf(external);
    requireNonNull(rules);
    requireNonNull(from);
  }

  /** Of objects that are all new, for one release. */
  public CheckRequest(
      List<Path> paths,
      InputStream standardInput,
      List<String> exclude,
      Schema schema,
      ClusterFacts cluster,
      Optional<String> namespace,
      List<String> external,
      RuleOptions rules,
      boolean asIs,
      int jobs) {
    this(
        paths,
        standardInput,
        exclude,
        List.of(schema),
        cluster,
        namespace,
        external,
        rules,
        asIs,
        jobs,
        Optional.empty());
  }

  /** The releases to check for, such as {@code 1.36} or {@code 1.32-1.37}. */
  String releases() {
    Release first = schemas.get(0).release();
    Release last = schemas.get(schemas.size() - 1).release();
    return first.equals(last) ? first.toString() : first + "-" + last;
  }
}
