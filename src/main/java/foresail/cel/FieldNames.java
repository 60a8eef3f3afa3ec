package foresail.cel;

import java.util.Optional;
import java.util.Set;

/**
 * How an expression names fields that CEL's grammar would not take (apiserver/pkg/cel/escaping.go,
 * v1.36).
 */
public final class FieldNames {
  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private FieldNames() {}

  /**
   * The name in an expression of a field with declared type: {@code __namespace__}, {@code
   * a__dash__b}; empty where the field cannot be named at all, as {@code $ref} and {@code a b}.
   */
  public static Optional<String> escape(String name) {
    if (RESERVED.contains(name)) {
      return Optional.of("__" + name + "__");
    }
    if (name.isEmpty() || digit(name.charAt(0))) {
      return Optional.empty();
    }
    StringBuilder escaped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' && i + 1 < name.length() && name.charAt(i + 1) == '_') {
        escaped.append("__underscores__");
        i++;
      } else if (c == '.') {
        escaped.append("__dot__");
      } else if (c == '-') {
        escaped.append("__dash__");
      } else if (c == '/') {
        escaped.append("__slash__");
      } else if (c == '_' || letter(c) || digit(c)) {
        escaped.append(c);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(escaped.toString());
  }

  /** Whether an expression may name something so (apiserver/pkg/cel/identifiers.go, v1.36). */
  public static boolean isIdentifier(String name) {
    if (name.isEmpty() || RESERVED.contains(name) || digit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && !letter(c) && !digit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
