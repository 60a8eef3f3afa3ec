package foresail.validation.update;

import foresail.notation.Quantity;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.validation.check.Field;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for the first place at which two values differ as the server compares them
 * (apimachinery/third_party/forked/golang/reflect/deep_equal.go, v1.36): the order of keys does not
 * count, nothing and empty are the same, and amounts are compared by what they are worth.
 */
final class Difference {
  /** Go pointers to scalars: only there is a written zero another value than nothing. */
  private static final Set<String> POINTERS =
      Set.of(
          "activeDeadlineSeconds",
          "allocateLoadBalancerNodePorts",
          "allowPrivilegeEscalation",
          "attachRequired",
          "automountServiceAccountToken",
          "backoffLimitPerIndex",
          "completions",
          "defaultMode",
          "enableServiceLinks",
          "fsGroup",
          "hostProcess",
          "hostUsers",
          "hostnameOverride",
          "loadBalancerClass",
          "managedBy",
          "minDomains",
          "mode",
          "optional",
          "priority",
          "privileged",
          "readOnlyRootFilesystem",
          "runAsGroup",
          "runAsNonRoot",
          "runAsUser",
          "runtimeClassName",
          "setHostnameAsFQDN",
          "shareProcessNamespace",
          "storageClassName",
          "terminationGracePeriodSeconds",
          "tolerationSeconds");

  private static final Set<String> MAPS_OF_AMOUNTS =
      Set.of("requests", "limits", "capacity", "overhead", "podFixed");
  private static final Set<String> AMOUNTS = Set.of("sizeLimit", "divisor");

  private final Set<String> ignored;

  private Difference(Set<String> ignored) {
    this.ignored = ignored;
  }

  /**
   * The smallest fields that differ, the first of them in reading order; empty where the server
   * takes the two for the same.
   *
   * @param ignored paths below the change that may differ, without the numbers of items: {@code
   *     containers.image}
   */
  static Optional<Change> first(Change change, Set<String> ignored) {
    return new Difference(ignored).find(change, "");
  }

  private Optional<Change> find(Change change, String path) {
    if (ignored.contains(path)) {
      return Optional.empty();
    }
    if (isBoth(change, Field::isObject)) {
      return inObjects(change, path);
    }
    if (isBoth(change, Difference::isList)) {
      return inLists(change, path);
    }
    return isSame(change) ? Optional.empty() : Optional.of(change);
  }

  /** Whether what is there is of that shape. */
  private static boolean isBoth(Change change, Predicate<Field> shape) {
    boolean was = change.was().isSet();
    boolean now = change.now().isSet();
    return (was || now) && (!was || shape.test(change.was())) && (!now || shape.test(change.now()));
  }

  private static boolean isList(Field field) {
    return field.node().orElse(null) instanceof SequenceNode;
  }

  private Optional<Change> inObjects(Change change, String path) {
    for (Field now : change.now().entries()) {
      Optional<Change> found = below(change, path, now.name());
      if (found.isPresent()) {
        return found;
      }
    }
    for (Field was : change.was().entries()) {
      if (!change.now().get(was.name()).isSet()) {
        Optional<Change> found = below(change, path, was.name());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Change> below(Change change, String path, String name) {
    Optional<Change> found = find(change.get(name), path.isEmpty() ? name : path + "." + name);
    // What is new or gone as a whole is one difference.
    boolean whole = !change.was().isSet() || !change.now().isSet();
    return whole ? found.map(any -> change) : found;
  }

  private Optional<Change> inLists(Change change, String path) {
    int was = change.was().size();
    int now = change.now().size();
    for (int i = 0; i < Math.min(was, now); i++) {
      Optional<Change> found = find(change.item(i), path);
      if (found.isPresent()) {
        return found;
      }
    }
    if (was == now) {
      return Optional.empty();
    }
    return Optional.of(
        new Change(
            was > now ? change.was().item(now) : change.was(),
            now > was ? change.now().item(was) : change.now()));
  }

  private static boolean isSame(Change change) {
    Field was = change.was();
    Field now = change.now();
    if (!was.isSet() || !now.isSet()) {
      return isNothing(was) && isNothing(now);
    }
    if (!(was.node().get() instanceof ScalarNode old)
        || !(now.node().get() instanceof ScalarNode updated)) {
      return isNothing(was) && isNothing(now);
    }
    return old.type() == updated.type() && old.text().equals(updated.text())
        || isAmount(now) && sameAmount(old.text(), updated.text())
        || isNumber(old) && isNumber(updated) && was.number() == now.number();
  }

  private static boolean isNothing(Field field) {
    return field.isZero() && !(field.isSet() && POINTERS.contains(field.name()));
  }

  private static boolean isNumber(ScalarNode scalar) {
    return scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.FLOAT;
  }

  private static boolean isAmount(Field field) {
    return AMOUNTS.contains(field.name()) || MAPS_OF_AMOUNTS.contains(field.parent().name());
  }

  private static boolean sameAmount(String was, String now) {
    Optional<Quantity> old = Quantity.parse(was);
    Optional<Quantity> updated = Quantity.parse(now);
    return old.isPresent()
        && updated.isPresent()
        && old.get().roundedUpToMilli().compareTo(updated.get().roundedUpToMilli()) == 0;
  }
}
