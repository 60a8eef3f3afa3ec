package foresail.validation.update;

import foresail.finding.Label;
import foresail.finding.Reason;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.List;

/** How a refused change is told: the new place is the refusal's, the old one explains it. */
final class Told {
  /** Longer values, such as a whole pod template, are not printed. */
  private static final int LONGEST_VALUE = 120;

  private Told() {}

  /**
   * @param change what the server prints
   * @param first the smallest piece that differs
   */
  static void invalid(Change change, Change first, String detail, Refusals out) {
    String value = change.now().isSet() ? GoValues.text(change.now()) : nothing(change.was());
    String shown = value.length() > LONGEST_VALUE ? "{...}" : value;
    add(Reason.INVALID, change, first, "Invalid value: " + shown + ": " + detail, out);
  }

  /**
   * @param printed whose path is told
   * @param value as the server prints it
   */
  static void invalidAt(Field printed, String value, Change first, String detail, Refusals out) {
    add(
        Reason.INVALID,
        new Change(first.was(), printed),
        first,
        "Invalid value: " + value + ": " + detail,
        out);
  }

  /** A value as that of a list: one that is none is the list's only item. */
  static String list(Field value) {
    String text = GoValues.text(value);
    return value.isString() ? "[" + text + "]" : text;
  }

  /** As Go prints the zero value of a field that had a value before. */
  private static String nothing(Field was) {
    return was.isString() ? "\"\"" : "null";
  }

  static void add(Reason reason, Change change, Change first, String words, Refusals out) {
    Field printed = change.now();
    String message = reason == Reason.FORBIDDEN ? "Forbidden: " + words : words;
    out.add(
        fact(printed, out),
        reason,
        first.place().printedAs(printed),
        message,
        List.of(new Label(first.was().span(), before(first.was()))));
  }

  /** {@code update.Deployment.spec.selector}. */
  private static String fact(Field printed, Refusals out) {
    return "update." + out.kind() + "." + printed.path();
  }

  private static String before(Field was) {
    Node node = was.node().orElse(null);
    if (node == null) {
      return "before, without " + (was.name().isEmpty() ? "it" : was.name());
    }
    if (node.added() && node instanceof ScalarNode) {
      return "before, " + was.name() + " was " + GoValues.text(was) + " by default";
    }
    return "before";
  }
}
