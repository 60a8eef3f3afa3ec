package foresail.recording;

import foresail.prediction.PodRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a watcher of pods wrote down.
 *
 * @param pods in the order in which they were first seen
 * @param end the last moment of which it tells, since its first row
 */
public record Recording(List<SeenPod> pods, Duration end) {
  public Recording {
    pods = List.copyOf(pods);
  }

  /**
   * Reads a recording: a text whose first character is a brace holds what {@code kubectl get pods
   * -w -o json} prints, with or without {@code --output-watch-events}; any other holds its rows,
   * each with a time before it or with its AGE.
   *
   * @throws UnreadableRecordingException where it is neither
   */
  public static Recording read(String path, String text) {
    return text.stripLeading().startsWith("{")
        ? new ObjectRecording(path).read(text)
        : new RowRecording().read(text);
  }

  /** Puts rows together as they come. */
  static final class Builder {
    private final Map<String, List<SeenRow>> pods = new LinkedHashMap<>();
    private Duration end = Duration.ZERO;

    /** Adds what was seen of a pod; a row like the one before it says nothing new. */
    void add(String pod, Duration at, PodRow cells) {
      end = end.compareTo(at) < 0 ? at : end;
      List<SeenRow> rows = pods.computeIfAbsent(pod, unused -> new ArrayList<>());
      if (rows.isEmpty() || !rows.get(rows.size() - 1).cells().equals(cells)) {
        rows.add(new SeenRow(at, cells));
      }
    }

    Recording build() {
      List<SeenPod> seen = new ArrayList<>();
      pods.forEach((name, rows) -> seen.add(new SeenPod(name, rows)));
      return new Recording(seen, end);
    }
  }
}
