package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Use;

/** Credentials for a registry that nobody knows. */
public final class MissingImagePullSecret extends MissingObject {
  public MissingImagePullSecret() {
    super("Secret", Use.IMAGE_PULL);
  }

  @Override
  String consequence(Reference first) {
    return "the image is pulled without credentials, event FailedToRetrieveImagePullSecret; a"
        + " private one ends in ImagePullBackOff";
  }
}
