package foresail.rule.check;

import foresail.model.Located;

/** What an author wrote, in difference to what the server adds. */
final class Written {
  private Written() {}

  static boolean has(Located value, String... steps) {
    return value.node().at(steps).filter(node -> !node.added()).isPresent();
  }
}
