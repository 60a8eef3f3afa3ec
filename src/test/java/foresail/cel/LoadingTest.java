package foresail.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.cli.Main;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import picocli.CommandLine;

/** Nothing of CEL is loaded where no expression is to be compiled: it costs as much as a run. */
final class LoadingTest {
  @TempDir Path folder;

  @Test
  void loadsNothingForObjectsWithoutExpressions() throws IOException {
    List<String> loaded =
        loaded(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec: {containers: [{name: web, image: "web:1.4"}]}
            """);
    assertTrue(loaded.stream().anyMatch(line -> line.contains(" foresail.rule.")));
    assertEquals(List.of(), loaded.stream().filter(LoadingTest::isOfCel).toList());
  }

  private static boolean isOfCel(String line) {
    return line.contains(" foresail.cel.")
        || line.contains(" foresail.policy.")
        || line.contains(" dev.cel.")
        || line.contains(" com.google.");
  }

  /** Where the program and what it needs for this lie, whatever started the tests. */
  private static String classPath() {
    return Stream.of(Main.class, CommandLine.class, Load.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> loaded(String manifest) throws IOException {
    Path file = Files.writeString(folder.resolve("manifest.yaml"), manifest);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load",
                "-cp",
                classPath(),
                "foresail.cli.Main",
                "check",
                file.toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
