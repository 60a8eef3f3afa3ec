package foresail.validation.pod;

import static foresail.validation.check.Names.descendingPath;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.fieldOneUp;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.RelativePaths;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code volumeMounts} and {@code volumeDevices} of a container. */
final class MountChecks {
  private MountChecks() {}

  private static final Check MOUNT =
      object(
          MountChecks::isThere,
          field("name", required("pod.volumeMounts.name.required")),
          field("name", rule(MountChecks::namesVolume, "pod.volumeMounts.name.unknown")),
          field("mountPath", required("pod.volumeMounts.mountPath.required")),
          rule(
              MountChecks::notInDevices,
              "pod.volumeMounts.name.in-devices",
              "pod.volumeMounts.mountPath.in-devices"),
          fieldOneUp("subPath", ifNotZero(), descendingPath("pod.volumeMounts.subPath")),
          field(
              "subPathExpr",
              ifNotZero(),
              rule(MountChecks::withoutSubPath, "pod.volumeMounts.subPathExpr.exclusive")),
          fieldOneUp("subPathExpr", ifNotZero(), descendingPath("pod.volumeMounts.subPathExpr")),
          fieldOneUp(
              "mountPropagation",
              ifSet(),
              oneOf(
                  "pod.volumeMounts.mountPropagation.value",
                  "Bidirectional",
                  "HostToContainer",
                  "None"),
              rule(MountChecks::privileged, "pod.volumeMounts.mountPropagation.bidirectional")),
          fieldOneUp(
              "recursiveReadOnly",
              ifSet(),
              oneOf(
                  "pod.volumeMounts.recursiveReadOnly.value", "Disabled", "Enabled", "IfPossible"),
              rule(
                  MountChecks::recursive,
                  "pod.volumeMounts.recursiveReadOnly.readOnly",
                  "pod.volumeMounts.recursiveReadOnly.propagation")));

  private static final Check DEVICE =
      object(
          field("name", required("pod.volumeDevices.name.required")),
          field(
              "name",
              rule(
                  MountChecks::namesClaim,
                  "pod.volumeDevices.name.source",
                  "pod.volumeDevices.name.unknown")),
          field("devicePath", required("pod.volumeDevices.devicePath.required")),
          field("devicePath", rule(MountChecks::goesUp, "pod.volumeDevices.devicePath.backsteps")),
          rule(
              MountChecks::notInMounts,
              "pod.volumeDevices.name.in-mounts",
              "pod.volumeDevices.devicePath.in-mounts"));

  static final Check MOUNTS_AND_DEVICES =
      object(
          field(
              "volumeMounts",
              each(MOUNT),
              uniqueText("mountPath", "pod.volumeMounts.mountPath.duplicate")),
          field(
              "volumeDevices",
              each(DEVICE),
              uniqueText("name", "pod.volumeDevices.name.duplicate"),
              uniqueText("devicePath", "pod.volumeDevices.devicePath.duplicate")));

  private static Check uniqueText(String name, String fact) {
    return rule(
        (list, out) -> {
          if (list.size() < 2) {
            return;
          }
          Set<String> seen = new HashSet<>();
          for (Field item : list.items()) {
            Field value = item.get(name);
            if (!seen.add(value.text())) {
              out.invalid(fact, value, "must be unique");
            }
          }
        },
        fact);
  }

  private static boolean isThere(Field mount, Refusals out) {
    Field name = mount.get("name");
    return !PodVolumes.isDropped(PodSpecs.around(mount), name.text(), out);
  }

  private static void namesVolume(Field name, Refusals out) {
    if (PodVolumes.find(PodSpecs.around(name), name.text(), out).isEmpty()) {
      out.notFound("pod.volumeMounts.name.unknown", name, GoValues.text(name));
    }
  }

  private static void namesClaim(Field name, Refusals out) {
    Optional<PodVolumes.Source> source = PodVolumes.find(PodSpecs.around(name), name.text(), out);
    if (source.isEmpty()) {
      out.notFound("pod.volumeDevices.name.unknown", name, GoValues.text(name));
    } else if (source.get() != PodVolumes.Source.CLAIM) {
      out.invalid(
          "pod.volumeDevices.name.source",
          name,
          "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
    }
  }

  private static void notInDevices(Field mount, Refusals out) {
    List<Field> devices = mount.parent().parent().get("volumeDevices").items();
    if (has(devices, "name", mount.get("name").text())) {
      out.invalid(
          "pod.volumeMounts.name.in-devices",
          mount.get("name"),
          "must not already exist in volumeDevices");
    }
    if (has(devices, "devicePath", mount.get("mountPath").text())) {
      out.invalid(
          "pod.volumeMounts.mountPath.in-devices",
          mount.get("mountPath"),
          "must not already exist as a path in volumeDevices");
    }
  }

  private static void notInMounts(Field device, Refusals out) {
    List<Field> mounts = device.parent().parent().get("volumeMounts").items();
    if (has(mounts, "name", device.get("name").text())) {
      out.invalid(
          "pod.volumeDevices.name.in-mounts",
          device.get("name"),
          "must not already exist in volumeMounts");
    }
    if (has(mounts, "mountPath", device.get("devicePath").text())) {
      out.invalid(
          "pod.volumeDevices.devicePath.in-mounts",
          device.get("devicePath"),
          "must not already exist as a path in volumeMounts");
    }
  }

  private static boolean has(List<Field> items, String name, String text) {
    for (Field item : items) {
      if (item.get(name).is(text)) {
        return true;
      }
    }
    return false;
  }

  private static void withoutSubPath(Field subPathExpr, Refusals out) {
    if (!subPathExpr.parent().get("subPath").isZero()) {
      out.invalid(
          "pod.volumeMounts.subPathExpr.exclusive",
          subPathExpr,
          "subPathExpr and subPath are mutually exclusive");
    }
  }

  private static void privileged(Field propagation, Refusals out) {
    Field container = propagation.parent().parent().parent();
    if (propagation.is("Bidirectional")
        && !container.at("securityContext", "privileged").isTrue()) {
      out.forbidden(
          "pod.volumeMounts.mountPropagation.bidirectional",
          propagation,
          "Bidirectional mount propagation is available only to privileged containers");
    }
  }

  private static void recursive(Field recursive, Refusals out) {
    if (!recursive.is("Enabled") && !recursive.is("IfPossible")) {
      return;
    }
    Field mount = recursive.parent();
    if (!mount.get("readOnly").isTrue()) {
      out.forbidden(
          "pod.volumeMounts.recursiveReadOnly.readOnly",
          recursive,
          "may only be specified when readOnly is true");
    }
    Field propagation = mount.get("mountPropagation");
    if (propagation.isSet() && !propagation.is("None")) {
      out.forbidden(
          "pod.volumeMounts.recursiveReadOnly.propagation",
          recursive,
          "may only be specified when mountPropagation is None or not specified");
    }
  }

  private static void goesUp(Field path, Refusals out) {
    if (RelativePaths.hasBacksteps(path.text())) {
      out.invalid(
          "pod.volumeDevices.devicePath.backsteps", path, "can not contain backsteps ('..')");
    }
  }
}
