package foresail.cel.library;

import static foresail.cel.library.Kind.BOOL;
import static foresail.cel.library.Kind.STRING;

/**
 * Questions to the server's authorizer: can be asked, but never answered without a cluster
 * (apiserver/pkg/cel/library/authz.go, v1.36).
 */
final class AuthorizerLibrary {
  /** Stands for every authorizer, check and decision. */
  record Nobody() {}

  private static final Kind<Nobody> AUTHORIZER = kind("Authorizer");
  private static final Kind<Nobody> PATH = kind("PathCheck");
  private static final Kind<Nobody> GROUP = kind("GroupCheck");
  private static final Kind<Nobody> RESOURCE = kind("ResourceCheck");
  private static final Kind<Nobody> DECISION = kind("Decision");

  private AuthorizerLibrary() {}

  static void addTo(Functions functions) {
    functions.member("path", "authorizer_path", PATH, AUTHORIZER, STRING, (a, b) -> ask());
    functions.member("group", "authorizer_group", GROUP, AUTHORIZER, STRING, (a, b) -> ask());
    functions.member(
        "serviceAccount",
        "authorizer_serviceaccount",
        AUTHORIZER,
        AUTHORIZER,
        STRING,
        STRING,
        (a, b, c) -> ask());
    functions.member("resource", "groupcheck_resource", RESOURCE, GROUP, STRING, (a, b) -> ask());
    for (String part :
        new String[] {"subresource", "namespace", "name", "fieldSelector", "labelSelector"}) {
      functions.member(part, "resourcecheck_" + part, RESOURCE, RESOURCE, STRING, (a, b) -> ask());
    }
    functions.member("check", "pathcheck_check", DECISION, PATH, STRING, (a, b) -> ask());
    functions.member("check", "resourcecheck_check", DECISION, RESOURCE, STRING, (a, b) -> ask());
    functions.member("errored", "decision_errored", BOOL, DECISION, a -> unknown());
    functions.member("error", "decision_error", STRING, DECISION, a -> unknown());
    functions.member("allowed", "decision_allowed", BOOL, DECISION, a -> unknown());
    functions.member("reason", "decision_reason", STRING, DECISION, a -> unknown());
  }

  private static Kind<Nobody> kind(String name) {
    return Kind.named("kubernetes.authorization." + name, Nobody.class);
  }

  private static Nobody ask() {
    throw new Undecided();
  }

  private static <T> T unknown() {
    throw new Undecided();
  }
}
