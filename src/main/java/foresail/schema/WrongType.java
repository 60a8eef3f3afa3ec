package foresail.schema;

import foresail.finding.Edit;
import foresail.finding.Fix;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScalarStyle;
import java.util.List;
import java.util.Optional;

/** A value whose JSON type does not fit its field, and how to write it. */
final class WrongType {
  private WrongType() {}

  static Refusal refusal(Trail trail, Node node, Type type) {
    String message =
        "json: cannot unmarshal "
            + node.jsonType()
            + " into Go struct field "
            + trail.goField()
            + " of type "
            + goName(trail, type);
    boolean unquoted =
        type.shape() == Type.Shape.STRING
            && node instanceof ScalarNode scalar
            && scalar.style() == ScalarStyle.PLAIN;
    return new Refusal(
        unquoted ? "decode.unquoted-scalar" : "decode.wrong-type",
        Reason.BAD_REQUEST,
        trail.withInlined(),
        message,
        node.span(),
        List.of(),
        fix(node, type));
  }

  /** As the message names the type: texts often have a name of their own. */
  private static String goName(Trail trail, Type type) {
    String name = type.goName();
    boolean texts =
        type.shape() == Type.Shape.STRING
            || (type.shape() == Type.Shape.LIST
                && type.element().orElseThrow().shape() == Type.Shape.STRING);
    return texts ? name.substring(0, name.length() - "string".length()) + trail.nameOfText() : name;
  }

  private static Optional<Fix> fix(Node node, Type type) {
    if (node instanceof ScalarNode scalar) {
      return switch (type.shape()) {
        case STRING, BYTES -> Optional.of(write(scalar, "\"" + scalar.written() + "\""));
        case INT32 -> unquote(scalar, isWhole(scalar.text(), 32));
        case INT64 -> unquote(scalar, isWhole(scalar.text(), 64));
        case BOOL -> unquote(scalar, isBoolean(scalar.text()));
        case LIST -> Optional.of(Fix.advice("write a list: one item a line, each behind a -"));
        default -> Optional.empty();
      };
    }
    return type.shape() == Type.Shape.LIST
        ? Optional.of(Fix.advice("put a - before it: the field takes a list"))
        : Optional.empty();
  }

  private static Optional<Fix> unquote(ScalarNode scalar, boolean fits) {
    boolean quoted =
        scalar.style() == ScalarStyle.DOUBLE_QUOTED || scalar.style() == ScalarStyle.SINGLE_QUOTED;
    return quoted && fits ? Optional.of(write(scalar, scalar.text())) : Optional.empty();
  }

  private static boolean isWhole(String text, int bits) {
    boolean canonical = text.equals("0");
    if (!text.isEmpty() && text.charAt(0) >= '1' && text.charAt(0) <= '9') {
      canonical = text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
    return canonical && WholeNumber.integerFits(text, bits);
  }

  private static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static Fix write(ScalarNode scalar, String text) {
    return new Fix("write " + text, List.of(new Edit(scalar.span(), text)));
  }

  /** What helps where a Secret's data is no base64: the field that takes plain text. */
  static Optional<Fix> plainText(Trail trail) {
    boolean secret = trail.structAt(0) != null && trail.structAt(0).goName().equals("Secret");
    return secret
        ? Optional.of(Fix.advice("put plain text into stringData; data takes base64"))
        : Optional.empty();
  }
}
