package foresail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases that are folders. {@code -Dgolden.update=true} writes what is expected anew; read the diff
 * before you commit it.
 */
public final class Golden {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  /** What one case does with its folder. */
  @FunctionalInterface
  public interface Case {
    void run(Path folder) throws IOException;
  }

  /** One test for each folder below, named as the folder, in the order of names. */
  public static Stream<DynamicTest> eachFolder(String parent, Case test) throws IOException {
    return folders(Path.of(parent)).stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(), folder.toUri(), () -> test.run(folder)));
  }

  /** Fails where the text differs from what the file holds. */
  public static void assertMatches(Path expected, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(expected, actual);
    } else if (Files.exists(expected)) {
      assertEquals(
          Files.readString(expected), actual, () -> expected + " (-Dgolden.update=true rewrites)");
    } else {
      fail(expected + " does not exist; -Dgolden.update=true writes it:\n" + actual);
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(parent)) {
      return found.filter(Files::isDirectory).sorted().toList();
    }
  }
}
