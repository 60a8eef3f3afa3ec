package foresail.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+, 0",
    "., 0",
    "000, 0",
    "100m, 100m",
    "0.1, 100m",
    "1e-1, 100e-3",
    "1k, 1k",
    "1000, 1k",
    "1Ki, 1Ki",
    "1024, 1024",
    "1E, 1E",
    "1E3, 1e3",
    "1e3, 1e3",
    "12e6, 12e6",
    "0.5Gi, 512Mi",
    "1.5, 1500m",
    "1024Mi, 1Gi",
    "1000m, 1",
    "1000Ki, 1000Ki",
    "5., 5",
    ".5, 500m",
    "-1, -1",
    "-1.5Gi, -1536Mi",
    "0.5Ki, 512",
    "0.1Ki, 102400m",
    "0.0000000001, 1n",
    "9223372036854775808Ki, 9223372036854775807",
    "1000E, 1000E",
    "' 1Gi ', 1Gi",
  })
  void printsTheCanonicalText(String text, String canonical) {
    assertEquals(Optional.of(canonical), Quantity.parse(text).map(Quantity::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1KI", "gi", "1gi", "1MB", "1GB", "1_000", "1,5", "1 Gi", "a", "1..2"})
  void refusesWhatHasNotTheForm(String text) {
    assertEquals(
        Optional.of(
            "quantities must match the regular expression"
                + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"),
        Quantity.problem(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1K", "1ki", "128mi", "1e", "1mm", "1Ei5", "1em3", "K"})
  void refusesUnknownSuffixes(String text) {
    assertEquals(Optional.of("unable to parse quantity's suffix"), Quantity.problem(text));
  }

  @Test
  void comparesByValue() {
    assertEquals(0, quantity("1Gi").compareTo(quantity("1073741824")));
    assertTrue(quantity("1G").compareTo(quantity("1Gi")) < 0);
    assertTrue(quantity("1e999999999").compareTo(quantity("1E")) > 0);
    assertTrue(quantity("1e-999999999").compareTo(quantity("0")) > 0);
  }

  @Test
  void canonicalTextReadsBackAsTheSameValue() {
    long seed = 20261121;
    Random random = new Random(seed);
    String[] suffixes = {"n", "u", "m", "", "k", "M", "G", "Ki", "Mi", "Gi", "Ti", "e3", "E-2"};
    for (int i = 0; i < 5000; i++) {
      BigDecimal number = BigDecimal.valueOf(random.nextInt(2_000_000) - 1000, random.nextInt(5));
      String text = number.toPlainString() + suffixes[random.nextInt(suffixes.length)];
      Quantity quantity = quantity(text);
      assertEquals(
          0, quantity.compareTo(quantity(quantity.toString())), () -> text + ", seed " + seed);
    }
  }

  private static Quantity quantity(String text) {
    return Quantity.parse(text).orElseThrow();
  }
}
