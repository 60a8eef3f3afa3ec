package foresail.output;

import foresail.prediction.Outcome;
import java.util.List;

/** How often each end came in several runs. */
final class Shares {
  private Shares() {}

  /** {@code of all runs 92 % end ready, 8 % looping}. */
  static String of(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder("of all runs ");
    String before = "";
    for (Outcome outcome : outcomes) {
      text.append(before).append(percent(outcome.share()));
      text.append(before.isEmpty() ? " end " : " ").append(outcome.end().word());
      before = ", ";
    }
    return text.toString();
  }

  /** Never 0 % for what did happen, nor 100 % for what did not always. */
  private static String percent(double share) {
    long percent = Math.round(share * 100);
    if (percent == 0) {
      return "under 1 %";
    }
    return percent == 100 && share < 1 ? "over 99 %" : percent + " %";
  }
}
