package foresail.source;

import java.util.List;

/** Writes out all that a reader makes of a text, so that two readers can be compared. */
final class Trees {
  private Trees() {}

  static String print(List<ParsedDocument> documents) {
    StringBuilder out = new StringBuilder();
    for (ParsedDocument document : documents) {
      out.append("document\n");
      document.root().ifPresent(root -> print(root, 1, out));
      for (Problem problem : document.problems()) {
        out.append(problem.ruleId()).append(' ').append(place(problem.at().span())).append('\n');
      }
      for (Comment comment : document.comments()) {
        out.append("# ").append(comment.text()).append(' ').append(place(comment.span()));
        out.append(comment.alone()).append('\n');
      }
    }
    return out.toString();
  }

  private static void print(Node node, int depth, StringBuilder out) {
    out.append(" ".repeat(depth));
    if (node instanceof MappingNode mapping) {
      out.append("mapping ").append(place(mapping.span())).append('\n');
      for (MappingNode.Entry entry : mapping.entries()) {
        print(entry.key(), depth + 1, out);
        print(entry.value(), depth + 2, out);
      }
    } else if (node instanceof SequenceNode list) {
      out.append("list ").append(place(list.span())).append('\n');
      for (Node item : list.items()) {
        print(item, depth + 1, out);
      }
    } else {
      ScalarNode scalar = (ScalarNode) node;
      out.append(scalar.type()).append(' ').append(scalar.style()).append(' ');
      out.append(place(scalar.span())).append(scalar.text().replace("\n", "\\n"));
      out.append(" <").append(scalar.written().replace("\n", "\\n")).append(">\n");
    }
  }

  private static String place(Span span) {
    return span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn() + " ";
  }
}
