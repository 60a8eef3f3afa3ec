package foresail.validation.check;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a Go struct prints inside a message: all its fields in the order in which Go declares them,
 * as JSON. Those of the server's internal types have Go's names, so that a manifest's {@code type}
 * prints as {@code Type}.
 */
public final class GoStruct {
  /** A selector, which is of the public type also inside internal ones. */
  public static final GoStruct LABEL_SELECTOR =
      of("matchLabels?", "matchExpressions?")
          .with("matchExpressions", of("key\"", "operator\"", "values?"));

  private final List<Member> members;
  private final Map<String, GoStruct> inner;

  /**
   * @param printed the name in the message
   * @param key the name in a manifest
   * @param absent what stands for one that is not there; nothing where it is left out
   */
  private record Member(String printed, String key, Optional<String> absent) {
    /**
     * @param text a name, {@code =key} behind it where that is not the name with a small first
     *     letter; then {@code "} for a string, {@code 0} for a number, {@code ?} for what is left
     *     out, nothing for a pointer or list
     */
    static Member of(String text) {
      int end = text.length() - 1;
      Optional<String> absent =
          switch (text.charAt(end)) {
            case '"' -> Optional.of("\"\"");
            case '0' -> Optional.of("0");
            case '?' -> Optional.empty();
            default -> Optional.of("null");
          };
      boolean marked = !Character.isLetter(text.charAt(end));
      String names = marked ? text.substring(0, end) : text;
      int equals = names.indexOf('=');
      String printed = equals < 0 ? names : names.substring(0, equals);
      String key =
          equals < 0
              ? names.substring(0, 1).toLowerCase(Locale.ROOT) + names.substring(1)
              : names.substring(equals + 1);
      return new Member(printed, key, absent);
    }
  }

  private GoStruct(List<Member> members, Map<String, GoStruct> inner) {
    this.members = members;
    this.inner = inner;
  }

  /**
   * A struct of these fields.
   *
   * @param fields see {@link Member#of}
   */
  public static GoStruct of(String... fields) {
    List<Member> members = new ArrayList<>(fields.length);
    for (String field : fields) {
      members.add(Member.of(field));
    }
    return new GoStruct(members, Map.of());
  }

  /** The same, where one field is a struct, or a list of them. */
  public GoStruct with(String field, GoStruct struct) {
    Map<String, GoStruct> more = new HashMap<>(inner);
    more.put(field, struct);
    return new GoStruct(members, more);
  }

  /** A field's value, or {@code null} where there is none; of a list each item. */
  public String text(Field field) {
    StringBuilder text = new StringBuilder();
    if (field.node().isPresent()) {
      write(field.node().get(), text);
    } else {
      text.append("null");
    }
    return text.toString();
  }

  private void write(Node node, StringBuilder text) {
    if (node instanceof SequenceNode list) {
      text.append('[');
      for (int i = 0; i < list.items().size(); i++) {
        text.append(i == 0 ? "" : ",");
        write(list.items().get(i), text);
      }
      text.append(']');
    } else if (node instanceof MappingNode mapping) {
      fields(mapping, text);
    } else {
      GoValues.json(node, text);
    }
  }

  private void fields(MappingNode mapping, StringBuilder text) {
    text.append('{');
    boolean first = true;
    for (Member member : members) {
      Optional<Node> value = mapping.get(member.key()).filter(GoStruct::isSet);
      if (value.isEmpty() && member.absent().isEmpty()) {
        continue;
      }
      text.append(first ? "" : ",").append('"').append(member.printed()).append("\":");
      first = false;
      if (value.isEmpty()) {
        text.append(member.absent().get());
      } else if (inner.containsKey(member.printed())) {
        inner.get(member.printed()).write(value.get(), text);
      } else {
        GoValues.json(value.get(), text);
      }
    }
    text.append('}');
  }

  private static boolean isSet(Node node) {
    return !(node instanceof ScalarNode scalar && scalar.isNull());
  }
}
