package foresail.recording;

import foresail.prediction.PodRow;
import java.time.Duration;

/**
 * A row that a real cluster showed.
 *
 * @param at since the recording's first row
 */
public record SeenRow(Duration at, PodRow cells) {}
