package foresail.validation.pod;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** Holds the old annotations about profiles against the fields that replaced them. */
final class ProfileAnnotations {
  private ProfileAnnotations() {}

  private static final String LOCALHOST = "localhost/";

  /** Compares where both are there; {@code pod} is a pod or a template. */
  static void compare(Field pod, Refusals out) {
    Field annotations = pod.at("metadata", "annotations");
    if (annotations.size() == 0 || PodSpecs.os(pod.get("spec")).equals("windows")) {
      return;
    }
    Field spec = pod.get("spec");
    Field podContext = spec.get("securityContext");
    seccomp(
        annotations.get("seccomp.security.alpha.kubernetes.io/pod"),
        podContext.get("seccompProfile"),
        "pod.seccomp.annotation-field-type",
        "pod.seccomp.annotation-field-profile",
        out);
    for (Field container : PodSpecs.containers(spec)) {
      String name = container.get("name").text();
      Field context = container.get("securityContext");
      seccomp(
          annotations.get("container.seccomp.security.alpha.kubernetes.io/" + name),
          context.get("seccompProfile"),
          "pod.seccomp.container-annotation-field",
          "pod.seccomp.container-annotation-field",
          out);
      Field own = context.get("appArmorProfile");
      Field used = own.isSet() ? own : podContext.get("appArmorProfile").printedAs(own);
      appArmor(
          annotations.get("container.apparmor.security.beta.kubernetes.io/" + name), used, out);
    }
  }

  private static void seccomp(
      Field annotation, Field profile, String typeFact, String profileFact, Refusals out) {
    if (!annotation.isSet() || !profile.isSet()) {
      return;
    }
    String text = annotation.text();
    Field type = profile.get("type");
    boolean same =
        switch (type.text()) {
          case "Unconfined" -> text.equals("unconfined");
          case "RuntimeDefault" -> text.equals("runtime/default") || text.equals("docker/default");
          case "Localhost" -> text.startsWith(LOCALHOST);
          default -> true; // an unknown type has been told of
        };
    if (!same) {
      out.forbidden(typeFact, type, "seccomp type in annotation and field must match");
    } else if (type.is("Localhost") && !isFile(profile, text)) {
      out.forbidden(
          profileFact,
          profile.get("localhostProfile"),
          "seccomp profile in annotation and field must match");
    }
  }

  private static void appArmor(Field annotation, Field profile, Refusals out) {
    if (!annotation.isSet() || !profile.isSet()) {
      return;
    }
    String text = annotation.text();
    Field type = profile.get("type");
    boolean same =
        switch (type.text()) {
          case "Unconfined" -> text.equals("unconfined");
          case "RuntimeDefault" -> text.equals("runtime/default");
          case "Localhost" -> text.startsWith(LOCALHOST);
          default -> true; // an unknown type has been told of
        };
    if (!same) {
      out.forbidden(
          "pod.apparmor.annotation-field-type",
          type,
          "apparmor type in annotation and field must match");
    } else if (type.is("Localhost") && !isFile(profile, text)) {
      out.forbidden(
          "pod.apparmor.annotation-field-profile",
          profile.get("localhostProfile"),
          "apparmor profile in annotation and field must match");
    }
  }

  private static boolean isFile(Field profile, String annotation) {
    Field file = profile.get("localhostProfile");
    return file.isSet() && annotation.substring(LOCALHOST.length()).equals(file.text());
  }
}
