package foresail.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables beside {@code facts.tsv}: a row a line, fields between tabs, comments behind #. */
public final class FactTables {
  private FactTables() {}

  /** The fields of each row. */
  public static List<String[]> rows(String name) throws IOException {
    try (InputStream in = FactTables.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
