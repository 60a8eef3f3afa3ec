package foresail.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times, base64, image names and near names. */
final class NotationSyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-02-29T23:59:59Z |
          2024-02-29T23:59:59.123456789Z |
          2024-02-29T23:59:59+05:30 |
          2023-02-29T23:59:59Z | : day out of range
          2024-13-01T00:00:00Z | : month out of range
          2024-01-01T24:00:00Z | : hour out of range
          2024-01-01T00:00:00 | as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"
          2024-01-01 00:00:00Z | as "2006-01-02T15:04:05Z07:00": cannot parse " 00:00:00Z" as "T"
          2024-01-01T00:00:00Zx | : extra text: "x"
          <Now> | as "2006-01-02T15:04:05Z07:00": cannot parse "<Now>" as "2006"
          """)
  void timesAreReadAsGoReadsThem(String text, String problem) {
    Optional<String> expected =
        Optional.ofNullable(problem)
            .map(words -> words.startsWith(":") ? words : " " + words)
            .map(words -> "parsing time \"" + text + "\"" + words);
    assertEquals(expected, Rfc3339.problem(text));
  }

  @Test
  void microTimesHaveSixDigits() {
    assertEquals(Optional.empty(), Rfc3339.problemWithMicroseconds("2024-01-01T00:00:00.123456Z"));
    assertEquals(
        "parsing time \"2024-01-01T00:00:00Z\" as \"2006-01-02T15:04:05.000000Z07:00\": "
            + "cannot parse \"Z\" as \".000000\"",
        Rfc3339.problemWithMicroseconds("2024-01-01T00:00:00Z").orElseThrow());
  }

  @Test
  void whatWasEncodedDecodes() {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(100)];
      random.nextBytes(bytes);
      String lines = Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes);
      assertEquals(OptionalInt.empty(), Base64Text.corruptAt(lines), "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          YQ    | 0
          YWJjZ | 4
          YQ=x  | 2
          YQ==x | 4
          a b=  | 1
          =     | 0
          YWJj* | 4
          YQ=   | 3
          """)
  void corruptBase64IsNamedByItsByte(String text, int at) {
    assertEquals(OptionalInt.of(at), Base64Text.corruptAt(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nginx | docker.io library/nginx latest
          nginx:1.27 | docker.io library/nginx 1.27
          host:5000/app | host:5000 app latest
          localhost/app:latest | localhost app latest
          ghcr.io/a/b:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | ghcr.io a/b 1
          a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | docker.io library/a
          a:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | docker.io library/a latest
          Nginx | -
          a//b | -
          a:b:c | -
          a@sha256:12 | -
          a__b/c.d/e---f | docker.io a__b/c.d/e---f latest
          a___b | -
          a..b | -
          "" | -
          """)
  void imagesAreTakenApart(String image, String expected) {
    String found =
        ImageReference.parse(image.equals("\"\"") ? "" : image)
            .map(
                i ->
                    i.registry() + " " + i.repository() + " " + (i.isLatest() ? "latest" : i.tag()))
            .map(String::strip)
            .orElse("-");
    assertEquals(expected, found);
  }

  @Test
  void nearNamesAreThoseThatOneMayMean() {
    List<String> fields = List.of("image", "imagePullPolicy", "v1", "name", "names");
    assertEquals(List.of("imagePullPolicy"), NearestName.among(fields, "imagepullpolicy"));
    assertEquals(List.of("imagePullPolicy"), NearestName.among(fields, "imagePullPolciy"));
    assertEquals(List.of("image"), NearestName.among(fields, "imgae"));
    assertEquals(List.of("name", "names"), NearestName.among(fields, "namee"));
    assertEquals(List.of(), NearestName.among(fields, "v2"));
  }
}
