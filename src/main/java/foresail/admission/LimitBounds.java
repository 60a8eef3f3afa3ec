package foresail.admission;

import foresail.model.Container;
import foresail.model.LimitRange;
import foresail.notation.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One pair of requests and limits held against one item of a LimitRange; names that the server
 * takes in random order are sorted here.
 *
 * <p>Source: minConstraint, maxConstraint, maxRequestConstraint and limitRequestRatioConstraint in
 * plugin/pkg/admission/limitranger/admission.go, v1.36.
 */
final class LimitBounds {
  private final LimitRange.Item item;
  private final Optional<Container> container;
  private final Map<String, Quantity> requests;
  private final Map<String, Quantity> limits;
  private final List<OutOfBounds> found;

  LimitBounds(
      LimitRange.Item item,
      Optional<Container> container,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      List<OutOfBounds> found) {
    this.item = item;
    this.container = container;
    this.requests = requests;
    this.limits = limits;
    this.found = found;
  }

  void check() {
    new TreeMap<>(item.min()).forEach(this::min);
    new TreeMap<>(item.max()).forEach(this::max);
    new TreeMap<>(item.maxLimitRequestRatio()).forEach(this::ratio);
  }

  /** A claim has no limits: its request is held against the maximum. */
  void checkRequests() {
    new TreeMap<>(item.min()).forEach(this::min);
    new TreeMap<>(item.max()).forEach(this::maxRequest);
  }

  private void min(String name, Quantity least) {
    Quantity request = requests.get(name);
    Quantity limit = limits.get(name);
    String bound = "minimum " + name + " usage per " + item.type() + " is " + least;
    if (request == null) {
      add(name, "requests", bound + ".  No request is specified");
    } else if (request.compareTo(least) < 0) {
      add(name, "requests", bound + ", but request is " + request);
    } else if (limit != null && limit.compareTo(least) < 0) {
      add(name, "limits", bound + ", but limit is " + limit);
    }
  }

  private void max(String name, Quantity most) {
    Quantity request = requests.get(name);
    Quantity limit = limits.get(name);
    if (limit == null) {
      add(name, "limits", maximum(name, most) + ".  No limit is specified");
    } else if (limit.compareTo(most) > 0) {
      add(name, "limits", maximum(name, most) + ", but limit is " + limit);
    } else if (request != null && request.compareTo(most) > 0) {
      add(name, "requests", maximum(name, most) + ", but request is " + request);
    }
  }

  private void maxRequest(String name, Quantity most) {
    Quantity request = requests.get(name);
    if (request == null) {
      add(name, "requests", maximum(name, most) + ".  No request is specified");
    } else if (request.compareTo(most) > 0) {
      add(name, "requests", maximum(name, most) + ", but request is " + request);
    }
  }

  private String maximum(String name, Quantity most) {
    return "maximum " + name + " usage per " + item.type() + " is " + most;
  }

  private void ratio(String name, Quantity most) {
    String bound =
        name + " max limit to request ratio per " + item.type() + " is " + most + ", but ";
    Quantity request = requests.get(name);
    Quantity limit = limits.get(name);
    if (request == null || request.sign() == 0) {
      add(name, "requests", bound + "no request is specified or request is 0");
    } else if (limit == null || limit.sign() == 0) {
      add(name, "limits", bound + "no limit is specified or limit is 0");
    } else {
      double ratio = limit.value().doubleValue() / request.value().doubleValue();
      if (ratio > most.value().doubleValue()) {
        String text = String.format(Locale.ROOT, "provided ratio is %f", ratio);
        add(name, "limits", bound + text);
      }
    }
  }

  private void add(String resource, String part, String message) {
    found.add(new OutOfBounds(message, item, container, part, resource));
  }
}
