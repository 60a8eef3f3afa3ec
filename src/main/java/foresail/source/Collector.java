package foresail.source;

import foresail.source.FileLoader.Loaded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts together what was read, file by file and in order. */
final class Collector {
  private static final Comparator<Problem> READING_ORDER =
      Comparator.<Problem>comparingInt(problem -> problem.at().span().line())
          .thenComparingInt(problem -> problem.at().span().column());

  private final KnownNames names;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<SourceFile> files = new ArrayList<>();
  private final ChartNotes charts = new ChartNotes();
  private int documents;

  Collector(KnownNames names) {
    this.names = names;
  }

  void add(Loaded loaded, List<ParsedDocument> read) {
    SourceFile file = loaded.file();
    files.add(file);
    documents += read.size();
    if (loaded.problem().isPresent()) {
      problems.add(loaded.problem().get());
    } else if (loaded.foreign()) {
      skipped.add(new Skipped(file, 0, Skipped.Kind.OTHER_JSON, Optional.empty()));
      documents++;
    } else if (isTemplate(file, read)) {
      skipped.add(new Skipped(file, 0, Skipped.Kind.TEMPLATE, Optional.empty()));
      charts.add(loaded.found(), file, problems);
    } else {
      sort(loaded, read);
    }
  }

  private static boolean isTemplate(SourceFile file, List<ParsedDocument> read) {
    for (ParsedDocument document : read) {
      if (document.root().isEmpty()) {
        return TemplateMarks.find(file.text()) >= 0;
      }
    }
    return false;
  }

  private void sort(Loaded loaded, List<ParsedDocument> read) {
    DocumentSorter sorter = new DocumentSorter(names);
    List<Problem> ofFile = new ArrayList<>();
    for (int number = 0; number < read.size(); number++) {
      ParsedDocument document = read.get(number);
      boolean ours = document.root().isEmpty();
      if (document.root().isPresent()) {
        ours =
            sorter.add(
                loaded.file(),
                number,
                document.root().get(),
                document.comments(),
                loaded.found().named());
      }
      // A key that is twice in another tool's file is that tool's matter.
      if (ours) {
        for (Problem problem : document.problems()) {
          ofFile.add(problem.inDocument(number));
        }
      }
    }
    manifests.addAll(sorter.manifests());
    skipped.addAll(sorter.skipped());
    ofFile.addAll(sorter.problems());
    ofFile.sort(READING_ORDER);
    problems.addAll(ofFile);
  }

  Sources finish() {
    charts.replaceNotes(problems);
    return new Sources(manifests, skipped, problems, files, documents);
  }
}
