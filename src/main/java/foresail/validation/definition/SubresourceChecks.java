package foresail.validation.definition;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.List;

/** Where the scale of a custom resource is found. */
final class SubresourceChecks {
  private static final String FACT = "crd.subresources";

  private SubresourceChecks() {}

  static void look(Field subresources, Refusals out) {
    Field scale = subresources.get("scale");
    if (!scale.isSet()) {
      return;
    }
    needed(scale.get("specReplicasPath"), ".spec.", out);
    needed(scale.get("statusReplicasPath"), ".status.", out);
    Field selector = scale.get("labelSelectorPath");
    if (!selector.text().isEmpty() && isPath(FACT, selector, out)) {
      within(
          selector,
          List.of(".spec.", ".status."),
          "should be a json path under either .spec or .status",
          out);
    }
  }

  private static void needed(Field path, String under, Refusals out) {
    if (path.text().isEmpty()) {
      out.required(FACT, path);
    } else if (isPath(FACT, path, out)) {
      String words = "should be a json path under " + under.substring(0, under.length() - 1);
      within(path, List.of(under), words, out);
    }
  }

  private static void within(Field path, List<String> roots, String words, Refusals out) {
    if (roots.stream().noneMatch(root -> path.text().startsWith(root))) {
      out.invalid(FACT, path, words);
    }
  }

  /** Whether a path that is not empty begins at the object. */
  static boolean isPath(String fact, Field path, Refusals out) {
    if (path.text().charAt(0) == '.') {
      return true;
    }
    out.invalid(fact, path, "must be a simple json path starting with .");
    return false;
  }
}
