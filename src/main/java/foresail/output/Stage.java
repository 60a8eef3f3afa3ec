package foresail.output;

import foresail.prediction.PodRow;

/** What a row means for the pod's work: each has a glyph of its own, so that none needs colour. */
enum Stage {
  PENDING("waits for a node", '\u00b7', '.', "2"),
  PREPARING("is prepared", '\u2591', ':', "36"),
  INIT("init containers", '\u2592', 'i', "34"),
  UNREADY("runs, not ready", '\u2593', 'o', "33"),
  READY("ready", '\u2588', '#', "32"),
  FAILING("has failed, or waits to try again", '\u2573', 'x', "1;31"),
  DONE("has finished", '\u2500', '=', "32"),
  ENDING("is stopped", '\u254c', '-', "35"),
  GONE("gone", ' ', ' ', "0");

  private final String words;
  private final char glyph;
  private final char ascii;
  private final String color;

  Stage(String words, char glyph, char ascii, String color) {
    this.words = words;
    this.glyph = glyph;
    this.ascii = ascii;
    this.color = color;
  }

  static Stage of(PodRow row) {
    if (row.equals(PodRow.DELETED)) {
      return GONE;
    }
    return switch (row.status()) {
      case "Pending", "SchedulingGated" -> PENDING;
      case "ContainerCreating", "PodInitializing" -> PREPARING;
      case "Running", "NotReady" -> allReady(row.ready()) ? READY : UNREADY;
      case "Completed" -> DONE;
      case "Terminating" -> ENDING;
      default -> isInit(row.status()) ? INIT : FAILING;
    };
  }

  /** {@code 2/2}. */
  private static boolean allReady(String ready) {
    int slash = ready.indexOf('/');
    return slash > 0 && ready.substring(0, slash).equals(ready.substring(slash + 1));
  }

  /** {@code Init:0/2}, but not {@code Init:Error}. */
  private static boolean isInit(String status) {
    return status.startsWith("Init:") && status.length() > 5 && Character.isDigit(status.charAt(5));
  }

  /** Behind "the pod": for legends. */
  String words() {
    return words;
  }

  char glyph(boolean unicode) {
    return unicode ? glyph : ascii;
  }

  /** The code of a terminal's colour. */
  String color() {
    return color;
  }

  /** As a class of style sheets and a word of Mermaid. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
