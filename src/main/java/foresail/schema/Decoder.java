package foresail.schema;

import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.notation.Base64Text;
import foresail.notation.Quantity;
import foresail.notation.Rfc3339;
import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Walks one object along its type and finds what the server could not decode. The server stops at
 * the first wrong type and then says nothing of unknown fields; this finds all of them.
 *
 * <p>Required fields are not looked at: a missing one is found by validation.
 */
final class Decoder {
  /** Deeper than any manifest; keeps recursive types from exhausting the stack. */
  private static final int DEEPEST = 1_000;

  private final Types types;
  private final Trail trail;
  private final List<Refusal> refusals = new ArrayList<>();
  private boolean nulls;

  Decoder(Types types) {
    this(types, new Trail());
  }

  /**
   * For parts of an object.
   *
   * @param trail where the parts are
   */
  Decoder(Types types, Trail trail) {
    this.types = types;
    this.trail = trail;
  }

  /** Walks an object of the type. */
  void decode(MappingNode root, Struct type) {
    struct(root, type);
  }

  /** Looks at a value below the trail. */
  void value(Node node, Type type) {
    check(node, type);
  }

  /** Takes in what somebody else found on the way. */
  void add(Refusal refusal) {
    refusals.add(refusal);
  }

  /** In the order in which they are written. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** Whether a null was met, which the server drops. */
  boolean foundNulls() {
    return nulls;
  }

  private void struct(MappingNode node, Struct struct) {
    List<MappingNode.Entry> entries = node.entries();
    for (int i = 0; i < entries.size(); i++) {
      MappingNode.Entry entry = entries.get(i);
      String name = entry.name();
      Type type = struct.fields().get(name);
      trail.field(struct, name);
      if (type != null) {
        check(entry.value(), type);
      } else if (!struct.open()) {
        refusals.add(UnknownField.refusal(trail, types, node, entry, struct));
      }
      trail.back();
    }
  }

  private void check(Node node, Type type) {
    if (node instanceof ScalarNode scalar) {
      if (scalar.type() == ScalarType.NULL) {
        nulls = true;
      } else {
        scalar(scalar, type);
      }
    } else if (node instanceof MappingNode mapping) {
      mapping(mapping, type);
    } else if (node instanceof SequenceNode sequence) {
      sequence(sequence, type);
    }
  }

  private void mapping(MappingNode node, Type type) {
    switch (type.shape()) {
      case STRUCT -> {
        if (trail.depth() < DEEPEST) {
          struct(node, types.struct(type));
        }
      }
      case MAP -> {
        Type element = type.element().orElseThrow();
        for (MappingNode.Entry entry : node.entries()) {
          trail.key(entry.name());
          check(entry.value(), element);
          trail.back();
        }
      }
      case ANY -> {}
      case QUANTITY -> badQuantity(node, "{");
      case TIME, MICRO_TIME -> notInStruct(node, type);
      default -> wrongType(node, type);
    }
  }

  private void sequence(SequenceNode node, Type type) {
    switch (type.shape()) {
      case LIST -> items(node, type.element().orElseThrow());
      case BYTES -> items(node, Type.of(Type.Shape.INT32)); // Go takes a list of numbers for bytes
      case ANY -> {}
      case QUANTITY -> badQuantity(node, "[");
      case TIME, MICRO_TIME -> notInStruct(node, type);
      default -> wrongType(node, type);
    }
  }

  private void items(SequenceNode node, Type element) {
    List<Node> items = node.items();
    for (int i = 0; i < items.size(); i++) {
      trail.index(i);
      check(items.get(i), element);
      trail.back();
    }
  }

  private void scalar(ScalarNode node, Type type) {
    boolean text = node.type() == ScalarType.STRING;
    switch (type.shape()) {
      case STRING -> fits(text, node, type);
      case BOOL -> fits(node.type() == ScalarType.BOOLEAN, node, type);
      case INT32 -> integer(node, type, 32);
      case INT64 -> integer(node, type, 64);
      case DOUBLE -> fits(isNumber(node), node, type);
      case INT_OR_STRING -> {
        if (!text) {
          integer(node, type, 32);
        }
      }
      case BYTES -> {
        if (text) {
          bytes(node);
        } else {
          wrongType(node, type);
        }
      }
      case QUANTITY -> {
        if (text || isNumber(node)) {
          badQuantity(node, node.text());
        } else {
          badQuantity(node, "true");
        }
      }
      case TIME -> time(node, type, text ? Rfc3339.problem(node.text()) : Optional.empty());
      case MICRO_TIME ->
          time(node, type, text ? Rfc3339.problemWithMicroseconds(node.text()) : Optional.empty());
      case ANY -> {}
      case LIST, MAP, STRUCT -> wrongType(node, type);
    }
  }

  private static boolean isNumber(ScalarNode node) {
    return node.type() == ScalarType.INTEGER || node.type() == ScalarType.FLOAT;
  }

  private void fits(boolean fits, ScalarNode node, Type type) {
    if (!fits) {
      wrongType(node, type);
    }
  }

  private void integer(ScalarNode node, Type type, int bits) {
    if (!isNumber(node)) {
      wrongType(node, type);
    } else if (!WholeNumber.fits(node, bits)) {
      String message =
          "json: cannot unmarshal number "
              + node.text()
              + " into Go struct field "
              + trail.goField()
              + " of type "
              + type.goName();
      add("decode.int-range", trail.withInlined(), message, node);
    }
  }

  private void bytes(ScalarNode node) {
    OptionalInt corrupt = Base64Text.corruptAt(node.text());
    if (corrupt.isPresent()) {
      String message = "illegal base64 data at input byte " + corrupt.getAsInt();
      refusals.add(
          new Refusal(
              "decode.base64",
              Reason.BAD_REQUEST,
              trail.plain(),
              message,
              node.span(),
              List.of(),
              WrongType.plainText(trail)));
    }
  }

  private void badQuantity(Node node, String text) {
    Quantity.problem(text)
        .ifPresent(message -> add("decode.quantity", trail.plain(), message, node));
  }

  private void time(ScalarNode node, Type type, Optional<String> problem) {
    if (node.type() != ScalarType.STRING) {
      notInStruct(node, type);
    } else {
      problem.ifPresent(message -> add("decode.time", trail.plain(), message, node));
    }
  }

  /** Times read themselves, so that the message does not know their field. */
  private void notInStruct(Node node, Type type) {
    String message =
        "json: cannot unmarshal " + node.jsonType() + " into Go value of type " + type.goName();
    add("decode.wrong-type", trail.plain(), message, node);
  }

  private void wrongType(Node node, Type type) {
    refusals.add(WrongType.refusal(trail, node, type));
  }

  private void add(String fact, String path, String message, Node node) {
    refusals.add(new Refusal(fact, Reason.BAD_REQUEST, path, message, node.span()));
  }
}
