package foresail.source;

import java.util.Optional;

/** Recognises YAML that belongs to other tools. */
final class OtherFiles {
  private static final String KUSTOMIZE = "kustomize.config.k8s.io/";

  private OtherFiles() {}

  /** What a document is, where that is certain from its file's name or its shape. */
  static Optional<Skipped.Kind> kind(String path, Node root) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<String> version = root.string("apiVersion");
    if (version.isPresent() && version.get().startsWith(KUSTOMIZE)) {
      return Optional.of(Skipped.Kind.KUSTOMIZATION);
    }
    if (version.isPresent() && root.get("kind").isPresent()) {
      return Optional.empty();
    }
    if (name.equals("kustomization.yaml")
        || name.equals("kustomization.yml")
        || name.equals("Kustomization")) {
      return Optional.of(Skipped.Kind.KUSTOMIZATION);
    }
    return Optional.ofNullable(byName(path, name)).or(() -> byShape(root));
  }

  private static Skipped.Kind byName(String path, String name) {
    switch (name) {
      case "Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock", "ct.yaml":
        return Skipped.Kind.HELM_CHART;
      case ".gitlab-ci.yml",
      ".travis.yml",
      "azure-pipelines.yml",
      "azure-pipelines.yaml",
      "cloudbuild.yaml",
      "bitbucket-pipelines.yml",
      "appveyor.yml",
      ".drone.yml",
      "buildspec.yml",
      ".pre-commit-config.yaml",
      ".pre-commit-hooks.yaml",
      "action.yml",
      "action.yaml":
        return Skipped.Kind.CI;
      default:
        break;
    }
    if (inFolder(path, ".github") || inFolder(path, ".circleci") || inFolder(path, ".buildkite")) {
      return Skipped.Kind.CI;
    }
    String stem = name.indexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
    if (stem.startsWith("values") || stem.endsWith("values")) {
      return Skipped.Kind.HELM_VALUES;
    }
    return stem.startsWith("docker-compose") || stem.startsWith("compose")
        ? Skipped.Kind.COMPOSE
        : null;
  }

  private static boolean inFolder(String path, String folder) {
    return path.startsWith(folder + "/") || path.contains("/" + folder + "/");
  }

  private static Optional<Skipped.Kind> byShape(Node root) {
    if (root.get("services").isPresent()
        && root.get("services").get() instanceof MappingNode services
        && !services.entries().isEmpty()
        && isService(services.entries().get(0).value())) {
      return Optional.of(Skipped.Kind.COMPOSE);
    }
    // A workflow's `on:` is the key "true" by the rules of YAML 1.1.
    if (root.get("jobs").isPresent() && root.get("true").isPresent()) {
      return Optional.of(Skipped.Kind.CI);
    }
    if (root instanceof SequenceNode list
        && !list.items().isEmpty()
        && list.items().get(0).get("op").isPresent()
        && list.items().get(0).get("path").isPresent()) {
      return Optional.of(Skipped.Kind.PATCH);
    }
    return Optional.empty();
  }

  private static boolean isService(Node node) {
    return node.get("image").isPresent()
        || node.get("build").isPresent()
        || node.get("extends").isPresent();
  }

  /** Parts of an object that say neither apiVersion nor kind: kustomize names their target. */
  static boolean looksLikePatch(MappingNode root) {
    return root.get("spec").isPresent()
        || root.get("metadata").isPresent()
        || root.get("$patch").isPresent();
  }
}
