package foresail.output;

import foresail.prediction.Cause;
import foresail.prediction.ConditionChange;
import foresail.prediction.End;
import foresail.prediction.EventLine;
import foresail.prediction.Missing;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Prediction;
import foresail.prediction.Row;
import foresail.prediction.WorkloadPrediction;
import foresail.simulation.Run;
import foresail.simulation.facts.Assumption;
import foresail.source.SourceFile;
import foresail.source.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Predictions for tests of the formats. */
final class SmallPredictions {
  private static final List<String> STATUSES =
      List.of(
          "Pending",
          "Init:0/2",
          "PodInitializing",
          "ContainerCreating",
          "Running",
          "CrashLoopBackOff",
          "Init:Error",
          "Completed",
          "Terminating",
          "(deleted)");

  private SmallPredictions() {}

  /** One with something of everything; every text from a manifest comes from the supplier. */
  static Prediction random(Random random, Supplier<String> texts) {
    var pods = new ArrayList<PodPrediction>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      pods.add(pod(random, texts));
    }
    return new Prediction(
        Duration.ofSeconds(random.nextInt(2000)),
        pods,
        List.of(
            new WorkloadPrediction(
                "Job", texts.get(), texts.get(), List.of(condition(texts)), List.of(event(texts)))),
        random.nextBoolean()
            ? List.of()
            : List.of(new Missing("Secret", texts.get(), texts.get(), place(texts))),
        List.of(new Run.Refused(Duration.ZERO, texts.get(), texts.get(), "Invalid", texts.get())),
        List.of(new Assumption(texts.get(), texts.get(), texts.get(), texts.get(), texts.get())));
  }

  private static PodPrediction pod(Random random, Supplier<String> texts) {
    var rows = new ArrayList<Row>();
    Duration at = Duration.ofMillis(random.nextInt(20_000));
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String status = STATUSES.get(random.nextInt(STATUSES.size()));
      PodRow cells =
          status.equals("(deleted)")
              ? PodRow.DELETED
              : new PodRow(random.nextInt(3) + "/2", status, random.nextInt(7));
      rows.add(new Row(at, cells, texts.get(), place(texts)));
      at = at.plusMillis(random.nextInt(random.nextBoolean() ? 500 : 200_000));
    }
    End end = End.values()[random.nextInt(End.values().length)];
    return new PodPrediction(
        texts.get(),
        texts.get(),
        random.nextBoolean() ? Optional.empty() : Optional.of("Deployment/" + texts.get()),
        end,
        STATUSES.get(random.nextInt(STATUSES.size())),
        end == End.READY
            ? List.of()
            : List.of(
                new Cause(texts.get(), place(texts)), new Cause(texts.get(), Optional.empty())),
        rows,
        List.of(condition(texts)),
        List.of(event(texts)));
  }

  private static ConditionChange condition(Supplier<String> texts) {
    return new ConditionChange(
        Duration.ofSeconds(1), texts.get(), "False", texts.get(), texts.get());
  }

  private static EventLine event(Supplier<String> texts) {
    return new EventLine(Duration.ofSeconds(2), "Warning", texts.get(), texts.get(), 3);
  }

  private static Optional<Span> place(Supplier<String> texts) {
    return Optional.of(new Span(new SourceFile(texts.get(), "a: b\n"), 1, 1, 1, 2));
  }
}
