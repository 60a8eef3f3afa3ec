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
import java.util.ArrayList;
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
    look(object.node(), "", new ArrayList<>(), object, scope);
  }

  private static void look(
      Node node, String name, List<String> path, KubernetesObject object, Scope scope) {
    if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.items().size(); i++) {
        path.add(Integer.toString(i));
        look(list.items().get(i), name, path, object, scope);
        path.remove(path.size() - 1);
      }
    } else if (node instanceof MappingNode mapping && !mapping.added()) {
      for (MappingNode.Entry entry : mapping.entries()) {
        path.add(entry.name());
        ScalarNode key = entry.key();
        if (FREE.contains(name)
            && key.style() == ScalarStyle.PLAIN
            && !key.written().equals(key.text())) {
          scope
              .report(
                  new Place(object, path),
                  "the key " + key.written() + " of " + name + " becomes \"" + key.text() + "\"")
              .underline(key.span())
              .fix("quote it", new Edit(key.span(), "\"" + key.written() + "\""));
        }
        look(entry.value(), entry.name(), path, object, scope);
        path.remove(path.size() - 1);
      }
    }
  }
}
