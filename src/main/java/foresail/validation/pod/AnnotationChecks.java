package foresail.validation.pod;

import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.RelativePaths;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;

/** Annotations of a pod that the server itself understands; most are older than their fields. */
final class AnnotationChecks {
  private AnnotationChecks() {}

  private static final String MIRROR = "kubernetes.io/config.mirror";
  private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
  private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String SECCOMP_WORDS = "must be a valid seccomp profile";

  /** Of the map of annotations. */
  static final Check OF_POD =
      object(
          ifSet(),
          rule(
              AnnotationChecks::annotations,
              "pod.annotations.mirror-needs-node",
              "pod.annotations.deletion-cost",
              "pod.annotations.seccomp-pod",
              "pod.annotations.seccomp-container",
              "pod.annotations.apparmor-container-exists",
              "pod.annotations.apparmor-value"));

  /** Of the pod or template as a whole: annotations and fields must say the same. */
  static final Check AGAINST_FIELDS =
      rule(
          ProfileAnnotations::compare,
          "pod.seccomp.annotation-field-type",
          "pod.seccomp.annotation-field-profile",
          "pod.seccomp.container-annotation-field",
          "pod.apparmor.annotation-field-type",
          "pod.apparmor.annotation-field-profile");

  private static void annotations(Field annotations, Refusals out) {
    for (Field annotation : annotations.entries()) {
      String name = annotation.name();
      if (name.equals(MIRROR)) {
        mirror(annotations, annotation, out);
      } else if (name.equals(DELETION_COST)) {
        deletionCost(annotation, out);
      } else if (name.equals(SECCOMP_POD)) {
        seccomp("pod.annotations.seccomp-pod", annotations, annotation, out);
      } else if (name.startsWith(SECCOMP)) {
        seccomp("pod.annotations.seccomp-container", annotations, annotation, out);
      } else if (name.startsWith(APP_ARMOR)) {
        appArmor(annotations, annotation, out);
      }
    }
  }

  /** Such a pod stands for one that a node runs from a file of its own. */
  private static void mirror(Field annotations, Field annotation, Refusals out) {
    if (annotations.parent().parent().at("spec", "nodeName").isZero()) {
      out.invalid(
          "pod.annotations.mirror-needs-node",
          annotation,
          "must set spec.nodeName if mirror pod annotation is set");
    }
  }

  private static void deletionCost(Field annotation, Refusals out) {
    String text = annotation.text();
    boolean right;
    try {
      right = Integer.toString(Integer.parseInt(text)).equals(text);
    } catch (NumberFormatException notInteger) {
      right = false;
    }
    if (!right) {
      out.invalid("pod.annotations.deletion-cost", annotation, "must be a 32bit integer");
    }
  }

  private static void seccomp(String fact, Field annotations, Field annotation, Refusals out) {
    Field printed = annotation.printedAs(annotations.get(annotation.name()));
    String profile = annotation.text();
    switch (profile) {
      case "runtime/default", "docker/default", "unconfined" -> {
        // Known ones.
      }
      default -> {
        if (!profile.startsWith("localhost/")) {
          out.invalid(fact, printed, SECCOMP_WORDS);
          return;
        }
        String path = profile.substring("localhost/".length());
        for (String problem : RelativePaths.descending(path)) {
          out.invalid(fact, printed, GoValues.quoted(path), problem);
        }
      }
    }
  }

  private static void appArmor(Field annotations, Field annotation, Refusals out) {
    String container = annotation.name().substring(APP_ARMOR.length());
    Field spec = annotations.parent().parent().get("spec");
    boolean known =
        PodSpecs.containers(spec).stream().anyMatch(each -> each.get("name").is(container));
    if (!known) {
      out.invalid(
          "pod.annotations.apparmor-container-exists",
          annotation,
          GoValues.quoted(container),
          "container not found");
    }
    String profile = annotation.text();
    boolean right =
        profile.isEmpty()
            || profile.equals("runtime/default")
            || profile.equals("unconfined")
            || profile.startsWith("localhost/");
    if (!right) {
      out.invalid(
          "pod.annotations.apparmor-value",
          annotation,
          "invalid AppArmor profile name: " + GoValues.quoted(profile));
    }
  }
}
