package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Surroundings surroundings(boolean terminal, Map<String, String> environment) {
    return new Surroundings(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        false,
        terminal,
        80);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aLongRunSaysHowFarItIsAndClearsItsLine() throws InterruptedException {
    try (var progress = ProgressLine.start(surroundings(true, Map.of()), AT_ONCE)) {
      progress.stage("validating", 10, "objects");
      progress.add(3);
      while (!err().contains("3 of 10")) {
        Thread.sleep(10);
      }
    }
    assertTrue(err().contains("\r\u001b[Kforesail: validating 3 of 10 objects"), err());
    assertTrue(err().endsWith("\r\u001b[K"), err());
  }

  @Test
  void aShortRunSaysNothing() {
    try (var progress = ProgressLine.start(surroundings(true, Map.of()))) {
      progress.stage("validating", 10, "objects");
    }
    assertEquals("", err());
  }

  @Test
  void nothingIsSaidWhereStandardErrorIsNoTerminal() throws InterruptedException {
    try (var progress = ProgressLine.start(surroundings(false, Map.of()), AT_ONCE)) {
      progress.stage("validating", 10, "objects");
      Thread.sleep(50);
    }
    try (var progress = ProgressLine.start(surroundings(true, Map.of("TERM", "dumb")), AT_ONCE)) {
      progress.stage("validating", 10, "objects");
      Thread.sleep(50);
    }
    assertEquals("", err());
  }
}
