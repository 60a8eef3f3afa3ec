package foresail.validation.storage;

import static foresail.validation.check.Names.descendingPath;
import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Shapes.when;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.required;

import foresail.notation.RelativePaths;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Refusals;

/** Volumes on the node itself. */
public final class LocalSourceChecks {
  private LocalSourceChecks() {}

  public static final Check EMPTY_DIR =
      field(
          "sizeLimit",
          ifSet(),
          rule(LocalSourceChecks::sizeLimit, "pod.volumes.emptyDir.sizeLimit"));

  public static final Check HOST_PATH =
      object(
          field("path", required("pod.volumes.hostPath.path.required")),
          when(
              hostPath -> !hostPath.get("path").isZero(),
              field("path", format("pod.volumes.hostPath.path", RelativePaths::withoutBacksteps)),
              field(
                  "type",
                  ifSet(),
                  oneOf(
                      "pod.volumes.hostPath.type",
                      "",
                      "BlockDevice",
                      "CharDevice",
                      "Directory",
                      "DirectoryOrCreate",
                      "File",
                      "FileOrCreate",
                      "Socket"))));

  public static final Check GIT_REPO =
      object(
          field("repository", required("pod.volumes.gitRepo.repository")),
          field("directory", descendingPath("pod.volumes.gitRepo.directory")));

  private static void sizeLimit(Field limit, Refusals out) {
    if (limit.quantity().sign() < 0) {
      out.forbidden(
          "pod.volumes.emptyDir.sizeLimit",
          limit,
          "SizeLimit field must be a valid resource quantity");
    }
  }
}
