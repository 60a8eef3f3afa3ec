package foresail.validation.pod;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.RelativePaths;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoStruct;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;

/** Profiles of seccomp and AppArmor. */
final class ProfileChecks {
  /** The internal SeccompProfile and AppArmorProfile. */
  static final GoStruct AS_IN_GO = GoStruct.of("Type\"", "LocalhostProfile");

  private ProfileChecks() {}

  private static final int MAX_APP_ARMOR_BYTES = 4095;

  static final Check SECCOMP =
      object(
          ifSet(),
          field(
              "type",
              required(
                  "pod.container.securityContext.seccomp.type.required",
                  "type is required when seccompProfile is set"),
              oneOf(
                  "pod.container.securityContext.seccomp.type",
                  "Localhost",
                  "RuntimeDefault",
                  "Unconfined")),
          rule(
              ProfileChecks::seccompFile,
              "pod.container.securityContext.seccomp.localhost.required",
              "pod.container.securityContext.seccomp.localhost.path",
              "pod.container.securityContext.seccomp.localhost.forbidden"));

  static final Check APP_ARMOR =
      object(
          ifSet(),
          field(
              "type",
              required(
                  "pod.container.securityContext.appArmor.type.required",
                  "type is required when appArmorProfile is set"),
              oneOf(
                  "pod.container.securityContext.appArmor.type",
                  "Localhost",
                  "RuntimeDefault",
                  "Unconfined")),
          rule(
              ProfileChecks::appArmorName,
              "pod.container.securityContext.appArmor.localhost.required",
              "pod.container.securityContext.appArmor.localhost.padding",
              "pod.container.securityContext.appArmor.localhost.length",
              "pod.container.securityContext.appArmor.localhost.forbidden"));

  private static void seccompFile(Field profile, Refusals out) {
    Field file = profile.get("localhostProfile");
    if (profile.get("type").is("Localhost")) {
      if (file.isSet()) {
        Names.tell(
            "pod.container.securityContext.seccomp.localhost.path",
            file,
            RelativePaths.descending(file.text()),
            out);
      } else {
        out.required(
            "pod.container.securityContext.seccomp.localhost.required",
            file,
            "must be set when seccomp type is Localhost");
      }
    } else if (file.isSet()) {
      out.invalid(
          "pod.container.securityContext.seccomp.localhost.forbidden",
          file,
          AS_IN_GO.text(profile),
          "can only be set when seccomp type is Localhost");
    }
  }

  private static void appArmorName(Field profile, Refusals out) {
    Field name = profile.get("localhostProfile");
    String text = name.text();
    switch (profile.get("type").text()) {
      case "Localhost" -> {
        if (text.strip().isEmpty()) {
          out.required(
              "pod.container.securityContext.appArmor.localhost.required",
              name,
              "must be set when AppArmor type is Localhost");
        } else if (!text.equals(text.strip())) {
          out.invalid(
              "pod.container.securityContext.appArmor.localhost.padding",
              name,
              "must not be padded with whitespace");
        }
        if (Utf8.length(text) > MAX_APP_ARMOR_BYTES) {
          out.tooLong(
              "pod.container.securityContext.appArmor.localhost.length", name, MAX_APP_ARMOR_BYTES);
        }
      }
      case "RuntimeDefault", "Unconfined" -> {
        if (name.isSet()) {
          out.invalid(
              "pod.container.securityContext.appArmor.localhost.forbidden",
              name,
              "can only be set when AppArmor type is Localhost");
        }
      }
      default -> {
        // An unknown type has been told of; what goes with it nobody knows.
      }
    }
  }
}
