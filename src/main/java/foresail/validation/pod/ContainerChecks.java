package foresail.validation.pod;

import static foresail.validation.check.Names.dnsLabel;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.LinkedHashMap;
import java.util.Map;

/** What holds for containers of every kind, and what the lists of them demand. */
final class ContainerChecks {
  private ContainerChecks() {}

  /** {@code spec.containers}, {@code spec.initContainers} or {@code spec.ephemeralContainers}. */
  private static final Check COMMON =
      object(
          field(
              "name",
              required("pod.containers.name.required"),
              dnsLabel("pod.containers.name.format")),
          field(
              "image",
              required("pod.containers.image.required"),
              rule(ContainerChecks::imageIsTrimmed, "pod.containers.image.whitespace")),
          field(
              "terminationMessagePolicy",
              ifNotZero(),
              oneOf("pod.containers.terminationMessagePolicy", "File", "FallbackToLogsOnError")),
          field("ports", PortChecks.PORTS),
          field("env", EnvChecks.ENV),
          field("envFrom", EnvChecks.ENV_FROM),
          MountChecks.MOUNTS_AND_DEVICES,
          field(
              "imagePullPolicy",
              ifNotZero(),
              oneOf("pod.containers.imagePullPolicy", "Always", "IfNotPresent", "Never")),
          field("resources", ResourceChecks.RESOURCES),
          field("resizePolicy", ResizePolicyChecks.RESIZE_POLICY),
          field("securityContext", SecurityContextChecks.OF_CONTAINER));

  /** {@code spec.containers}. */
  static final Check CONTAINERS =
      object(
          required("pod.containers.required"),
          each(COMMON, ProbeChecks.PROBES, LifecycleChecks.LIFECYCLE, RestartChecks.OF_CONTAINER),
          rule(ContainerChecks::uniqueNames, "pod.containers.name.duplicate"),
          PortChecks.HOST_PORTS);

  /** {@code spec.initContainers}. */
  static final Check INIT_CONTAINERS =
      object(
          each(COMMON, InitContainerChecks.INIT_CONTAINER, RestartChecks.OF_INIT_CONTAINER),
          rule(ContainerChecks::uniqueInitNames, "pod.containers.name.duplicate-init"));

  /** {@code spec.ephemeralContainers}. */
  static final Check EPHEMERAL_CONTAINERS =
      object(
          each(COMMON, EphemeralContainerChecks.EPHEMERAL_CONTAINER),
          rule(ContainerChecks::uniqueEphemeralNames, "pod.containers.name.duplicate-ephemeral"));

  private static void imageIsTrimmed(Field image, Refusals out) {
    boolean strict = out.isPod() || image.parent().parent().name().equals("ephemeralContainers");
    if (strict && !image.text().equals(image.text().strip())) {
      out.invalid(
          "pod.containers.image.whitespace", image, "must not have leading or trailing whitespace");
    }
  }

  private static void uniqueNames(Field containers, Refusals out) {
    unique("pod.containers.name.duplicate", containers, new LinkedHashMap<>(), true, out);
  }

  private static void uniqueInitNames(Field initContainers, Refusals out) {
    Map<String, Field> taken = names(initContainers.parent().get("containers"));
    unique("pod.containers.name.duplicate-init", initContainers, taken, false, out);
  }

  private static void uniqueEphemeralNames(Field ephemeralContainers, Refusals out) {
    Map<String, Field> taken = names(ephemeralContainers.parent().get("containers"));
    names(ephemeralContainers.parent().get("initContainers")).forEach(taken::putIfAbsent);
    unique("pod.containers.name.duplicate-ephemeral", ephemeralContainers, taken, true, out);
  }

  private static void unique(
      String fact, Field containers, Map<String, Field> taken, boolean alsoEmpty, Refusals out) {
    for (Field container : containers.items()) {
      Field name = container.get("name");
      Field first = taken.get(name.text());
      if (first != null) {
        out.duplicate(fact, name, first);
      } else if (alsoEmpty || !name.isZero()) {
        taken.put(name.text(), name);
      }
    }
  }

  private static Map<String, Field> names(Field containers) {
    Map<String, Field> names = new LinkedHashMap<>();
    for (Field container : containers.items()) {
      names.putIfAbsent(container.get("name").text(), container.get("name"));
    }
    return names;
  }
}
