package foresail.output;

import foresail.finding.Edit;
import foresail.finding.Finding;
import foresail.finding.Fix;
import foresail.finding.Label;
import foresail.finding.Report;
import foresail.finding.Severity;
import foresail.finding.Subject;
import foresail.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A report as SARIF 2.1.0, which GitHub's code scanning and many editors read. */
public final class SarifReport implements ReportFormat {
  private final String version;
  private final UnaryOperator<String> summaries;

  /**
   * @param version of Foresail
   * @param summaries what a rule finds, in a line, by the rule's id
   */
  public SarifReport(String version, UnaryOperator<String> summaries) {
    this.version = version;
    this.summaries = summaries;
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    Map<String, Integer> rules = rules(report);
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
    json.name("version").value("2.1.0").name("runs").beginArray().line().beginObject();
    json.name("tool").beginObject().name("driver").beginObject().name("name").value("Foresail");
    json.name("version").value(version).name("rules").beginArray();
    for (String rule : rules.keySet()) {
      json.line().beginObject().name("id").value(rule);
      text("shortDescription", summaries.apply(rule), json);
      json.endObject();
    }
    json.endArray().endObject().endObject();
    json.line().name("columnKind").value("unicodeCodePoints").name("results").beginArray();
    for (Finding finding : report.findings()) {
      result(finding, rules.get(finding.ruleId()), json.line());
    }
    json.endArray().endObject().endArray().endObject();
    out.append('\n');
  }

  /** Those that found something, with their positions in the list. */
  private static Map<String, Integer> rules(Report report) {
    var ids = new TreeSet<String>();
    report.findings().forEach(finding -> ids.add(finding.ruleId()));
    Map<String, Integer> rules = new TreeMap<>();
    ids.forEach(id -> rules.put(id, rules.size()));
    return rules;
  }

  private static void result(Finding finding, int rule, JsonWriter json) throws IOException {
    json.beginObject().name("ruleId").value(finding.ruleId()).name("ruleIndex").value(rule);
    json.name("level").value(level(finding.severity()));
    text("message", words(finding), json);
    json.name("locations").beginArray().beginObject();
    place(finding.primary().span(), json);
    Optional<Subject> subject = finding.subject();
    if (subject.isPresent()) {
      json.name("logicalLocations").beginArray().beginObject();
      json.name("fullyQualifiedName").value(name(subject.get())).endObject().endArray();
    }
    json.endObject().endArray();
    related(finding.related(), json);
    if (finding.fix().isPresent() && !finding.fix().get().edits().isEmpty()) {
      fix(finding.fix().get(), json);
    }
    json.name("partialFingerprints").beginObject();
    json.name("foresail/v1").value(fingerprint(finding)).endObject();
    json.name("properties").beginObject().name("category").value(finding.category().word());
    if (!finding.releases().isEmpty()) {
      json.name("kubernetes").value(ReleaseRanges.of(finding.releases()));
    }
    json.endObject().endObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  private static String words(Finding finding) {
    return finding.message()
        + finding.why().map(why -> "\nwhy: " + why).orElse("")
        + finding.fix().map(Fix::description).map(fix -> "\nfix: " + fix).orElse("");
  }

  private static String name(Subject subject) {
    return subject.object() + (subject.path().isEmpty() ? "" : " " + subject.path());
  }

  private static void related(List<Label> labels, JsonWriter json) throws IOException {
    if (labels.isEmpty()) {
      return;
    }
    json.name("relatedLocations").beginArray();
    for (int i = 0; i < labels.size(); i++) {
      json.beginObject().name("id").value(i + 1);
      place(labels.get(i).span(), json);
      if (!labels.get(i).message().isEmpty()) {
        text("message", labels.get(i).message(), json);
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void fix(Fix fix, JsonWriter json) throws IOException {
    json.name("fixes").beginArray().beginObject();
    text("description", fix.description(), json);
    json.name("artifactChanges").beginArray();
    List<Edit> left = new ArrayList<>(fix.edits());
    while (!left.isEmpty()) {
      String path = left.get(0).span().file().path();
      json.beginObject();
      artifact(path, json);
      json.name("replacements").beginArray();
      for (Edit edit : left) {
        if (edit.span().file().path().equals(path)) {
          json.beginObject();
          region("deletedRegion", edit.span(), json);
          text("insertedContent", edit.text(), json);
          json.endObject();
        }
      }
      json.endArray().endObject();
      left.removeIf(edit -> edit.span().file().path().equals(path));
    }
    json.endArray().endObject().endArray();
  }

  private static void place(Span span, JsonWriter json) throws IOException {
    json.name("physicalLocation").beginObject();
    artifact(span.file().path(), json);
    region("region", span, json);
    json.endObject();
  }

  private static void artifact(String path, JsonWriter json) throws IOException {
    json.name("artifactLocation").beginObject().name("uri").value(uri(path)).endObject();
  }

  private static void region(String name, Span span, JsonWriter json) throws IOException {
    json.name(name).beginObject().name("startLine").value(span.line());
    json.name("startColumn").value(span.column()).name("endLine").value(span.endLine());
    json.name("endColumn").value(span.endColumn()).endObject();
  }

  private static void text(String name, String text, JsonWriter json) throws IOException {
    json.name(name).beginObject().name("text").value(text).endObject();
  }

  /** The path as a reference: relative as given, or {@code file:///...}. */
  private static String uri(String path) {
    String slashes = path.replace('\\', '/');
    var uri = new StringBuilder(slashes.startsWith("/") ? "file://" : "");
    for (byte b : slashes.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/-._~".indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return uri.toString();
  }

  /** The same finding keeps it where lines before it come and go. */
  private static String fingerprint(Finding finding) {
    String identity =
        String.join(
            "\n",
            finding.ruleId(),
            finding.primary().span().file().path(),
            finding.subject().map(SarifReport::name).orElse(""),
            finding.message());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java has it
    }
  }
}
