package foresail.output;

import foresail.prediction.Cause;
import foresail.prediction.ConditionChange;
import foresail.prediction.EventLine;
import foresail.prediction.Missing;
import foresail.prediction.Outcome;
import foresail.prediction.PodPrediction;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import foresail.prediction.WorkloadPrediction;
import foresail.simulation.Run;
import foresail.simulation.facts.Assumption;
import foresail.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A prediction as JSON, version 1: one row, condition or Event a line. */
public final class JsonPrediction implements PredictionFormat {
  /** Writes one item of a list. */
  @FunctionalInterface
  private interface Item<T> {
    void write(T item, JsonWriter json) throws IOException;
  }

  @Override
  public void write(String kubernetes, Prediction prediction, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject().name("version").value(1).name("kubernetes").value(kubernetes);
    json.name("horizon").raw(Seconds.number(prediction.horizon()));
    list("pods", prediction.pods(), JsonPrediction::pod, json.line());
    list("workloads", prediction.workloads(), JsonPrediction::workload, json.line());
    list("missing", prediction.missing(), JsonPrediction::missing, json.line());
    list("refused", prediction.refused(), JsonPrediction::refused, json.line());
    list("assumptions", prediction.assumptions(), JsonPrediction::assumption, json.line());
    json.endObject();
    out.append('\n');
  }

  private static <T> void list(String name, List<T> items, Item<T> as, JsonWriter json)
      throws IOException {
    json.name(name).beginArray();
    for (T item : items) {
      as.write(item, json.line());
    }
    json.endArray();
  }

  private static void pod(PodPrediction pod, JsonWriter json) throws IOException {
    json.beginObject().name("name").value(pod.name()).name("namespace").value(pod.namespace());
    json.name("owner");
    if (pod.owner().isPresent()) {
      json.value(pod.owner().get());
    } else {
      json.nothing();
    }
    json.name("end").value(pod.end().word()).name("status").value(pod.status());
    json.name("because").value(pod.because());
    list("causes", pod.causes(), JsonPrediction::cause, json.line());
    list("rows", pod.rows(), JsonPrediction::row, json.line());
    list("conditions", pod.conditions(), JsonPrediction::condition, json.line());
    list("events", pod.events(), JsonPrediction::event, json.line());
    if (!pod.outcomes().isEmpty()) {
      list("outcomes", pod.outcomes(), JsonPrediction::outcome, json.line());
    }
    json.endObject();
  }

  private static void outcome(Outcome outcome, JsonWriter json) throws IOException {
    json.beginObject().name("end").value(outcome.end().word());
    json.name("share").raw(Double.toString(outcome.share())).endObject();
  }

  private static void cause(Cause cause, JsonWriter json) throws IOException {
    json.beginObject().name("text").value(cause.text());
    place(cause.place(), json);
    json.endObject();
  }

  private static void workload(WorkloadPrediction workload, JsonWriter json) throws IOException {
    json.beginObject().name("kind").value(workload.kind()).name("name").value(workload.name());
    json.name("namespace").value(workload.namespace());
    list("conditions", workload.conditions(), JsonPrediction::condition, json.line());
    list("events", workload.events(), JsonPrediction::event, json.line());
    json.endObject();
  }

  private static void row(Row row, JsonWriter json) throws IOException {
    json.beginObject().name("at").raw(Seconds.number(row.at()));
    if (row.range().isPresent()) {
      json.name("range").beginArray().raw(Seconds.number(row.range().get().from()));
      json.raw(Seconds.number(row.range().get().to())).endArray();
    }
    json.name("ready").value(row.cells().ready()).name("status").value(row.cells().status());
    json.name("restarts").value(row.cells().restarts()).name("because").value(row.because());
    place(row.place(), json);
    json.endObject();
  }

  private static void condition(ConditionChange change, JsonWriter json) throws IOException {
    json.beginObject().name("at").raw(Seconds.number(change.at()));
    json.name("type").value(change.type()).name("status").value(change.status());
    json.name("reason").value(change.reason()).name("message").value(change.message());
    json.endObject();
  }

  private static void event(EventLine event, JsonWriter json) throws IOException {
    json.beginObject().name("at").raw(Seconds.number(event.at()));
    json.name("type").value(event.type()).name("reason").value(event.reason());
    json.name("message").value(event.message()).name("count").value(event.count());
    json.endObject();
  }

  private static void missing(Missing missing, JsonWriter json) throws IOException {
    json.beginObject().name("kind").value(missing.kind());
    json.name("namespace").value(missing.namespace()).name("name").value(missing.name());
    place(missing.place(), json);
    json.endObject();
  }

  private static void place(Optional<Span> place, JsonWriter json) throws IOException {
    if (place.isPresent()) {
      json.name("file").value(place.get().file().path()).name("line").value(place.get().line());
    }
  }

  private static void refused(Run.Refused refused, JsonWriter json) throws IOException {
    json.beginObject().name("at").raw(Seconds.number(refused.at()));
    json.name("kind").value(refused.kind()).name("name").value(refused.name());
    json.name("message").value(refused.message()).endObject();
  }

  private static void assumption(Assumption assumption, JsonWriter json) throws IOException {
    json.beginObject().name("object").value(assumption.object());
    json.name("container").value(assumption.container());
    json.name("assumed").value(assumption.assumed());
    json.name("because").value(assumption.because());
    json.name("set").value(assumption.set()).endObject();
  }
}
