package foresail.output;

import foresail.prediction.Missing;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what pods need and nobody brings, and how to have it assumed. */
final class MissingLine {
  /** More are counted only. */
  private static final int MOST = 5;

  private MissingLine() {}

  static String of(List<Missing> missing) {
    List<String> named = new ArrayList<>();
    for (Missing each : missing.subList(0, Math.min(MOST, missing.size()))) {
      named.add(Places.with(each.kind() + " " + each.name(), each.place()));
    }
    int more = missing.size() - named.size();
    return (missing.size() == 1 ? "1 object is" : missing.size() + " objects are")
        + " named but not here: "
        + String.join(", ", named)
        + (more == 0 ? "" : " and " + more + " more")
        + "; --open-world assumes that "
        + (missing.size() == 1 ? "it exists" : "they exist");
  }
}
