package foresail.simulation.kubelet;

import foresail.simulation.facts.Image;

/** What containerd says when an image cannot be pulled; the words were recorded on a real node. */
final class PullErrors {
  private static final String HUB = "registry-1.docker.io";

  private PullErrors() {}

  static String text(String image, Image.Pull pull) {
    String start = "failed to pull and unpack image \"" + image + "\": failed to resolve image: ";
    return switch (pull) {
      case OK -> "";
      case ABSENT -> start + image + ": not found";
      case UNREACHABLE ->
          start
              + "failed to do request: Head \"https://"
              + registry(image)
              + "/v2/\": dial tcp: lookup "
              + registry(image)
              + ": no such host";
    };
  }

  private static String registry(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    return first.indexOf('.') >= 0 || first.indexOf(':') >= 0 ? first : HUB;
  }
}
