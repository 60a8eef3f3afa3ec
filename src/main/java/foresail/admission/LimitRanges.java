package foresail.admission;

import foresail.model.ClaimSpec;
import foresail.model.Container;
import foresail.model.LimitRange;
import foresail.model.PodSpec;
import foresail.notation.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the LimitRanges of a namespace make of a pod or claim.
 *
 * <p>Source: plugin/pkg/admission/limitranger/admission.go, v1.36.
 */
public record LimitRanges(List<LimitRange> ranges) {
  public LimitRanges {
    ranges = List.copyOf(ranges);
  }

  /** The spec with the requests and limits that it gets where it states none. */
  public PodSpec completed(PodSpec spec) {
    PodSpec completed = spec;
    for (LimitRange range : ranges) {
      completed = LimitDefaults.apply(range, completed);
    }
    return completed;
  }

  /**
   * All that is out of bounds.
   *
   * @param spec with the defaults of the ranges
   */
  public List<OutOfBounds> violations(PodSpec spec) {
    List<OutOfBounds> found = new ArrayList<>();
    for (LimitRange range : ranges) {
      for (LimitRange.Item item : range.limits()) {
        if (item.type().equals("Container")) {
          spec.containers().forEach(container -> check(item, container, found));
          spec.initContainers().forEach(container -> check(item, container, found));
        } else if (item.type().equals("Pod")) {
          new LimitBounds(
                  item, Optional.empty(), PodAmounts.requests(spec), PodAmounts.limits(spec), found)
              .check();
        }
      }
    }
    return found;
  }

  private static void check(LimitRange.Item item, Container container, List<OutOfBounds> found) {
    new LimitBounds(
            item,
            Optional.of(container),
            container.resources().requests(),
            container.resources().limits(),
            found)
        .check();
  }

  /** All that is out of bounds in a claim. */
  public List<OutOfBounds> violations(ClaimSpec claim) {
    Map<String, Quantity> requests =
        claim.storage().map(size -> Map.of("storage", size)).orElseGet(Map::of);
    List<OutOfBounds> found = new ArrayList<>();
    for (LimitRange range : ranges) {
      for (LimitRange.Item item : range.limits()) {
        if (item.type().equals("PersistentVolumeClaim")) {
          new LimitBounds(item, Optional.empty(), requests, Map.of(), found).checkRequests();
        }
      }
    }
    return found;
  }

  /**
   * What is no pod any more because of a default limit: a request above it.
   *
   * @param spec with the defaults of the ranges
   */
  public static List<Contradiction> contradictions(PodSpec spec) {
    List<Contradiction> found = new ArrayList<>();
    contradictions("initContainers", spec.initContainers(), found);
    contradictions("containers", spec.containers(), found);
    return found;
  }

  private static void contradictions(
      String list, List<Container> containers, List<Contradiction> found) {
    for (int i = 0; i < containers.size(); i++) {
      Container container = containers.get(i);
      String path = "spec." + list + "[" + i + "].resources.requests";
      container
          .resources()
          .requests()
          .forEach(
              (name, request) -> {
                Quantity limit = container.resources().limits().get(name);
                if (limit != null && request.compareTo(limit) > 0) {
                  found.add(
                      new Contradiction(
                          "%s: Invalid value: \"%s\": must be less than or equal to %s limit of %s"
                              .formatted(path, request, name, limit),
                          container,
                          name));
                }
              });
    }
  }

  /**
   * A request above the limit that a LimitRange gives.
   *
   * @param message field, value and bound in the server's words
   */
  public record Contradiction(String message, Container container, String resource) {}

  /** One text for all: {@code [a, b]}, without brackets where there is one. */
  public static String joined(List<String> messages) {
    return messages.size() == 1 ? messages.get(0) : "[" + String.join(", ", messages) + "]";
  }
}
