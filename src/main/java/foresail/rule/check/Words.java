package foresail.rule.check;

import foresail.finding.Edit;
import foresail.graph.KnownName;
import foresail.model.Container;
import foresail.model.KubernetesObject;
import foresail.rule.ContainerCheck.Role;
import foresail.source.Span;

/** How messages name things. */
final class Words {
  private Words() {}

  /** {@code Deployment "web"}. */
  static String of(KubernetesObject object) {
    return object.manifest().id().toString();
  }

  /** {@code Secret "token"}, with its namespace where another one was looked in. */
  static String of(KnownName known, String namespace) {
    boolean elsewhere =
        !namespace.isEmpty()
            && !known.namespace().isEmpty()
            && !known.namespace().equals(namespace);
    return known + (elsewhere ? " in namespace \"" + known.namespace() + "\"" : "");
  }

  /** {@code init container "wait"}. */
  static String of(Role role, Container container) {
    return of(role) + " \"" + container.name() + "\"";
  }

  private static String of(Role role) {
    return switch (role) {
      case INIT -> "init container";
      case SIDECAR -> "sidecar";
      case APP -> "container";
    };
  }

  /** Writes another name in place of one, with the quotes that are there. */
  static Edit rename(Span span, String from, String to) {
    return new Edit(span, span.text().replace(from, to));
  }
}
