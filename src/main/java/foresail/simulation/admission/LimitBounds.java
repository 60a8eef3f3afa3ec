package foresail.simulation.admission;

import foresail.model.Container;
import foresail.model.LimitRange;
import foresail.model.PodSpec;
import foresail.notation.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is out of a LimitRange's bounds, in the server's words (two blanks before {@code No}).
 *
 * <p>Source: PodValidateLimitFunc in plugin/pkg/admission/limitranger/admission.go, v1.36; names
 * that it takes in random order are sorted here.
 */
final class LimitBounds {
  private LimitBounds() {}

  static List<String> of(LimitRange range, PodSpec spec) {
    List<String> violations = new ArrayList<>();
    for (LimitRange.Item item : range.limits()) {
      if (item.type().equals("Container")) {
        for (Container container : spec.containers()) {
          check(item, container.resources().requests(), container.resources().limits(), violations);
        }
        for (Container container : spec.initContainers()) {
          check(item, container.resources().requests(), container.resources().limits(), violations);
        }
      } else if (item.type().equals("Pod")) {
        check(item, PodAmounts.requests(spec), PodAmounts.limits(spec), violations);
      }
    }
    return violations;
  }

  /** A claim has no limits: its request is held against the maximum. */
  static List<String> ofClaim(LimitRange.Item item, Map<String, Quantity> requests) {
    List<String> violations = new ArrayList<>();
    new TreeMap<>(item.min())
        .forEach((name, least) -> min(item, name, least, requests, Map.of(), violations));
    new TreeMap<>(item.max())
        .forEach(
            (name, most) -> {
              Quantity asked = requests.get(name);
              if (asked == null) {
                violations.add(maximum(item, name, most) + ".  No request is specified");
              } else if (asked.compareTo(most) > 0) {
                violations.add(maximum(item, name, most) + ", but request is " + asked);
              }
            });
    return violations;
  }

  private static void check(
      LimitRange.Item item,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      List<String> violations) {
    new TreeMap<>(item.min())
        .forEach((name, least) -> min(item, name, least, requests, limits, violations));
    new TreeMap<>(item.max())
        .forEach((name, most) -> max(item, name, most, requests, limits, violations));
    new TreeMap<>(item.maxLimitRequestRatio())
        .forEach((name, ratio) -> ratio(item, name, ratio, requests, limits, violations));
  }

  private static void min(
      LimitRange.Item item,
      String name,
      Quantity least,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      List<String> violations) {
    String bound = "minimum " + name + " usage per " + item.type() + " is " + least;
    Quantity request = requests.get(name);
    Quantity limit = limits.get(name);
    if (request == null) {
      violations.add(bound + ".  No request is specified");
    } else if (request.compareTo(least) < 0) {
      violations.add(bound + ", but request is " + request);
    } else if (limit != null && limit.compareTo(least) < 0) {
      violations.add(bound + ", but limit is " + limit);
    }
  }

  private static void max(
      LimitRange.Item item,
      String name,
      Quantity most,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      List<String> violations) {
    String bound = maximum(item, name, most);
    Quantity request = requests.get(name);
    Quantity limit = limits.get(name);
    if (limit == null) {
      violations.add(bound + ".  No limit is specified");
    } else if (limit.compareTo(most) > 0) {
      violations.add(bound + ", but limit is " + limit);
    } else if (request != null && request.compareTo(most) > 0) {
      violations.add(bound + ", but request is " + request);
    }
  }

  private static String maximum(LimitRange.Item item, String name, Quantity most) {
    return "maximum " + name + " usage per " + item.type() + " is " + most;
  }

  private static void ratio(
      LimitRange.Item item,
      String name,
      Quantity most,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      List<String> violations) {
    String bound =
        name + " max limit to request ratio per " + item.type() + " is " + most + ", but ";
    Quantity request = requests.get(name);
    Quantity limit = limits.get(name);
    if (request == null || request.sign() == 0) {
      violations.add(bound + "no request is specified or request is 0");
    } else if (limit == null || limit.sign() == 0) {
      violations.add(bound + "no limit is specified or limit is 0");
    } else {
      double ratio = limit.value().doubleValue() / request.value().doubleValue();
      if (ratio > most.value().doubleValue()) {
        violations.add(bound + String.format(Locale.ROOT, "provided ratio is %f", ratio));
      }
    }
  }
}
