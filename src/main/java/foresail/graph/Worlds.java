package foresail.graph;

import foresail.source.Skipped;
import foresail.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which documents are applied together, as far as the kustomizations among the inputs tell. */
final class Worlds {
  private final List<Kustomization> kustomizations = new ArrayList<>();
  private final Map<Path, Kustomization> byFolder = new LinkedHashMap<>();

  /** For a file or folder, the kustomizations that list it. */
  private final Map<Path, List<Kustomization>> includedBy = new HashMap<>();

  private final Set<Path> patches = new HashSet<>();
  private final Map<SourceFile, World> known = new HashMap<>();

  /** All files that were read. */
  private final Set<Path> files = new HashSet<>();

  Worlds(GraphInput input) {
    for (Skipped document : input.skipped()) {
      Kustomization.of(document).ifPresent(kustomizations::add);
    }
    if (!kustomizations.isEmpty()) {
      input.skipped().forEach(document -> path(document.file()).ifPresent(files::add));
      input.objects().forEach(object -> path(object.manifest().file()).ifPresent(files::add));
    }
    for (Kustomization one : kustomizations) {
      byFolder.put(one.folder(), one);
      patches.addAll(one.patches());
      for (Path path : one.includes()) {
        includedBy.computeIfAbsent(path, unused -> new ArrayList<>(1)).add(one);
      }
    }
  }

  List<Kustomization> kustomizations() {
    return kustomizations;
  }

  /** Whether a kustomization uses the file to change objects. */
  boolean isPatch(SourceFile file) {
    return !patches.isEmpty() && path(file).map(patches::contains).orElse(false);
  }

  World of(SourceFile file) {
    if (kustomizations.isEmpty()) {
      return new World(file.path(), false, "", false);
    }
    synchronized (known) {
      return known.computeIfAbsent(file, this::find);
    }
  }

  private World find(SourceFile file) {
    List<Kustomization> owners =
        path(file).map(path -> includedBy.getOrDefault(path, List.of())).orElse(List.of());
    if (owners.isEmpty()) {
      return new World(file.path(), false, "", false);
    }
    Kustomization first = owners.get(0);
    return new World(
        first.folder().toString(),
        true,
        namespace(first, new HashSet<>()),
        isOpen(first, new HashSet<>()));
  }

  private String namespace(Kustomization one, Set<Path> seen) {
    if (!one.namespace().isEmpty() || !seen.add(one.folder())) {
      return one.namespace();
    }
    var outer = new HashSet<String>();
    for (Kustomization parent : includedBy.getOrDefault(one.folder(), List.of())) {
      outer.add(namespace(parent, seen));
    }
    // Overlays that disagree leave the base without a namespace of its own.
    return outer.size() == 1 ? outer.iterator().next() : "";
  }

  private boolean isOpen(Kustomization one, Set<Path> seen) {
    if (!seen.add(one.folder())) {
      return false;
    }
    if (one.addsUnknown()) {
      return true;
    }
    for (Path path : one.includes()) {
      Kustomization base = byFolder.get(path);
      // What is listed and was not read may declare anything.
      if (base == null ? !files.contains(path) : isOpen(base, seen)) {
        return true;
      }
    }
    for (Kustomization parent : includedBy.getOrDefault(one.folder(), List.of())) {
      if (isOpen(parent, seen)) {
        return true;
      }
    }
    return false;
  }

  private static java.util.Optional<Path> path(SourceFile file) {
    try {
      return java.util.Optional.of(Path.of(file.path()).normalize());
    } catch (InvalidPathException notAPath) {
      return java.util.Optional.empty(); // standard input or a name from another system
    }
  }
}
