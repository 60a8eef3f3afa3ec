package foresail.recording;

import foresail.prediction.PodRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows as {@code kubectl get pods -w} prints them, each with a time before it, as {@code ts}
 * writes it, or with nothing but the pod's AGE.
 *
 * <p>Cells are found by READY, the only one of the form {@code 1/2}: what stands before the pod's
 * name is the time, and with {@code --output-watch-events} the event.
 */
final class RowRecording {
  private static final List<String> EVENTS = List.of("ADDED", "MODIFIED", "DELETED");

  private final Recording.Builder recording = new Recording.Builder();
  private final LineClock clock = new LineClock();

  /** When each pod was made, for recordings that tell ages only. */
  private final Map<String, Duration> born = new HashMap<>();

  private Duration now = Duration.ZERO;
  private boolean namespaces;

  Recording read(String text) {
    int number = 0;
    int rows = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      List<String> words = words(line);
      if (words.contains("READY") && words.contains("STATUS")) {
        namespaces = words.contains("NAMESPACE");
      } else if (!words.isEmpty()) {
        row(words, number);
        rows++;
      }
    }
    if (rows == 0) {
      throw new UnreadableRecordingException(1, "there is no row in it");
    }
    return recording.build();
  }

  private void row(List<String> words, int line) {
    int ready = ready(words);
    if (ready < 1 || ready + 2 >= words.size()) {
      throw new UnreadableRecordingException(
          line, "a row is expected: [TIME] NAME READY STATUS RESTARTS AGE");
    }
    int first = ready - (namespaces && ready > 1 ? 2 : 1);
    List<String> before = new ArrayList<>(words.subList(0, first));
    String event = "";
    if (!before.isEmpty() && EVENTS.contains(before.get(before.size() - 1))) {
      event = before.remove(before.size() - 1);
    }
    String name = words.get(ready - 1);
    Duration at = moment(before, name, words, ready, line);
    now = now.compareTo(at) < 0 ? at : now;
    PodRow cells =
        event.equals("DELETED")
            ? PodRow.DELETED
            : new PodRow(
                words.get(ready), words.get(ready + 1), Numbers.whole(words.get(ready + 2), 0));
    recording.add(name, now, cells);
  }

  private Duration moment(
      List<String> before, String name, List<String> words, int ready, int line) {
    if (!before.isEmpty()) {
      String text = String.join(" ", before);
      return clock
          .since(text)
          .orElseThrow(() -> new UnreadableRecordingException(line, "no time: " + text));
    }
    Duration age = age(words, ready).orElse(Duration.ZERO);
    return born.computeIfAbsent(name, unused -> now.minus(age)).plus(age);
  }

  /** AGE stands behind RESTARTS, which may go on: {@code 3 (12s ago)}. */
  private static Optional<Duration> age(List<String> words, int ready) {
    int at = ready + 3;
    while (at < words.size()
        && !words.get(at - 1).endsWith("ago)")
        && words.get(at).startsWith("(")) {
      at += 2;
    }
    return at < words.size() ? Ages.read(words.get(at)) : Optional.empty();
  }

  /** Where the cell READY stands; -1 where none does. */
  private static int ready(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      int slash = words.get(i).indexOf('/');
      if (slash > 0
          && Numbers.whole(words.get(i).substring(0, slash), -1) >= 0
          && Numbers.whole(words.get(i).substring(slash + 1), -1) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
