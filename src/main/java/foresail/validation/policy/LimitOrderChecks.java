package foresail.validation.policy;

import static foresail.validation.check.Shapes.rule;

import foresail.notation.Quantity;
import foresail.notation.ResourceNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order in which the amounts of one limit must be: minimum, request, limit, maximum. */
final class LimitOrderChecks {
  private LimitOrderChecks() {}

  /** Of one limit. */
  static final Check ORDER =
      rule(
          LimitOrderChecks::limit,
          "limitrange.min-max",
          "limitrange.defaultRequest-min",
          "limitrange.defaultRequest-max",
          "limitrange.defaultRequest-default",
          "limitrange.default-min",
          "limitrange.default-max",
          "limitrange.ratio.one",
          "limitrange.ratio.max-min",
          "limitrange.no-overcommit");

  private static void limit(Field limit, Refusals out) {
    Set<String> names = new LinkedHashSet<>();
    boolean pod = limit.get("type").is("Pod");
    for (String list : List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio")) {
      boolean ofPod = !list.startsWith("default"); // refused as a whole in limits of pods
      for (Field entry : limit.get(list).entries()) {
        if (ofPod || !pod) {
          names.add(entry.name());
        }
      }
    }
    for (String name : names) {
      resource(limit, name, pod, out);
    }
  }

  private static void resource(Field limit, String name, boolean pod, Refusals out) {
    Field max = limit.get("max").entry(name);
    Field min = limit.get("min").entry(name);
    Field none = limit.get("").entry("");
    Field most = pod ? none : limit.get("default").entry(name);
    Field request = pod ? none : limit.get("defaultRequest").entry(name);
    if (above(min, max)) {
      tell(
          "limitrange.min-max",
          min,
          min,
          "min value ",
          min,
          " is greater than max value ",
          max,
          out);
    }
    if (above(min, request)) {
      tell(
          "limitrange.defaultRequest-min",
          request,
          request,
          "min value ",
          min,
          " is greater than default request value ",
          request,
          out);
    }
    if (above(request, max)) {
      tell(
          "limitrange.defaultRequest-max",
          request,
          request,
          "default request value ",
          request,
          " is greater than max value ",
          max,
          out);
    }
    if (above(request, most)) {
      tell(
          "limitrange.defaultRequest-default",
          request,
          request,
          "default request value ",
          request,
          " is greater than default limit value ",
          most,
          out);
    }
    if (above(min, most)) {
      tell(
          "limitrange.default-min",
          most,
          min,
          "min value ",
          min,
          " is greater than default value ",
          most,
          out);
    }
    if (above(most, max)) {
      tell(
          "limitrange.default-max",
          most,
          max,
          "default value ",
          most,
          " is greater than max value ",
          max,
          out);
    }
    ratio(limit.get("maxLimitRequestRatio").entry(name), min, max, out);
    boolean differ =
        most.isSet() && request.isSet() && most.quantity().compareTo(request.quantity()) != 0;
    if (differ && !ResourceNames.isOvercommitAllowed(name)) {
      out.invalid(
          "limitrange.no-overcommit",
          request,
          GoValues.quoted(most.quantity().toString()),
          "default value "
              + most.quantity()
              + " must equal to defaultRequest value "
              + request.quantity()
              + " in "
              + name);
    }
  }

  private static boolean above(Field one, Field other) {
    return one.isSet() && other.isSet() && one.quantity().compareTo(other.quantity()) > 0;
  }

  private static void tell(
      String fact,
      Field place,
      Field value,
      String words,
      Field one,
      String moreWords,
      Field other,
      Refusals out) {
    out.invalid(
        fact,
        place,
        GoValues.quoted(value.quantity().toString()),
        words + one.quantity() + moreWords + other.quantity());
  }

  private static void ratio(Field ratio, Field min, Field max, Refusals out) {
    if (!ratio.isSet()) {
      return;
    }
    Quantity most = ratio.quantity();
    String printed = GoValues.quoted(most.toString());
    if (most.value().compareTo(BigDecimal.ONE) < 0) {
      out.invalid("limitrange.ratio.one", ratio, printed, "ratio " + most + " is less than 1");
    }
    if (min.isSet() && max.isSet() && min.quantity().sign() != 0) {
      BigDecimal limit =
          max.quantity().value().divide(min.quantity().value(), MathContext.DECIMAL64);
      if (most.value().compareTo(limit) > 0) {
        out.invalid(
            "limitrange.ratio.max-min",
            ratio,
            printed,
            "ratio "
                + most
                + " is greater than max/min = "
                + limit.setScale(6, RoundingMode.HALF_EVEN).toPlainString());
      }
    }
  }
}
