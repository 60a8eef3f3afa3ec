package foresail.rule.check;

import foresail.finding.Edit;
import foresail.graph.Place;
import foresail.model.KubernetesObject;
import foresail.rule.Check;
import foresail.rule.Scope;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import foresail.source.SequenceNode;
import java.util.List;
import java.util.Set;

/** Keys that YAML reads as a boolean or number. */
public final class BooleanKey implements Check {
  private static final Set<String> FREE =
      Set.of(
          "data",
          "stringData",
          "binaryData",
          "labels",
          "annotations",
          "matchLabels",
          "nodeSelector",
          "selector");

  @Override
  public void check(KubernetesObject object, Scope scope) {
    look(object.node(), "", scope);
  }

  private static void look(Node node, String name, Scope scope) {
    if (node instanceof SequenceNode list) {
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        look(items.get(i), name, scope);
      }
    } else if (node instanceof MappingNode mapping && !mapping.added()) {
      List<MappingNode.Entry> entries = mapping.entries();
      boolean free = FREE.contains(name);
      for (int i = 0; i < entries.size(); i++) {
        MappingNode.Entry entry = entries.get(i);
        ScalarNode key = entry.key();
        if (free && key.style() == ScalarStyle.PLAIN && !key.written().equals(key.text())) {
          report(entry, name, scope);
        }
        look(entry.value(), entry.name(), scope);
      }
    }
  }

  private static void report(MappingNode.Entry entry, String name, Scope scope) {
    ScalarNode key = entry.key();
    scope
        .report(
            Place.of(entry::value),
            "the key " + key.written() + " of " + name + " becomes \"" + key.text() + "\"")
        .underline(key.span())
        .fix("quote it", new Edit(key.span(), "\"" + key.written() + "\""));
  }
}
