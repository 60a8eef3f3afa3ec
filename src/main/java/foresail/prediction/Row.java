package foresail.prediction;

import foresail.source.Span;
import java.time.Duration;
import java.util.Optional;

/**
 * A row that a watcher sees.
 *
 * @param because one sentence without a full stop; why the row is as it is
 * @param place the manifest's text that explains it; empty where none does
 */
public record Row(Duration at, PodRow cells, String because, Optional<Span> place) {}
