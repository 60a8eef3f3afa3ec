package foresail.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of an object.
 *
 * @param at a JSON pointer: {@code /spec/containers/0/name}
 * @param value what is put there; nothing takes away what is there
 * @param times above 0, so many of the value are put there as a list, with another name each
 */
public record Change(String at, Optional<JsonNode> value, int times) {
  private static final Pattern RUN = Pattern.compile("<(.)\\*(\\d+)>");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]{1,20}");
  private static final Pattern LONG = Pattern.compile("([A-Za-z0-9])\\1{39,}");

  /** From a line that {@link #toString} wrote. */
  public static Change parse(String line) {
    int gap = line.indexOf(' '); // there is none in a pointer that a change is made at
    if (gap < 0) {
      return new Change(line, Optional.empty(), 0);
    }
    String json = spelt(line.substring(gap + 1));
    if (json.startsWith("*")) {
      int next = json.indexOf(' ');
      JsonNode item = Objects.JSON.readTree(json.substring(next));
      return new Change(
          line.substring(0, gap), Optional.of(item), Integer.parseInt(json.substring(1, next)));
    }
    return new Change(line.substring(0, gap), Optional.of(Objects.JSON.readTree(json)), 0);
  }

  /** Long runs of one character are written as {@code <x*1000>}. */
  private static String spelt(String json) {
    return RUN.matcher(json).replaceAll(run -> run.group(1).repeat(Integer.parseInt(run.group(2))));
  }

  private static String abridged(String json) {
    return LONG.matcher(json)
        .replaceAll(run -> "<" + run.group(1) + "*" + run.group().length() + ">");
  }

  /** Makes the change, where its place is still there. */
  public void apply(JsonNode root) {
    if (times > 0) {
      new Change(at, Optional.of(many(value.orElseThrow(), times)), 0).apply(root);
      return;
    }
    JsonPointer pointer = JsonPointer.compile(at);
    JsonNode parent = root.at(pointer.head());
    String key = pointer.last().getMatchingProperty();
    if (parent instanceof ObjectNode object) {
      value.ifPresentOrElse(it -> object.set(key, it.deepCopy()), () -> object.remove(key));
    } else if (parent instanceof ArrayNode array) {
      int index = pointer.last().getMatchingIndex();
      if (index >= array.size()) {
        value.ifPresent(it -> array.add(it.deepCopy()));
      } else {
        value.ifPresentOrElse(it -> array.set(index, it.deepCopy()), () -> array.remove(index));
      }
    }
  }

  /**
   * The same change with another number, or quantity, or a string or list of that length; nothing
   * where the value has none.
   */
  public Optional<Change> sized(long size) {
    if (times > 0) {
      return Optional.of(new Change(at, value, (int) size));
    }
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return value
        .filter(it -> it.isIntegralNumber() || it.isString())
        .map(
            it ->
                it.isIntegralNumber()
                    ? nodes.numberNode(size)
                    : nodes.stringNode(
                        NUMBER.matcher(it.stringValue()).matches()
                            ? String.valueOf(size)
                            : "a".repeat((int) size)))
        .map(it -> new Change(at, Optional.of(it), 0));
  }

  private static ArrayNode many(JsonNode item, int times) {
    ArrayNode many = Objects.JSON.createArrayNode();
    for (int i = 0; i < times; i++) {
      many.add(numbered(item, i));
    }
    return many;
  }

  /** The item with another name for each, so that only their number is wrong. */
  private static JsonNode numbered(JsonNode item, int number) {
    if (item.isString()) {
      return JsonNodeFactory.instance.stringNode(item.stringValue() + number);
    }
    if (item.isIntegralNumber()) {
      return JsonNodeFactory.instance.numberNode(number + 1);
    }
    if (item instanceof ObjectNode object && object.path("name").isString()) {
      return object.deepCopy().put("name", object.path("name").stringValue() + number);
    }
    return item;
  }

  /** A pointer with one key more. */
  static String below(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public String toString() {
    return at
        + value
            .map(it -> (times > 0 ? " *" + times + " " : " ") + abridged(it.toString()))
            .orElse("");
  }
}
