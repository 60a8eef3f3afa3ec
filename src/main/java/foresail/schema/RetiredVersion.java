package foresail.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An API version of a kind that Kubernetes served at some time, or serves only where somebody turns
 * it on.
 *
 * @param apiVersion {@code policy/v1beta1}
 * @param deprecatedIn the first release that warns; empty where none does
 * @param removedIn the first release that does not serve it; empty where none is planned
 * @param replacement the apiVersion to use instead; empty where there is none
 * @param sameShape whether a manifest needs no other change than its apiVersion
 */
public record RetiredVersion(
    String apiVersion,
    String kind,
    Optional<Release> deprecatedIn,
    Optional<Release> removedIn,
    Optional<String> replacement,
    boolean sameShape) {

  /** The one of this apiVersion and kind. */
  public static Optional<RetiredVersion> of(String apiVersion, String kind) {
    return Optional.ofNullable(Table.ROWS.get(apiVersion + "/" + kind));
  }

  /** Whether any kind of this group was ever retired; the core group is the empty string. */
  static boolean knowsGroup(String group) {
    return all().anyMatch(row -> row.apiVersion.startsWith(group + "/"));
  }

  /** All of them, in the order of the table. */
  static Stream<RetiredVersion> all() {
    return Table.ROWS.values().stream();
  }

  /** Whether the release has lost it. */
  public boolean isRemovedIn(Release release) {
    return removedIn.filter(removed -> release.compareTo(removed) >= 0).isPresent();
  }

  /** Read when the first unusual kind is met, which is seldom. */
  private static final class Table {
    static final Map<String, RetiredVersion> ROWS = read();

    private static Map<String, RetiredVersion> read() {
      Map<String, RetiredVersion> rows = new LinkedHashMap<>();
      for (String line : lines()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          for (RetiredVersion row : rows(line)) {
            rows.put(row.apiVersion + "/" + row.kind, row);
          }
        }
      }
      return rows;
    }

    private static List<String> lines() {
      try (InputStream in = RetiredVersion.class.getResourceAsStream("retired-versions.txt")) {
        if (in == null) {
          throw new IllegalStateException("the program was packed without retired-versions.txt");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<RetiredVersion> rows(String line) {
      String[] cells = line.split("\\|", -1);
      List<RetiredVersion> rows = new ArrayList<>();
      for (String kind : cells[1].strip().split(" ")) {
        rows.add(
            new RetiredVersion(
                cells[0].strip(),
                kind,
                Release.read(cells[2].strip()),
                Release.read(cells[3].strip()),
                Optional.of(cells[4].strip()).filter(version -> !version.equals("-")),
                cells[5].strip().equals("same")));
      }
      return rows;
    }
  }
}
