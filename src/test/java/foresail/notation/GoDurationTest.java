package foresail.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "5s, PT5S", "0.4s, PT0.4S", "1m30s, PT1M30S", "15m, PT15M", "1h, PT1H", "100ms, PT0.1S",
    "0, PT0S", "-3s, PT-3S", "+.5s, PT0.5S", "1.s, PT1S", "2562047h, PT2562047H", "1us, PT0.000001S"
  })
  void reads(String text, Duration expected) {
    assertEquals(Optional.of(expected), GoDuration.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "s", "5 s", "1.2.3s", ".s", "five", "5d", "--5s", "s5", "3000000h", "-"})
  void refuses(String text) {
    assertEquals(Optional.empty(), GoDuration.parse(text));
  }
}
