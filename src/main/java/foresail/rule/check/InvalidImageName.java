package foresail.rule.check;

import foresail.graph.Place;
import foresail.graph.Placeholder;
import foresail.model.Container;
import foresail.model.Workload;
import foresail.notation.ImageReference;
import foresail.rule.ContainerCheck;
import foresail.rule.Scope;

/** Images whose name cannot be read. */
public final class InvalidImageName implements ContainerCheck {
  @Override
  public void check(Workload workload, Container container, Role role, Scope scope) {
    String image = container.image();
    if (image.isEmpty()
        || Placeholder.isIn(image)
        || image.startsWith("ko://") // ko builds and names it when it is applied
        || hasWordInCapitals(image)
        || ImageReference.parse(image).isPresent()) {
      return;
    }
    scope.report(
        Place.of(container, "image"), "\"" + image + "\" is no image name" + because(image));
  }

  /** {@code REGION-docker.pkg.dev/PROJECT_ID/web}: somebody is to put names in place of these. */
  private static boolean hasWordInCapitals(String image) {
    int capitals = 0;
    for (int i = 0; i < image.length(); i++) {
      char c = image.charAt(i);
      capitals = c == '_' || (c >= 'A' && c <= 'Z') ? capitals + 1 : 0;
      if (capitals >= 3) {
        return true;
      }
    }
    return false;
  }

  private static String because(String image) {
    if (image.contains("://")) {
      return ": it has no scheme such as " + image.substring(0, image.indexOf("://") + 3);
    }
    if (image.chars().anyMatch(Character::isWhitespace)) {
      return ": it has a blank";
    }
    if (image.endsWith(":")) {
      return ": nothing follows the colon";
    }
    int tag = image.lastIndexOf(':');
    String repository = tag > image.lastIndexOf('/') ? image.substring(0, tag) : image;
    boolean upper = repository.chars().anyMatch(Character::isUpperCase);
    return upper ? ": a repository has no upper case letters" : "";
  }
}
