package foresail.schema.defaults;

/** Role bindings (pkg/apis/rbac/v1/defaults.go). */
final class AccessDefaults {
  private static final String GROUP = "rbac.authorization.k8s.io";

  private AccessDefaults() {}

  static void binding(Draft binding) {
    binding.object("roleRef").text("apiGroup", GROUP);
    for (Draft subject : binding.each("subjects")) {
      String kind = subject.text("kind");
      if (kind.equals("User") || kind.equals("Group")) {
        subject.text("apiGroup", GROUP);
      }
    }
  }
}
