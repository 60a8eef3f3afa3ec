package foresail.schema.custom;

import foresail.finding.Label;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lists whose items may not repeat: those of type set, and those of type map, whose items are told
 * apart by keys (pkg/apiserver/schema/listtype/validation.go, v1.36).
 */
public final class ListTypes {
  private static final String FACT = "custom.list";

  private final List<Refusal> refusals = new ArrayList<>();

  private ListTypes() {}

  /** Where items repeat. */
  public static List<Refusal> refusals(MappingNode object, CustomSchema schema) {
    if (!schema.hasUniqueLists()) {
      return List.of();
    }
    ListTypes check = new ListTypes();
    check.fields(object, schema, At.root(object));
    return check.refusals;
  }

  private void value(Node value, CustomSchema schema, At at) {
    if (!schema.hasUniqueLists()) {
      return;
    }
    if (value instanceof SequenceNode list) {
      if (schema.listType().equals("set")) {
        unique(list.items().stream().map(Shown::of).toList(), list, at);
      } else if (schema.listType().equals("map")) {
        map(list, schema.listMapKeys(), at);
      }
      Optional<CustomSchema> items = schema.items();
      for (int i = 0; items.isPresent() && i < list.items().size(); i++) {
        value(list.items().get(i), items.get(), at.item(i, list.items().get(i)));
      }
    } else if (value instanceof MappingNode object) {
      fields(object, schema, at);
    }
  }

  /** The server prints the values of maps with their keys in brackets here. */
  private void fields(MappingNode object, CustomSchema schema, At at) {
    for (MappingNode.Entry entry : object.entries()) {
      Optional<CustomSchema> field = schema.property(entry.name());
      if (field.isPresent()) {
        value(entry.value(), field.get(), at.field(entry));
      } else if (schema.others().isPresent()) {
        value(entry.value(), schema.others().get(), at.key(entry));
      }
    }
  }

  private void map(SequenceNode list, List<String> keys, At at) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      if (!(item instanceof MappingNode) && !CustomSchema.isNull(item)) {
        String words = "must be an object for an array of list-type map";
        add(Reason.INVALID, at.item(i, item), "Invalid value: " + Shown.of(item) + ": " + words);
        return;
      }
      Map<String, Node> values = new TreeMap<>();
      for (String key : keys) {
        item.get(key).ifPresent(value -> values.put(key, value));
      }
      texts.add(Shown.of(values));
    }
    unique(texts, list, at);
  }

  /** Of a value that is there three times only the second is told. */
  private void unique(List<String> texts, SequenceNode list, At at) {
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Integer earlier = first.putIfAbsent(text, i);
      if (times.merge(text, 1, Integer::sum) == 2 && earlier != null) {
        At before = at.item(earlier, list.items().get(earlier));
        At there = at.item(i, list.items().get(i));
        refusals.add(
            new Refusal(
                FACT,
                Reason.DUPLICATE,
                there.path(),
                "Duplicate value: " + text,
                there.span(),
                List.of(new Label(before.span(), "first used here")),
                Optional.empty()));
      }
    }
  }

  private void add(Reason reason, At at, String message) {
    refusals.add(new Refusal(FACT, reason, at.path(), message, at.span()));
  }
}
