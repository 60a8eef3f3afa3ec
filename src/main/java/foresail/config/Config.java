package foresail.config;

import static java.util.Objects.requireNonNull;

import foresail.finding.Severity;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project wants of every run: its file {@code .foresail.yaml}.
 *
 * @param kubernetes the release, such as {@code 1.36}
 * @param namespace of objects that name none
 * @param exclude what folders are searched without, written as in {@code .gitignore}
 * @param external objects that exist though they are not among the files: {@code secret/*-tls}
 * @param complete kinds of which every object is among the files
 * @param rules severities by rule or category; an empty one switches off
 * @param failOn the least bad severity that fails a run; empty inside where none does
 * @param schemas files that {@code foresail schema import} made, as they can be opened; those that
 *     end in {@code .json} are JSON Schemas with kubeconform's variables in their names
 * @param cluster the file of the cluster facts, as it can be opened
 * @param ownRules files and folders of rules that the project wrote, as they can be opened
 * @param containers what cannot be read from the manifests
 */
public record Config(
    Optional<String> kubernetes,
    Optional<String> namespace,
    List<String> exclude,
    List<String> external,
    List<String> complete,
    Map<String, Optional<Severity>> rules,
    Optional<Optional<Severity>> failOn,
    List<Path> schemas,
    Optional<Path> cluster,
    List<Path> ownRules,
    List<ContainerFacts> containers) {
  /** Nothing is wanted. */
  public static final Config NONE =
      new Config(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of());

  public Config {
    requireNonNull(kubernetes);
    requireNonNull(namespace);
    exclude = List.copyOf(exclude);
    external = List.copyOf(external);
    complete = List.copyOf(complete);
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    requireNonNull(failOn);
    schemas = List.copyOf(schemas);
    requireNonNull(cluster);
    ownRules = List.copyOf(ownRules);
    containers = List.copyOf(containers);
  }
}
