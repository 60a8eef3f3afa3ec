package foresail.rule.check;

import foresail.model.KubernetesObject;
import foresail.rule.Scope;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What YAML reads otherwise than it looks, in one walk over an object.
 *
 * @param numbers whole numbers with a leading zero
 * @param keys of mappings, that become another text
 */
record OddScalars(List<Odd> numbers, List<Odd> keys) {
  /**
   * @param parent the key of the mapping or list that it stands in; empty at the top
   * @param entry key and value; of a list's item the list's
   */
  record Odd(String parent, MappingNode.Entry entry, ScalarNode scalar) {}

  static OddScalars of(KubernetesObject object, Scope scope) {
    return scope.once(
        OddScalars.class,
        () -> {
          var odd = new OddScalars(new ArrayList<>(0), new ArrayList<>(0));
          if (object.node() instanceof MappingNode root) {
            odd.mapping(root, "");
          }
          return odd;
        });
  }

  private void mapping(MappingNode mapping, String parent) {
    List<MappingNode.Entry> entries = mapping.entries();
    for (int i = 0; i < entries.size(); i++) {
      MappingNode.Entry entry = entries.get(i);
      ScalarNode key = entry.key();
      if (key.style() == ScalarStyle.PLAIN && !key.written().equals(key.text())) {
        keys.add(new Odd(parent, entry, key));
      }
      value(entry.value(), entry, parent);
    }
  }

  private void value(Node value, MappingNode.Entry entry, String parent) {
    if (value.added()) {
      return;
    }
    if (value instanceof ScalarNode scalar) {
      if (scalar.type() == ScalarType.INTEGER && scalar.written().charAt(0) == '0') {
        numbers.add(new Odd(parent, entry, scalar));
      }
    } else if (value instanceof MappingNode mapping) {
      mapping(mapping, entry.name());
    } else if (value instanceof SequenceNode list) {
      List<Node> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        value(items.get(i), entry, parent);
      }
    }
  }
}
