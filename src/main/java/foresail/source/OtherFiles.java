package foresail.source;

import java.util.Optional;

/** Recognises YAML that belongs to other tools. */
final class OtherFiles {
  private OtherFiles() {}

  /** What a document is, where that is certain from its file's name or its shape. */
  static Optional<Skipped.Kind> kind(String path, Node root) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("kustomization.yaml")
        || name.equals("kustomization.yml")
        || name.equals("Kustomization")) {
      return Optional.of(Skipped.Kind.KUSTOMIZATION);
    }
    if (root.string("apiVersion").orElse("").startsWith("kustomize.config.k8s.io/")) {
      return Optional.of(Skipped.Kind.KUSTOMIZATION);
    }
    if (root.get("apiVersion").isPresent() && root.get("kind").isPresent()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byName(path, name)).or(() -> byShape(root));
  }

  private static Skipped.Kind byName(String path, String name) {
    if (name.equals("Chart.yaml")
        || name.equals("Chart.lock")
        || name.equals("requirements.yaml")) {
      return Skipped.Kind.HELM_CHART;
    }
    if (name.startsWith("values") || name.endsWith("values.yaml") || name.endsWith("values.yml")) {
      return Skipped.Kind.HELM_VALUES;
    }
    if (name.contains("compose") && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
      return Skipped.Kind.COMPOSE;
    }
    if (path.contains(".github/")
        || path.contains(".circleci/")
        || name.equals(".gitlab-ci.yml")
        || name.equals(".travis.yml")
        || name.equals("azure-pipelines.yml")
        || name.equals("cloudbuild.yaml")
        || name.equals("bitbucket-pipelines.yml")) {
      return Skipped.Kind.CI;
    }
    return null;
  }

  private static Optional<Skipped.Kind> byShape(Node root) {
    if (root.get("services").filter(MappingNode.class::isInstance).isPresent()
        && root.get("services").orElseThrow() instanceof MappingNode services
        && services.entries().stream()
            .anyMatch(
                e -> e.value().get("image").isPresent() || e.value().get("build").isPresent())) {
      return Optional.of(Skipped.Kind.COMPOSE);
    }
    if (root.get("jobs").isPresent()
        && (root.get("on").isPresent() || root.get("true").isPresent())) {
      return Optional.of(Skipped.Kind.CI);
    }
    return Optional.empty();
  }

  /** Parts of an object that say neither apiVersion nor kind: kustomize names their target. */
  static boolean looksLikePatch(MappingNode root) {
    return root.get("spec").isPresent()
        || root.get("metadata").isPresent()
        || root.get("data").isPresent();
  }
}
