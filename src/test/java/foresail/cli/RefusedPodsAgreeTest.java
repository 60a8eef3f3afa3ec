package foresail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What check says of pods that a namespace's bounds refuse is what predict shows: as many pods, and
 * those. The seed in a test's name makes the manifests; {@code -Dseed=N} draws others.
 */
final class RefusedPodsAgreeTest {
  private static final int CASES = 40;
  private static final Pattern SOME = Pattern.compile("creates (none|only (\\d+)) of \\d+ pods?:");
  private static final Pattern REFUSED =
      Pattern.compile("\"message\": \"pods \\\\\"(\\w+)\\\\\" is forbidden");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> asManyPodsAsPredicted() {
    long first = Long.getLong("seed", 1) * CASES;
    return LongStream.range(first, first + CASES)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> agree(seed)));
  }

  @Test
  void bothKindsOfAnswersOccur() throws IOException {
    var counts = new TreeSet<Integer>();
    for (long seed = 0; seed < CASES; seed++) {
      counts.add(told(run("check", write(seed)), new Random(seed).nextInt(1, 6)));
    }
    assertTrue(counts.contains(0) && counts.size() > 3, counts::toString);
  }

  private void agree(long seed) throws IOException {
    Path file = write(seed);
    String checked = run("check", file);
    String predicted = run("predict", file);
    String about = Files.readString(file) + "\n" + checked + "\n" + predicted;
    assertEquals(told(checked, new Random(seed).nextInt(1, 6)), made(predicted), about);
    assertEquals(refused(checked), refused(predicted), about);
  }

  /** How many pods the Deployment gets, as check tells. */
  private static int told(String checked, int replicas) {
    if (checked.contains("creates no pod: ")) {
      return 0;
    }
    Matcher some = SOME.matcher(checked);
    if (!some.find()) {
      return replicas;
    }
    return some.group(2) == null ? 0 : Integer.parseInt(some.group(2));
  }

  private static int made(String predicted) {
    return predicted.split("\\{\"name\": \"web-", -1).length - 1;
  }

  /** The pods written directly that are refused. */
  private static TreeSet<String> refused(String json) {
    var names = new TreeSet<String>();
    Matcher matcher = REFUSED.matcher(json);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private String run(String command, Path file) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
    arguments.addAll(List.of("--format", "json"));
    if (command.equals("check")) {
      arguments.addAll(
          List.of(
              "--only",
              "quota-exceeded,quota-requires-resources,limit-range-refuses,pod-security-refuses"));
    } else {
      arguments.addAll(List.of("--until", "20s"));
    }
    new CommandLineInterface(
            new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false))
        .run(arguments);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path write(long seed) throws IOException {
    return Files.writeString(folder.resolve("seed-" + seed + ".yaml"), manifests(seed));
  }

  /** A namespace with bounds, two pods, and a Deployment that comes after them. */
  private static String manifests(long seed) {
    var random = new Random(seed);
    int replicas = random.nextInt(1, 6);
    var text = new StringBuilder("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
    if (random.nextInt(4) == 0) {
      text.append("  labels: {pod-security.kubernetes.io/enforce: ");
      text.append(random.nextBoolean() ? "baseline" : "restricted").append("}\n");
    }
    if (random.nextInt(3) == 0) {
      text.append("---\napiVersion: v1\nkind: LimitRange\n");
      text.append("metadata: {name: l, namespace: shop}\nspec:\n  limits:\n");
      text.append("  - {type: ").append(random.nextInt(3) == 0 ? "Pod" : "Container");
      text.append(", max: {cpu: ").append(random.nextInt(2, 12)).append("00m}}\n");
    }
    text.append("---\napiVersion: v1\nkind: ResourceQuota\n");
    text.append("metadata: {name: q, namespace: shop}\nspec:\n  hard: {");
    text.append("pods: ").append(random.nextInt(1, 8));
    if (random.nextBoolean()) {
      text.append(", requests.cpu: ").append(random.nextInt(3, 30)).append("00m");
    }
    text.append("}\n");
    if (random.nextInt(5) == 0) {
      text.append("  scopes: [").append(random.nextBoolean() ? "BestEffort" : "NotTerminating");
      text.append("]\n");
    }
    for (String name : List.of("one", "two")) {
      text.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: ").append(name);
      text.append(", namespace: shop}\nspec:\n").append(spec(random, "  "));
    }
    text.append("---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace:");
    text.append(" shop}\nspec:\n  replicas: ").append(replicas);
    text.append("\n  selector: {matchLabels: {app: web}}\n  template:\n");
    text.append("    metadata: {labels: {app: web}}\n    spec:\n").append(spec(random, "      "));
    return text.toString();
  }

  private static String spec(Random random, String indent) {
    var text = new StringBuilder();
    if (random.nextInt(8) == 0) {
      text.append(indent).append("hostNetwork: true\n");
    }
    text.append(indent).append("containers:\n");
    int containers = random.nextInt(1, 3);
    for (int i = 0; i < containers; i++) {
      text.append(indent).append("- {name: c").append(i).append(", image: x");
      if (random.nextInt(5) > 0) {
        text.append(", resources: {requests: {cpu: ").append(random.nextInt(1, 9)).append("00m}");
        if (random.nextBoolean()) {
          text.append(", limits: {cpu: ").append(random.nextInt(9, 15)).append("00m}");
        }
        text.append('}');
      }
      text.append("}\n");
    }
    return text.toString();
  }
}
