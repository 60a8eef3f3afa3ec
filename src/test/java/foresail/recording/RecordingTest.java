package foresail.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.prediction.End;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordingTest {
  private static final List<String> STATUS =
      List.of("Pending", "ContainerCreating", "Running", "Error", "CrashLoopBackOff", "Completed");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.5 ~ 8",
        "3.5s ~ 8s",
        "1763745600.25 ~ 1763745604.75",
        "00:00:03.5 ~ 00:00:08",
        "23:59:58 ~ 00:00:02.5",
        "2026-11-21T17:39:50Z ~ 2026-11-21T17:39:54.5Z",
        "2026-11-21T17:39:50+01:00 ~ 2026-11-21T17:39:54.5+01:00",
        "2026-11-21 17:39:50 ~ 2026-11-21 17:39:54.500",
        "Nov 21 17:39:50 ~ Nov 21 17:39:54.5",
        "Dec 1 23:59:58 ~ Dec 2 00:00:02.5",
      })
  void readsTimesInManyForms(String times) {
    String[] both = times.split(" ~ ", -1);
    Recording recording =
        Recording.read(
            "r", both[0] + " p 0/1 Pending 0 0s\n" + both[1] + " p 1/1 Running 2 (3s ago) 4s\n");
    assertEquals(
        List.of(
            new SeenRow(Duration.ZERO, new PodRow("0/1", "Pending", 0)),
            new SeenRow(Duration.ofMillis(4500), new PodRow("1/1", "Running", 2))),
        recording.pods().get(0).rows());
  }

  @Test
  void takesAgesWhereNoTimesAreWritten() {
    Recording recording =
        Recording.read(
            "r",
            """
            NAMESPACE NAME READY STATUS RESTARTS AGE
            a p 1/1 Running 0 2m5s
            a q 0/1 Pending 0 0s
            a q 1/1 Running 0 7s
            a p 0/1 Error 1 (10s ago) 2m20s
            """);
    assertEquals(
        List.of("p 0 Running", "p 15 Error", "q 0 Pending", "q 7 Running"), told(recording));
  }

  @Test
  void saysWhatItCannotRead() {
    assertThrows(UnreadableRecordingException.class, () -> Recording.read("r", ""));
    assertThrows(UnreadableRecordingException.class, () -> Recording.read("r", "{\"a\": 1}"));
    assertEquals(
        "line 2: no time: soon",
        assertThrows(
                UnreadableRecordingException.class,
                () -> Recording.read("r", "1 p 0/1 Error 0 1s\nsoon p 0/1 Error 0 1s"))
            .getMessage());
  }

  @Test
  void aRecordingOfThePredictionAgreesAndAChangedOneDoesNot() {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      List<PodPrediction> pods = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        pods.add(pod("web-7d4b9c6f5-" + "bcdf" + "ghjk".charAt(n), random));
      }
      Prediction prediction = prediction(pods);
      Recording recording = Recording.read("r", text(prediction, 0));
      assertTrue(Comparison.of(prediction, recording).agrees(), "seed " + seed + ", " + i);
      Recording other = Recording.read("r", text(prediction, 1 + random.nextInt(2)));
      assertFalse(Comparison.of(prediction, other).agrees(), "seed " + seed + ", " + i);
    }
  }

  /**
   * @param broken 0 for the prediction as it is, 1 with another last row, 2 with a pod more
   */
  private static String text(Prediction prediction, int broken) {
    List<Line> lines = new ArrayList<>();
    for (PodPrediction pod : prediction.pods()) {
      List<Row> rows = pod.rows();
      for (Row row : rows) {
        boolean wrong = broken == 1 && row == rows.get(rows.size() - 1);
        String status = wrong ? "Unknown" : row.cells().status();
        lines.add(new Line(row.at(), line(row, pod.name(), status)));
      }
    }
    if (broken == 2) {
      lines.add(new Line(Duration.ofSeconds(500), "500 other 0/1 Pending 0 0s\n"));
    }
    lines.sort(Comparator.comparing(Line::at));
    return lines.stream().map(Line::text).collect(Collectors.joining());
  }

  private record Line(Duration at, String text) {}

  private static String line(Row row, String name, String status) {
    double seconds = row.at().toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%.3f %s ", seconds, name)
        + row.cells().ready()
        + " "
        + status
        + " "
        + row.cells().restarts()
        + " 1s\n";
  }

  private static PodPrediction pod(String name, Random random) {
    List<Row> rows = new ArrayList<>();
    int at = 0;
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      PodRow cells =
          new PodRow("0/1", STATUS.get(random.nextInt(STATUS.size())), random.nextInt(3));
      if (rows.isEmpty() || !rows.get(rows.size() - 1).cells().equals(cells)) {
        rows.add(new Row(Duration.ofSeconds(at), cells, "", Optional.empty()));
      }
      at += random.nextInt(20);
    }
    return new PodPrediction(
        name,
        "default",
        Optional.of("Deployment/web"),
        End.READY,
        "",
        List.of(),
        rows,
        List.of(),
        List.of());
  }

  private static Prediction prediction(List<PodPrediction> pods) {
    return new Prediction(Duration.ofMinutes(15), pods, List.of(), List.of(), List.of(), List.of());
  }

  private static List<String> told(Recording recording) {
    List<String> told = new ArrayList<>();
    for (SeenPod pod : recording.pods()) {
      for (SeenRow row : pod.rows()) {
        told.add(pod.name() + " " + row.at().toSeconds() + " " + row.cells().status());
      }
    }
    return told;
  }
}
