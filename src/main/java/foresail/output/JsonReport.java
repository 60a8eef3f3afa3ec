package foresail.output;

import foresail.finding.Edit;
import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Reason;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.finding.Subject;
import foresail.source.ObjectId;
import foresail.source.Span;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A report as JSON, version 1: one finding a line. */
public final class JsonReport implements ReportFormat {
  @Override
  public void write(Report report, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("version").value(1).name("kubernetes").value(report.kubernetes());
    summary(report, json.name("summary"));
    json.line().name("findings").beginArray();
    for (Finding finding : report.findings()) {
      finding(finding, json.line());
    }
    json.endArray().endObject();
    out.append('\n');
  }

  private static void summary(Report report, JsonWriter json) throws IOException {
    json.beginObject().name("files").value(report.files());
    json.name("documents").value(report.documents());
    json.name("errors").value(report.count(Severity.ERROR));
    json.name("warnings").value(report.count(Severity.WARNING));
    json.name("notes").value(report.count(Severity.NOTE));
    json.name("skipped").beginObject();
    for (Map.Entry<String, Integer> kind : report.skipped().entrySet()) {
      json.name(kind.getKey()).value(kind.getValue());
    }
    json.endObject().endObject();
  }

  private static void finding(Finding finding, JsonWriter json) throws IOException {
    Span span = finding.primary().span();
    Optional<Subject> subject = finding.subject();
    json.beginObject().name("rule").value(finding.ruleId());
    json.name("category").value(finding.category().word());
    json.name("severity").value(finding.severity().word());
    json.name("message").value(finding.message());
    place(span, json);
    json.name("endLine").value(span.endLine()).name("endColumn").value(span.endColumn());
    json.name("document").value(subject.map(Subject::document).orElse(0));
    json.name("object");
    if (subject.isPresent()) {
      object(subject.get().object(), json);
    } else {
      json.nothing();
    }
    if (!finding.releases().isEmpty()) {
      json.name("releases").beginArray();
      for (String release : finding.releases()) {
        json.value(release);
      }
      json.endArray();
    }
    json.name("path").value(subject.map(Subject::path).orElse(""));
    json.name("reason");
    text(finding.reason().map(Reason::word), json);
    json.name("why");
    text(finding.why(), json);
    json.name("related").beginArray();
    for (Label label : finding.related()) {
      place(label.span(), json.beginObject());
      json.name("message").value(label.message()).endObject();
    }
    json.endArray().name("fix");
    if (finding.fix().isPresent()) {
      fix(finding.fix().get(), json);
    } else {
      json.nothing();
    }
    json.endObject();
  }

  private static void text(Optional<String> text, JsonWriter json) throws IOException {
    if (text.isPresent()) {
      json.value(text.get());
    } else {
      json.nothing();
    }
  }

  private static void place(Span span, JsonWriter json) throws IOException {
    json.name("file").value(span.file().path());
    json.name("line").value(span.line()).name("column").value(span.column());
  }

  private static void object(ObjectId object, JsonWriter json) throws IOException {
    json.beginObject().name("apiVersion").value(object.apiVersion());
    json.name("kind").value(object.kind());
    json.name("namespace").value(object.namespace());
    json.name("name").value(object.name()).endObject();
  }

  private static void fix(Fix fix, JsonWriter json) throws IOException {
    json.beginObject().name("description").value(fix.description()).name("edits").beginArray();
    for (Edit edit : fix.edits()) {
      Span span = edit.span();
      place(span, json.beginObject());
      json.name("endLine").value(span.endLine()).name("endColumn").value(span.endColumn());
      json.name("text").value(edit.text()).endObject();
    }
    json.endArray().endObject();
  }
}
