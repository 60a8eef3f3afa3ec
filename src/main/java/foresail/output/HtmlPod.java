package foresail.output;

import foresail.prediction.Cause;
import foresail.prediction.ConditionChange;
import foresail.prediction.EventLine;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Row;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A pod of a page: it opens to its causes and rows, each of which opens to its details. */
final class HtmlPod {
  private final PodPrediction pod;
  private final Appendable out;

  private HtmlPod(PodPrediction pod, Appendable out) {
    this.pod = pod;
    this.out = out;
  }

  /**
   * @param number its place among the pods, from 1
   */
  static void write(int number, PodPrediction pod, Appendable out) throws IOException {
    out.append("<details class=\"entry\" id=\"pod-" + number + "\"><summary>");
    new HtmlPod(pod, out).write();
    out.append("</details>\n");
  }

  private void write() throws IOException {
    String end = pod.end().word();
    out.append("<bdi>pod/").append(Markup.of(pod.name())).append("</bdi> ");
    if (pod.owner().isPresent()) {
      out.append("<span class=\"dim\">").append(Markup.of(pod.owner().get())).append("</span> ");
    }
    out.append("<span class=\"end " + end + "\">").append(end).append("</span>");
    if (!pod.causes().isEmpty()) {
      out.append(" <span class=\"dim\">").append(Markup.of(pod.status())).append("</span>");
    }
    out.append("</summary>\n<div class=\"inside\">\n");
    if (pod.outcomes().size() > 1) {
      out.append("<p>").append(Shares.of(pod.outcomes())).append("</p>\n");
    }
    causes();
    out.append("<div class=\"titles\" aria-hidden=\"true\"><span>TIME</span><span>READY</span>");
    out.append("<span>STATUS</span><span class=\"rest\">RESTARTS</span>");
    out.append("<span class=\"why\">BECAUSE</span></div>\n");
    for (int i = 0; i < pod.rows().size(); i++) {
      row(i);
    }
    out.append("</div>");
  }

  private void causes() throws IOException {
    if (pod.causes().isEmpty()) {
      return;
    }
    out.append("<p>Because</p>\n<ol class=\"causes\">\n");
    for (Cause cause : pod.causes()) {
      out.append("<li>").append(Markup.of(Places.with(cause))).append("</li>\n");
    }
    out.append("</ol>\n");
  }

  private void row(int number) throws IOException {
    Row row = pod.rows().get(number);
    PodRow cells = row.cells();
    String restarts = cells.equals(PodRow.DELETED) ? "" : Integer.toString(cells.restarts());
    out.append("<details class=\"row\"><summary><span class=\"cells\"><span>");
    out.append("<span class=\"vh\">at </span>").append(Seconds.words(row.at()));
    out.append("</span><span><span class=\"vh\">ready </span>").append(cells.ready());
    out.append("</span><span><span class=\"mark\" style=\"background:var(--");
    out.append(Stage.of(cells).word()).append(")\"></span>").append(Markup.of(cells.status()));
    out.append("</span><span class=\"number\"><span class=\"vh\">restarts </span>");
    out.append(restarts).append("</span><span class=\"why\">").append(Markup.of(row.because()));
    out.append("</span></span></summary>\n<div class=\"detail\">");
    if (row.range().isPresent()) {
      out.append("<p class=\"dim\">at ").append(Seconds.words(row)).append("</p>\n");
    }
    out.append("<p>");
    out.append(Markup.of(row.because())).append("</p>\n");
    if (row.place().isPresent()) {
      out.append("<p class=\"dim\">in <code>").append(Markup.of(Places.of(row.place().get())));
      out.append("</code></p>\n");
    }
    List<ConditionChange> conditions = new ArrayList<>();
    for (ConditionChange change : pod.conditions()) {
      if (isWithin(change.at(), number)) {
        conditions.add(change);
      }
    }
    conditions(conditions);
    List<EventLine> events = new ArrayList<>();
    for (EventLine event : pod.events()) {
      if (isWithin(event.at(), number)) {
        events.add(event);
      }
    }
    events(events);
    out.append("</div></details>\n");
  }

  /** Whether a moment belongs to a row; the first one has what was before, too. */
  private boolean isWithin(Duration at, int number) {
    List<Row> rows = pod.rows();
    boolean begun = number == 0 || at.compareTo(rows.get(number).at()) >= 0;
    boolean over = number + 1 < rows.size() && at.compareTo(rows.get(number + 1).at()) >= 0;
    return begun && !over;
  }

  private void conditions(List<ConditionChange> changes) throws IOException {
    if (!changes.isEmpty()) {
      out.append("<h3>Conditions</h3>\n<table><tr><th>Time<th>Type<th>Status<th>Reason</tr>\n");
      for (ConditionChange change : changes) {
        String words = (change.reason() + " " + change.message()).strip();
        line(List.of(Seconds.words(change.at()), change.type(), change.status(), words));
      }
      out.append("</table>\n");
    }
  }

  private void events(List<EventLine> events) throws IOException {
    if (!events.isEmpty()) {
      out.append("<h3>Events</h3>\n<table><tr><th>Time<th>Type<th>Reason<th>Message</tr>\n");
      for (EventLine event : events) {
        String times = event.count() > 1 ? " (" + event.count() + " times)" : "";
        line(
            List.of(
                Seconds.words(event.at()), event.type(), event.reason(), event.message() + times));
      }
      out.append("</table>\n");
    }
  }

  private void line(List<String> cells) throws IOException {
    out.append("<tr>");
    for (String cell : cells) {
      out.append("<td>").append(Markup.of(cell)).append("</td>");
    }
    out.append("</tr>\n");
  }
}
