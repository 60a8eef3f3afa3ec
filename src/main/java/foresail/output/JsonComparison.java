package foresail.output;

import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.recording.ComparedRow;
import foresail.recording.Comparison;
import foresail.recording.PodComparison;
import foresail.recording.SeenPod;
import foresail.simulation.facts.Assumption;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A comparison as JSON, version 1: one row a line. */
public final class JsonComparison implements ComparisonFormat {
  @Override
  public void write(Comparison comparison, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("version").value(1);
    json.name("same").raw(Boolean.toString(comparison.agrees()));
    json.name("recorded").raw(Seconds.number(comparison.end()));
    json.name("pods").beginArray();
    for (PodComparison pod : comparison.pods()) {
      pod(pod, json.line());
    }
    json.endArray().endObject();
    out.append('\n');
  }

  private static void pod(PodComparison pod, JsonWriter json) throws IOException {
    json.beginObject().name("recorded");
    name(pod.seen().map(SeenPod::name), json);
    json.name("predicted");
    name(pod.predicted().map(PodPrediction::name), json);
    json.name("same").raw(Boolean.toString(pod.agrees())).name("rows").beginArray();
    for (ComparedRow row : pod.rows()) {
      row(row, json.line());
    }
    json.endArray().name("assumptions").beginArray();
    for (Assumption assumption : pod.assumptions()) {
      json.line().beginObject().name("container").value(assumption.container());
      json.name("assumed").value(assumption.assumed()).name("set").value(assumption.set());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void row(ComparedRow row, JsonWriter json) throws IOException {
    json.beginObject().name("verdict");
    json.value(row.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.name("predicted");
    if (row.predicted().isPresent()) {
      cells(row.predicted().get().at(), row.predicted().get().cells(), json);
    } else {
      json.nothing();
    }
    json.name("recorded");
    if (row.seen().isPresent()) {
      cells(row.seen().get().at(), row.seen().get().cells(), json);
    } else {
      json.nothing();
    }
    json.endObject();
  }

  private static void cells(Duration at, PodRow row, JsonWriter json) throws IOException {
    json.beginObject().name("at").raw(Seconds.number(at)).name("ready").value(row.ready());
    json.name("status").value(row.status()).name("restarts").value(row.restarts()).endObject();
  }

  private static void name(Optional<String> name, JsonWriter json) throws IOException {
    if (name.isPresent()) {
      json.value(name.get());
    } else {
      json.nothing();
    }
  }
}
