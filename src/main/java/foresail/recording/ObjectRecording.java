package foresail.recording;

import foresail.model.Model;
import foresail.model.Pod;
import foresail.prediction.PodPrinter;
import foresail.prediction.PodRow;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.Skipped;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads pods as objects: {@code kubectl get pods -w -o json}.
 *
 * <p>Nothing in the output says when it was printed. The latest moment that a pod tells of itself
 * (a condition's change, a container's start or end) is taken, so times are whole seconds.
 */
final class ObjectRecording {
  private static final String DELETED = "DELETED";

  private final SourceReader reader = new SourceReader(ReadOptions.standard());
  private final Recording.Builder recording = new Recording.Builder();
  private final String path;
  private Optional<Instant> begin = Optional.empty();
  private Instant now = Instant.MIN;

  ObjectRecording(String path) {
    this.path = path;
  }

  Recording read(String text) {
    int pods = 0;
    for (String value : JsonValues.in(text)) {
      Sources sources = reader.readText(path, value);
      for (Manifest manifest : sources.manifests()) {
        pods += add(manifest, false);
      }
      for (Skipped other : sources.skipped()) {
        pods += addEvent(other);
      }
    }
    if (pods == 0) {
      throw new UnreadableRecordingException(1, "there is no pod in it");
    }
    return recording.build();
  }

  /** {@code {"type": "MODIFIED", "object": ...}}, of {@code --output-watch-events}. */
  private int addEvent(Skipped document) {
    Optional<Node> object = document.root().flatMap(root -> root.get("object"));
    if (object.isEmpty()) {
      return 0;
    }
    boolean deleted = document.root().get().string("type").orElse("").equals(DELETED);
    int pods = 0;
    for (Manifest manifest : reader.readText(path, object.get().span().text()).manifests()) {
      pods += add(manifest, deleted);
    }
    return pods;
  }

  /** How many pods the manifest is: none or one. */
  private int add(Manifest manifest, boolean deleted) {
    if (!(Model.of(manifest) instanceof Pod pod)) {
      return 0;
    }
    MappingNode root = manifest.root();
    Instant seen = Moments.latest(root).orElse(now);
    now = now.isBefore(seen) ? seen : now;
    if (begin.isEmpty()) {
      begin = Optional.of(now);
    }
    PodRow row = deleted ? PodRow.DELETED : PodPrinter.print(RecordedPod.of(pod, root));
    recording.add(pod.metadata().name(), Duration.between(begin.get(), now), row);
    return 1;
  }
}
