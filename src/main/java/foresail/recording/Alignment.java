package foresail.recording;

import foresail.prediction.Row;
import foresail.recording.ComparedRow.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best way to lay predicted rows beside recorded ones without changing their order: as few as
 * possible that stand alone and should not, then as many pairs as possible.
 *
 * @param wrong rows that should have a partner and have none
 */
record Alignment(List<ComparedRow> rows, int wrong) {
  static Alignment of(List<Row> predicted, List<SeenRow> seen, Window window) {
    return new Table(predicted, seen, window).best();
  }

  /** Costs of aligning what is left from each pair of positions on. */
  private static final class Table {
    /** One row that should have a partner outweighs all pairs. */
    private static final int WRONG = 1 << 16;

    private final List<Row> predicted;
    private final List<SeenRow> seen;
    private final Window window;
    private final int[][] costs;

    Table(List<Row> predicted, List<SeenRow> seen, Window window) {
      this.predicted = predicted;
      this.seen = seen;
      this.window = window;
      this.costs = new int[predicted.size() + 1][seen.size() + 1];
      for (int i = predicted.size(); i >= 0; i--) {
        for (int j = seen.size(); j >= 0; j--) {
          costs[i][j] = cost(i, j);
        }
      }
    }

    private int cost(int i, int j) {
      if (i == predicted.size() && j == seen.size()) {
        return 0;
      }
      int cost = Integer.MAX_VALUE;
      if (pair(i, j)) {
        cost = costs[i + 1][j + 1] - 1;
      }
      if (i < predicted.size()) {
        cost = Math.min(cost, costs[i + 1][j] + weight(predictedAlone(i)));
      }
      if (j < seen.size()) {
        cost = Math.min(cost, costs[i][j + 1] + weight(seenAlone(j)));
      }
      return cost;
    }

    Alignment best() {
      List<ComparedRow> rows = new ArrayList<>();
      int i = 0;
      int j = 0;
      while (i < predicted.size() || j < seen.size()) {
        if (pair(i, j) && costs[i][j] == costs[i + 1][j + 1] - 1) {
          rows.add(together(predicted.get(i++), seen.get(j++)));
        } else if (i < predicted.size()
            && costs[i][j] == costs[i + 1][j] + weight(predictedAlone(i))) {
          Verdict verdict = predictedAlone(i);
          rows.add(new ComparedRow(Optional.of(predicted.get(i++)), Optional.empty(), verdict));
        } else {
          Verdict verdict = seenAlone(j);
          rows.add(new ComparedRow(Optional.empty(), Optional.of(seen.get(j++)), verdict));
        }
      }
      int wrong = (int) rows.stream().filter(row -> row.verdict() == Verdict.DIFFERENT).count();
      return new Alignment(rows, wrong);
    }

    private boolean pair(int i, int j) {
      return i < predicted.size()
          && j < seen.size()
          && predicted.get(i).cells().equals(seen.get(j).cells());
    }

    private ComparedRow together(Row row, SeenRow real) {
      boolean close = Window.close(real.at(), window.seenAt(row.at()));
      return new ComparedRow(
          Optional.of(row), Optional.of(real), close ? Verdict.SAME : Verdict.OTHER_TIME);
    }

    /** Near the end of the recording it may still come. */
    private Verdict predictedAlone(int i) {
      Duration at = window.seenAt(predicted.get(i).at());
      if (window.isOpen(at)) {
        return Verdict.OPEN;
      }
      return i + 1 < predicted.size()
          ? alone(at, window.seenAt(predicted.get(i + 1).at()))
          : Verdict.DIFFERENT;
    }

    private Verdict seenAlone(int j) {
      return j + 1 < seen.size()
          ? alone(seen.get(j).at(), seen.get(j + 1).at())
          : Verdict.DIFFERENT;
    }

    private static Verdict alone(Duration at, Duration next) {
      return next.minus(at).compareTo(Window.BRIEF) < 0 ? Verdict.BRIEF : Verdict.DIFFERENT;
    }

    private static int weight(Verdict verdict) {
      return verdict == Verdict.DIFFERENT ? WRONG : 0;
    }
  }
}
