package foresail.generated;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes objects as YAML that means the same, in ways drawn at random: keys in any order, flow or
 * block style, scalars in all their forms, anchors and aliases, merge keys, comments.
 */
final class AnyYaml {
  private final Random random;
  private final ScalarForms scalars;

  /** What may be named again; a document's own. */
  private final List<Node> anchored = new ArrayList<>();

  AnyYaml(Random random) throws IOException {
    this.random = random;
    this.scalars = new ScalarForms(random);
  }

  /** One document, without a line that divides it from others. */
  String document(Node root) {
    anchored.clear();
    StringBuilder out = new StringBuilder();
    if (random.nextInt(8) == 0) {
      return flow(root) + "\n";
    }
    lines(root, "", out);
    return out.toString();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private void lines(Node node, String indent, StringBuilder out) {
    if (node instanceof SequenceNode list) {
      for (Node item : list.items()) {
        out.append(indent).append('-');
        value(item, indent + "  ", out);
      }
      return;
    }
    List<MappingNode.Entry> entries = shuffled((MappingNode) node);
    int merged = entries.size() > 2 && oneIn(30) ? 1 + random.nextInt(2) : 0;
    if (merged > 0) {
      MappingNode taken = new MappingNode(entries.subList(0, merged), node.span());
      out.append(indent).append("<<: ").append(flow(taken)).append('\n');
    }
    for (MappingNode.Entry entry : entries.subList(merged, entries.size())) {
      out.append(indent).append(scalars.string(entry.name())).append(':');
      boolean list = entry.value() instanceof SequenceNode;
      value(entry.value(), list && oneIn(2) ? indent : indent + "  ", out);
    }
  }

  /** What follows a key or a dash, up to the end of the line or of the lines below. */
  private void value(Node node, String indent, StringBuilder out) {
    int alias = alias(node);
    String anchor = alias < 0 ? anchor(node) : "";
    if (alias >= 0) {
      out.append(" *a").append(alias);
    } else if (node instanceof ScalarNode scalar
        && scalar.isString()
        && ScalarForms.isLiteral(scalar.text())
        && oneIn(3)) {
      literal(scalar.text(), anchor, indent + " ", out);
      return;
    } else if (isEmpty(node) || node instanceof ScalarNode || oneIn(5)) {
      out.append(' ').append(anchor).append(flow(node));
    } else {
      out.append(anchor.isEmpty() ? "" : " " + anchor.strip());
      out.append(oneIn(12) ? " # below\n" : "\n");
      lines(node, indent, out);
      return;
    }
    out.append(oneIn(12) ? " # a note\n" : "\n");
  }

  private static void literal(String text, String anchor, String indent, StringBuilder out) {
    boolean ends = text.endsWith("\n");
    out.append(' ').append(anchor).append(ends ? "|\n" : "|-\n");
    for (String line : text.lines().toList()) {
      out.append(indent).append(line).append('\n');
    }
  }

  private String flow(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalars.inline(scalar);
    }
    List<String> parts = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      list.items().forEach(item -> parts.add(flow(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    for (MappingNode.Entry entry : shuffled((MappingNode) node)) {
      parts.add(scalars.string(entry.name()) + ": " + flow(entry.value()));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private static boolean isEmpty(Node node) {
    return node instanceof MappingNode mapping && mapping.entries().isEmpty()
        || node instanceof SequenceNode list && list.items().isEmpty();
  }

  private List<MappingNode.Entry> shuffled(MappingNode mapping) {
    List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries());
    Collections.shuffle(entries, random);
    return entries;
  }

  /** The number of an anchor that stands for an equal value, or -1. */
  private int alias(Node node) {
    for (int i = 0; i < anchored.size(); i++) {
      if (anchored.get(i).sameValue(node) && oneIn(2)) {
        return i;
      }
    }
    return -1;
  }

  private String anchor(Node node) {
    // A value is complete only where its end is met, so what lies within cannot name it.
    if (anchored.size() < 20 && oneIn(10)) {
      anchored.add(node);
      return "&a" + (anchored.size() - 1) + " ";
    }
    return "";
  }
}
