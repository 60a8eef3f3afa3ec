package foresail.output;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;

/** All rules, a line each. */
public final class RuleList {
  private final List<Line> lines;

  /**
   * A rule in a line.
   *
   * @param open its severity where what is not among the files may exist: a word, or {@code off}
   * @param closed its severity where the files are everything
   * @param summary the flaw that it finds
   */
  public record Line(String id, String category, String open, String closed, String summary) {
    public Line {
      requireNonNull(id);
      requireNonNull(category);
      requireNonNull(open);
      requireNonNull(closed);
      requireNonNull(summary);
    }

    /** One word, or both where they differ: {@code note/error}. */
    private String severity() {
      return open.equals(closed) ? open : open + "/" + closed;
    }
  }

  public RuleList(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /** In columns, for people. */
  public void text(Appendable out) throws IOException {
    int ids = lines.stream().mapToInt(line -> line.id().length()).max().orElse(0);
    int severities = lines.stream().mapToInt(line -> line.severity().length()).max().orElse(0);
    for (Line line : lines) {
      out.append(padded(line.id(), ids)).append(padded(line.severity(), severities));
      out.append(line.summary()).append('\n');
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }

  /** As a JSON list, a rule a line. */
  public void json(Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out).beginArray();
    for (Line line : lines) {
      json.line().beginObject().name("id").value(line.id());
      json.name("category").value(line.category()).name("severity").value(line.open());
      json.name("closedWorld").value(line.closed()).name("summary").value(line.summary());
      json.endObject();
    }
    json.endArray();
    out.append('\n');
  }

  /** As a table of a page. */
  public void markdown(Appendable out) throws IOException {
    out.append("| rule | category | severity | finds |\n| --- | --- | --- | --- |\n");
    for (Line line : lines) {
      out.append("| ").append(line.id()).append(" | ").append(line.category());
      out.append(" | ").append(line.severity()).append(" | ");
      out.append(line.summary().replace("|", "\\|")).append(" |\n");
    }
  }
}
