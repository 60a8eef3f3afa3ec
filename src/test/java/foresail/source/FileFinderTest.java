package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileFinderTest {
  @TempDir Path folder;

  private void make(String... names) throws IOException {
    for (String name : names) {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "a: b\n");
    }
  }

  private List<String> find(List<String> exclude, Path... paths) {
    return new FileFinder(exclude, folder)
        .find(List.of(paths)).stream()
            .map(found -> found.shown().replace(folder.toString() + "/", ""))
            .toList();
  }

  @Test
  void takesYamlAndJsonOfAllFoldersButHiddenOnes() throws IOException {
    make(
        "b.yaml",
        "a/z.yml",
        "a/B.json",
        "a/a.txt",
        ".git/x.yaml",
        "a/.hidden/x.yaml",
        ".pre-commit-config.yaml",
        "\u00e4.yaml",
        "Z.yaml");
    assertEquals(
        List.of(
            ".pre-commit-config.yaml", "Z.yaml", "a/B.json", "a/z.yml", "b.yaml", "\u00e4.yaml"),
        find(List.of(), folder));
  }

  @Test
  void aNamedFileIsReadWhateverItsEnding() throws IOException {
    make("a.txt", "b.yaml");
    assertEquals(
        List.of("b.yaml", "a.txt"),
        find(List.of(), folder, folder.resolve("a.txt"), folder.resolve("b.yaml")));
  }

  @Test
  void linksToFilesAreFollowed() throws IOException {
    make("real/x.txt");
    Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("real/x.txt"));
    assertEquals(List.of("link.yaml"), find(List.of(), folder));
  }

  @Test
  void excludesWhatPatternsName() throws IOException {
    make("a.yaml", "test/b.yaml", "c/test/d.yaml", "c/e.yaml", "c/keep.yaml");
    assertEquals(List.of("a.yaml", "c/e.yaml", "c/keep.yaml"), find(List.of("test/"), folder));
    assertEquals(
        List.of("a.yaml", "c/e.yaml", "c/keep.yaml", "c/test/d.yaml"),
        find(List.of("/test"), folder));
    assertEquals(List.of("c/keep.yaml"), find(List.of("*.yaml", "!keep.yaml"), folder));
    assertEquals(List.of("a.yaml", "test/b.yaml"), find(List.of("c/**"), folder));
  }

  @Test
  void patternsAreRelativeToTheBaseAlsoInANamedFolder() throws IOException {
    make("c/test/d.yaml", "c/e.yaml");
    assertEquals(List.of("c/e.yaml"), find(List.of("/c/test"), folder.resolve("c")));
    assertEquals(List.of("c/e.yaml", "c/test/d.yaml"), find(List.of("/test"), folder.resolve("c")));
  }

  @Test
  void patternsAreThoseOfGitignore() {
    assertTrue(excludes("a/**/z.yaml", "a/z.yaml"));
    assertTrue(excludes("a/**/z.yaml", "a/b/c/z.yaml"));
    assertTrue(excludes("**/z.yaml", "z.yaml"));
    assertTrue(excludes("**/z.yaml", "a/b/z.yaml"));
    assertTrue(excludes("z*.y?ml", "a/zoo.yaml"));
    assertTrue(excludes("a/*/z.yaml", "a/b/z.yaml"));
    assertFalse(excludes("a/*/z.yaml", "a/b/c/z.yaml"));
    assertFalse(excludes("/z.yaml", "a/z.yaml"));
    assertFalse(excludes("# comment", "# comment"));
    assertFalse(excludes("z/", "z"));
    assertFalse(new ExcludePatterns(List.of("*.yaml", "!z.yaml")).excludes("a/z.yaml", false));
    assertTrue(new ExcludePatterns(List.of("z/")).excludes("a/z", true));
    assertTrue(excludes("*".repeat(20) + "a", "a".repeat(20)));
  }

  private static boolean excludes(String pattern, String path) {
    return new ExcludePatterns(List.of(pattern)).excludes(path, false);
  }
}
