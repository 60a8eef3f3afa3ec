package foresail.source;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One object that a file declares: a YAML document, or an item of a List.
 *
 * @param id as far as it can be read; parts that are absent or of another type are empty
 * @param document the document's position in its file, from 0; items of a List share their
 *     document's
 * @param root the object itself: paths of findings begin here
 * @param comments those of the whole document, in reading order
 */
public record Manifest(ObjectId id, int document, MappingNode root, List<Comment> comments) {
  public Manifest {
    requireNonNull(id);
    requireNonNull(root);
    comments = List.copyOf(comments);
  }

  public SourceFile file() {
    return root.span().file();
  }
}
