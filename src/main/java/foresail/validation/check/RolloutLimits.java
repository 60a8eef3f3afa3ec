package foresail.validation.check;

import static foresail.validation.check.Shapes.rule;

import foresail.notation.IntOrString;

/** Numbers of pods, or percentages of them, during a rollout. */
public final class RolloutLimits {
  private RolloutLimits() {}

  /** A number that is not negative, or a percentage. */
  public static Check intOrPercent(String fact) {
    return rule((field, out) -> intOrPercent(fact, field, out), fact);
  }

  private static void intOrPercent(String fact, Field field, Refusals out) {
    if (field.isString() && !read(field).isPercent()) {
      out.invalid(
          fact,
          field,
          "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%', "
              + " or '93%', regex used for validation is '[0-9]+%')");
    } else if (field.number() < 0) {
      out.invalid(fact, field, "must be greater than or equal to 0");
    }
  }

  /** No percentage above 100. */
  public static Check notMoreThanAll(String fact) {
    return rule(
        (field, out) -> {
          if (field.isString() && percent(field) > 100) {
            out.invalid(fact, field, "must not be greater than 100%");
          }
        },
        fact);
  }

  /** Whether it comes to nothing; a text counts as the number in it, and without one as 0. */
  public static boolean isNone(Field field) {
    if (!field.isString()) {
      return field.number() == 0;
    }
    return read(field).isPercent() ? percent(field) == 0 : number(field.text()) == 0;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notNumber) {
      return 0;
    }
  }

  private static long percent(Field field) {
    return read(field).scaled(100, false);
  }

  private static IntOrString read(Field field) {
    return IntOrString.of(field.text());
  }
}
