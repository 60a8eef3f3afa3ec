package foresail.source;

import foresail.source.FileFinder.Found;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes templates that were not rendered: one note a file, or one for all of a Helm chart. */
final class ChartNotes {
  static final String RULE = "unrendered-template";

  private final Map<Path, Optional<Path>> charts = new HashMap<>();
  private final Map<Path, Note> notes = new LinkedHashMap<>();

  /** Where a chart's note stands in the list of problems, and for how many files. */
  private static final class Note {
    final int index;
    int files = 1;

    Note(int index) {
      this.index = index;
    }
  }

  /** Adds the note of a file, unless its chart has one. */
  void add(Found found, SourceFile file, List<Problem> problems) {
    Optional<Path> chart = found.standardInput() ? Optional.empty() : chart(found.path());
    Note note = chart.map(notes::get).orElse(null);
    if (note != null) {
      note.files++;
      return;
    }
    chart.ifPresent(folder -> notes.put(folder, new Note(problems.size())));
    int at = TemplateMarks.find(file.text());
    problems.add(
        Problem.of(
            RULE,
            "this is a template and not yet YAML, so it was not checked",
            Spans.between(file, at, at + 2)));
  }

  /** Says in a chart's note how many files it stands for. */
  void replaceNotes(List<Problem> problems) {
    for (Note note : notes.values()) {
      if (note.files > 1) {
        Problem one = problems.get(note.index);
        problems.set(
            note.index,
            Problem.of(
                RULE,
                "the "
                    + note.files
                    + " templates of this Helm chart are not rendered, so they"
                    + " were not checked",
                one.at().span()));
      }
    }
  }

  private Optional<Path> chart(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? Optional.empty() : chartAbove(folder);
  }

  private Optional<Path> chartAbove(Path folder) {
    Optional<Path> known = charts.get(folder);
    if (known != null) {
      return known;
    }
    Path parent = folder.getParent();
    Optional<Path> chart =
        Files.isRegularFile(folder.resolve("Chart.yaml"))
            ? Optional.of(folder)
            : parent == null ? Optional.empty() : chartAbove(parent);
    charts.put(folder, chart);
    return chart;
  }
}
