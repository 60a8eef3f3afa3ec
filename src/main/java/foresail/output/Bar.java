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
    // The rows of a loop end with its fifth restart; it goes on as before.
    int last = bars.size() - 1;
    boolean loops = pod.end() == End.LOOPING && bars.get(last).cells().restarts() >= 5;
    if (loops) {
      Bar bar = bars.get(last);
      bars.set(last, new Bar(bar.from(), bar.to(), Stage.FAILING, bar.cells()));
    }
    return bars;
  }
}
