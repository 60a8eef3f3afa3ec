package foresail.output;

import foresail.finding.Severity;
import foresail.prediction.End;

/** Colours of a terminal, or none. */
public enum Style {
  PLAIN,
  COLOR;

  String bold(String text) {
    return in("1", text);
  }

  String dim(String text) {
    return in("34", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> in("1;31", text);
      case WARNING -> in("1;33", text);
      case NOTE -> in("1;36", text);
    };
  }

  String end(End end) {
    return switch (end) {
      case READY, FINISHED -> in("1;32", end.word());
      case GONE -> in("1", end.word());
      case FAILED, LOOPING, STUCK -> in("1;31", end.word());
    };
  }

  String stage(Stage stage, String text) {
    return in(stage.color(), text);
  }

  private String in(String code, String text) {
    return this == COLOR ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
