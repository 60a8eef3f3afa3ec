package foresail.output;

import foresail.prediction.End;
import foresail.prediction.PodPrediction;
import foresail.prediction.PodRow;
import foresail.prediction.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which a pod is in one stage.
 *
 * @param to exclusive; the end of the run for the last one
 * @param cells of the row that begins it
 */
record Bar(Duration from, Duration to, Stage stage, PodRow cells) {
  /** The bars of a pod's rows, in their order; rows of one stage and STATUS make one bar. */
  static List<Bar> of(PodPrediction pod, Duration end) {
    List<Bar> bars = new ArrayList<>();
    List<Row> rows = pod.rows();
    for (int i = 0; i < rows.size(); i++) {
      Duration from = rows.get(i).at();
      Duration to = i + 1 < rows.size() ? rows.get(i + 1).at() : end;
      if (to.compareTo(end) > 0) {
        to = end;
      }
      if (from.compareTo(to) > 0) {
        from = to;
      }
      PodRow cells = rows.get(i).cells();
      Stage stage = Stage.of(cells);
      int last = bars.size() - 1;
      boolean goesOn =
          last >= 0
              && bars.get(last).stage() == stage
              && bars.get(last).cells().status().equals(cells.status());
      if (goesOn) {
        bars.set(last, new Bar(bars.get(last).from(), to, stage, bars.get(last).cells()));
      } else {
        bars.add(new Bar(from, to, stage, cells));
      }
    }
    if (pod.end() == End.LOOPING) {
      loopOn(bars);
    }
    return bars;
  }

  /** The rows of a loop end with its fifth restart; what it does from there on is failing. */
  private static void loopOn(List<Bar> bars) {
    int end = bars.size() - 1;
    Bar last = bars.get(end);
    for (int i = end; i >= 0 && last.cells().restarts() >= 5; i--) {
      if (bars.get(i).stage() == Stage.FAILING) {
        bars.set(end, new Bar(last.from(), last.to(), Stage.FAILING, bars.get(i).cells()));
        return;
      }
    }
  }
}
