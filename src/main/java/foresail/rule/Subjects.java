package foresail.rule;

import foresail.finding.Subject;
import foresail.source.Manifest;
import foresail.source.Problem;
import foresail.source.SourceFile;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the object that a problem of its text is about: the first of the problem's document. */
final class Subjects {
  private final Map<SourceFile, Map<Integer, Manifest>> first = new IdentityHashMap<>();

  /** Goes through the manifests once, so that floods of problems take no longer each. */
  Subjects(List<Manifest> manifests) {
    for (Manifest manifest : manifests) {
      first
          .computeIfAbsent(manifest.file(), file -> new HashMap<>())
          .putIfAbsent(manifest.document(), manifest);
    }
  }

  Optional<Subject> of(Problem problem) {
    SourceFile file = problem.at().span().file();
    return problem
        .document()
        .map(document -> first.getOrDefault(file, Map.of()).get(document))
        .map(manifest -> Subject.of(manifest, ""));
  }
}
