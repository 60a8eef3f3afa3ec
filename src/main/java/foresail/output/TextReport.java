package foresail.output;

import foresail.finding.Finding;
import foresail.finding.Label;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A report for people: each finding with the text that it is about, why, and the way out. */
public final class TextReport implements ReportFormat {
  private final Style style;
  private final boolean summary;

  /**
   * @param summary whether the last line counts what was found
   */
  public TextReport(Style style, boolean summary) {
    this.style = style;
    this.summary = summary;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (Finding finding : report.findings()) {
      finding(finding, out);
      out.append('\n');
    }
    if (summary) {
      out.append(summary(report)).append('\n');
    }
  }

  private void finding(Finding finding, Appendable out) throws IOException {
    Span span = finding.primary().span();
    Severity severity = finding.severity();
    out.append(style.bold(Printable.of(span.toString()))).append(": ");
    out.append(style.severity(severity, severity.word() + ":")).append(' ');
    out.append(style.bold(Printable.line(finding.message())));
    out.append(" [").append(finding.ruleId()).append(']');
    if (!finding.releases().isEmpty()) {
      out.append(" (").append(ReleaseRanges.of(finding.releases())).append(')');
    }
    out.append('\n');
    int gutter = gutter(finding);
    boolean shown = excerpt(finding.primary(), severity, gutter, out);
    for (Label label : finding.related()) {
      if (shown) {
        out.append(style.dim(" ".repeat(gutter) + " |")).append('\n');
      }
      out.append(" ".repeat(gutter)).append(style.dim(":::")).append(' ');
      out.append(Printable.of(label.span().toString())).append('\n');
      shown = excerpt(label, gutter, out);
    }
    if (finding.why().isPresent()) {
      note("why", finding.why().get(), gutter, out);
    }
    if (finding.fix().isPresent()) {
      note("fix", finding.fix().get().description(), gutter, out);
    }
  }

  /** The width of the longest line number, and a blank. */
  private static int gutter(Finding finding) {
    int last = finding.primary().span().line();
    for (Label label : finding.related()) {
      last = Math.max(last, label.span().line());
    }
    return Math.max(2, Integer.toString(last).length());
  }

  private boolean excerpt(Label label, Severity severity, int gutter, Appendable out)
      throws IOException {
    if (label.span().file().text().isEmpty()) {
      return false;
    }
    out.append(style.dim(" ".repeat(gutter) + " |")).append('\n');
    Excerpt excerpt = line(label, gutter, out);
    String words = "^".repeat(excerpt.width()) + words(label);
    out.append(" ".repeat(excerpt.indent())).append(style.severity(severity, words)).append('\n');
    return true;
  }

  private boolean excerpt(Label label, int gutter, Appendable out) throws IOException {
    if (label.span().file().text().isEmpty()) {
      return false;
    }
    Excerpt excerpt = line(label, gutter, out);
    String words = "-".repeat(excerpt.width()) + words(label);
    out.append(" ".repeat(excerpt.indent())).append(style.dim(words)).append('\n');
    return true;
  }

  /** The line itself, and the start of the one below it. */
  private Excerpt line(Label label, int gutter, Appendable out) throws IOException {
    Excerpt excerpt = Excerpt.of(label.span());
    String number = Integer.toString(label.span().line());
    out.append(style.dim(" ".repeat(gutter - number.length()) + number + " |"));
    out.append(excerpt.line().isEmpty() ? "" : " ").append(excerpt.line()).append('\n');
    out.append(style.dim(" ".repeat(gutter) + " |")).append(' ');
    return excerpt;
  }

  private static String words(Label label) {
    return label.message().isEmpty() ? "" : " " + Printable.of(label.message());
  }

  private void note(String word, String text, int gutter, Appendable out) throws IOException {
    out.append(" ".repeat(gutter)).append(" = ").append(style.bold(word + ":")).append(' ');
    out.append(Printable.of(text)).append('\n');
  }

  /** {@code 2 errors in 3 documents of 1 file}. */
  static String summary(Report report) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = report.count(severity);
      if (count > 0) {
        counts.add(number(count, severity.word()));
      }
    }
    String found = counts.isEmpty() ? "nothing found" : String.join(", ", counts);
    return found
        + " in "
        + number(report.documents(), "document")
        + " of "
        + number(report.files(), "file")
        + skipped(report);
  }

  private static String skipped(Report report) {
    if (report.skipped().isEmpty()) {
      return "";
    }
    List<String> kinds = new ArrayList<>();
    int all = 0;
    for (var kind : report.skipped().entrySet()) {
      kinds.add(kind.getKey() + " " + kind.getValue());
      all += kind.getValue();
    }
    return "; skipped " + all + " (" + String.join(", ", kinds) + ")";
  }

  private static String number(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
