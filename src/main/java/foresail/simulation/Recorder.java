package foresail.simulation;

import foresail.simulation.api.ApiObject;
import foresail.simulation.api.Kind;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down every change of the objects that a user watches. */
final class Recorder {
  private final Clock clock;
  private final List<Run.Change> changes = new ArrayList<>();

  Recorder(Clock clock) {
    this.clock = clock;
  }

  <O extends ApiObject<O>> void watch(ApiServer api, Kind<O> kind) {
    api.watch(
        kind,
        Duration.ZERO,
        new Watcher<O>() {
          @Override
          public void added(O object) {
            record(Optional.empty(), Optional.of(object));
          }

          @Override
          public void updated(O before, O now) {
            record(Optional.of(before), Optional.of(now));
          }

          @Override
          public void deleted(O last) {
            record(Optional.of(last), Optional.empty());
          }
        });
  }

  private void record(Optional<ApiObject<?>> before, Optional<ApiObject<?>> now) {
    changes.add(new Run.Change(clock.now(), before, now));
  }

  List<Run.Change> changes() {
    return changes;
  }
}
