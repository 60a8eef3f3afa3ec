package foresail.validation.pod;

import static foresail.validation.check.Names.nonReservedPath;
import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.fileMode;
import static foresail.validation.check.Values.inRange;
import static foresail.validation.check.Values.required;

import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code projected}: several sources in one volume. clusterTrustBundle and podCertificate are
 * behind gates that are off: the server drops them unseen.
 */
final class ProjectedChecks {
  private ProjectedChecks() {}

  private static final long MIN_SECONDS = 600;
  private static final long MAX_SECONDS = 1L << 32;

  private static final Check TOKEN_PATH =
      object(
          required("pod.volumes.projected.serviceAccountToken.path.required"),
          nonReservedPath("pod.volumes.projected.serviceAccountToken.path"));

  private static final Check SOURCE =
      object(
          field(
              "secret",
              ifSet(),
              field("name", required("pod.volumes.projected.secret.name")),
              field("items", each(FileSourceChecks.KEY_TO_PATH))),
          field(
              "configMap",
              ifSet(),
              field("name", required("pod.volumes.projected.configMap.name")),
              field("items", each(FileSourceChecks.KEY_TO_PATH))),
          field("downwardAPI", ifSet(), FileSourceChecks.DOWNWARD_FILES),
          field(
              "serviceAccountToken",
              ifSet(),
              field(
                  "expirationSeconds",
                  ifSet(),
                  inRange(
                      "pod.volumes.projected.serviceAccountToken.expiration.min",
                      MIN_SECONDS,
                      Long.MAX_VALUE,
                      "may not specify a duration less than 10 minutes"),
                  inRange(
                      "pod.volumes.projected.serviceAccountToken.expiration.max",
                      Long.MIN_VALUE,
                      MAX_SECONDS,
                      "may not specify a duration larger than 2^32 seconds")),
              rule(ProjectedChecks::tokenPath, TOKEN_PATH.facts().toArray(String[]::new))),
          rule(ProjectedChecks::oneType, "pod.volumes.projected.sources.several"));

  static final Check PROJECTED =
      object(
          field("defaultMode", ifSet(), fileMode("pod.volumes.projected.defaultMode")),
          field("sources", each(SOURCE)),
          rule(ProjectedChecks::uniquePaths, "pod.volumes.projected.duplicate-path"));

  /** Printed below the volume itself, not below the source. */
  private static void tokenPath(Field token, Refusals out) {
    Field projected = token.parent().parent().parent();
    TOKEN_PATH.look(token.get("path").printedAs(projected.get("path")), out);
  }

  private static void oneType(Field source, Refusals out) {
    int types = 0;
    for (String name : new String[] {"secret", "configMap", "downwardAPI", "serviceAccountToken"}) {
      types += source.get(name).isSet() ? 1 : 0;
    }
    if (types > 1) {
      out.forbidden(
          "pod.volumes.projected.sources.several",
          source,
          "may not specify more than 1 volume type per source");
    }
  }

  private static void uniquePaths(Field projected, Refusals out) {
    Set<String> taken = new HashSet<>();
    for (Field source : projected.get("sources").items()) {
      for (String type : new String[] {"secret", "configMap", "downwardAPI"}) {
        Field holder = source.get(type);
        for (Field item : holder.get("items").items()) {
          Field path = item.get("path");
          if (!path.isZero() && !taken.add(path.text())) {
            out.invalid(
                "pod.volumes.projected.duplicate-path",
                path.printedAs(projected),
                GoValues.text(type.equals("downwardAPI") ? path : holder.get("name")),
                "conflicting duplicate paths");
          }
        }
      }
    }
  }
}
