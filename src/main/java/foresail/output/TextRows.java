package foresail.output;

import foresail.prediction.PodRow;
import foresail.prediction.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A pod's rows in columns. */
final class TextRows {
  private static final List<String> TITLES =
      List.of("TIME", "READY", "STATUS", "RESTARTS", "BECAUSE");
  private static final int STATUS = 2;
  private static final int BECAUSE = 4;
  private static final String MARGIN = "  ";
  private static final String GAP = "   ";

  /** A narrower column of reasons is put below its row. */
  private static final int LEAST = 24;

  private final Screen screen;

  TextRows(Screen screen) {
    this.screen = screen;
  }

  void write(List<Row> rows, Appendable out) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(TITLES);
    rows.forEach(row -> lines.add(cells(row)));
    int[] widths = Wrapping.widths(lines);
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), widths, i == 0 ? null : Stage.of(rows.get(i - 1).cells()), out);
    }
  }

  private static List<String> cells(Row row) {
    PodRow cells = row.cells();
    return List.of(
        Seconds.words(row),
        cells.ready(),
        Printable.of(cells.status()),
        cells.equals(PodRow.DELETED) ? "" : Integer.toString(cells.restarts()),
        Printable.of(Places.with(row.because(), row.place())));
  }

  private void line(List<String> cells, int[] widths, Stage stage, Appendable out)
      throws IOException {
    var before = new StringBuilder(MARGIN);
    int columns = MARGIN.length();
    for (int i = 0; i < BECAUSE; i++) {
      String cell = cells.get(i);
      boolean coloured = i == STATUS && stage != null && !cell.isEmpty();
      before.append(coloured ? screen.style().stage(stage, cell) : cell);
      before.append(" ".repeat(widths[i] - Wrapping.width(cell))).append(GAP);
      columns += widths[i] + GAP.length();
    }
    int room = screen.text() - columns;
    boolean below = room < LEAST;
    String indent = " ".repeat(below ? 2 * MARGIN.length() : columns);
    List<String> reasons =
        Wrapping.lines(cells.get(BECAUSE), below ? screen.text() - indent.length() : room);
    if (below) {
      out.append(before.toString().stripTrailing()).append('\n');
      for (String reason : reasons) {
        out.append(reason.isEmpty() || stage == null ? "" : indent + reason + "\n");
      }
      return;
    }
    for (int i = 0; i < reasons.size(); i++) {
      String start = i == 0 ? before.toString() : indent;
      out.append((start + reasons.get(i)).stripTrailing()).append('\n');
    }
  }
}
