package foresail.prediction;

import foresail.source.Span;
import java.time.Duration;
import java.util.Optional;

/**
 * A row that a watcher sees.
 *
 * @param at when; of several runs the median
 * @param because one sentence without a full stop; why the row is as it is
 * @param place the manifest's text that explains it; empty where none does
 * @param range of its moment in several runs; empty where there was one only
 */
public record Row(
    Duration at, PodRow cells, String because, Optional<Span> place, Optional<Range> range) {
  /** The row of a single run. */
  public Row(Duration at, PodRow cells, String because, Optional<Span> place) {
    this(at, cells, because, place, Optional.empty());
  }

  Row at(Duration median, Range range) {
    return new Row(median, cells, because, place, Optional.of(range));
  }
}
