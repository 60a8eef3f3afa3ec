package foresail.notation;

import java.util.Optional;

/** Whether a text is JSON as Go reads it (encoding/json scanner.go). */
public final class JsonText {
  /** Deeper texts Go refuses too. */
  private static final int DEEPEST = 10_000;

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /** What is wrong with a text as a JSON object, in Go's words; null counts as an object. */
  public static Optional<String> objectProblem(String text) {
    JsonText json = new JsonText(text);
    try {
      json.blanks();
      char first = json.peek();
      json.value();
      json.blanks();
      if (json.at < text.length()) {
        return Optional.of(json.unexpected("after top-level value"));
      }
      return first == '{' || first == 'n' ? Optional.empty() : Optional.of(wrongType(first));
    } catch (Malformed malformed) {
      return Optional.of(malformed.words);
    }
  }

  private static String wrongType(char first) {
    String type =
        switch (first) {
          case '[' -> "array";
          case '"' -> "string";
          case 't', 'f' -> "bool";
          default -> "number";
        };
    return "json: cannot unmarshal " + type + " into Go value of type map[string]interface {}";
  }

  private void value() throws Malformed {
    char c = peek();
    switch (c) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number();
    }
  }

  private void members() throws Malformed {
    enter();
    if (peekAfterBlanks() == '}') {
      leave();
      return;
    }
    while (true) {
      if (peekAfterBlanks() != '"') {
        throw new Malformed(unexpected("looking for beginning of object key string"));
      }
      string();
      expect(':', "after object key");
      blanks();
      value();
      if (peekAfterBlanks() == '}') {
        leave();
        return;
      }
      expect(',', "after object key:value pair");
    }
  }

  private void elements() throws Malformed {
    enter();
    if (peekAfterBlanks() == ']') {
      leave();
      return;
    }
    while (true) {
      blanks();
      value();
      if (peekAfterBlanks() == ']') {
        leave();
        return;
      }
      expect(',', "after array element");
    }
  }

  private void enter() throws Malformed {
    at++;
    if (++depth > DEEPEST) {
      throw new Malformed("exceeded max depth");
    }
  }

  private void leave() {
    at++;
    depth--;
  }

  private void string() throws Malformed {
    at++;
    while (true) {
      char c = peek();
      if (c < 0x20) {
        throw new Malformed(unexpected("in string literal"));
      }
      at++;
      if (c == '"') {
        return;
      }
      if (c == '\\') {
        escape();
      }
    }
  }

  private void escape() throws Malformed {
    char c = peek();
    if ("\"\\/bfnrtu".indexOf(c) < 0) {
      throw new Malformed(unexpected("in string escape code"));
    }
    at++;
    for (int i = 0; c == 'u' && i < 4; i++) {
      if (Character.digit(peek(), 16) < 0) {
        throw new Malformed(unexpected("in \\u hexadecimal character escape"));
      }
      at++;
    }
  }

  private void literal(String word) throws Malformed {
    for (int i = 0; i < word.length(); i++) {
      String where = "in literal " + word + " (expecting '" + word.charAt(i) + "')";
      if (peek() != word.charAt(i)) {
        throw new Malformed(unexpected(where));
      }
      at++;
    }
  }

  private void number() throws Malformed {
    if (peek() == '-') {
      at++;
      digits("in numeric literal");
    } else if (text.charAt(at) == '0') {
      at++;
    } else {
      digits("looking for beginning of value");
    }
    if (is('.')) {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (is('e') || is('E')) {
      at++;
      if (is('+') || is('-')) {
        at++;
      }
      digits("in exponent of numeric literal");
    }
  }

  private void digits(String where) throws Malformed {
    if (!isDigit(peek())) {
      throw new Malformed(unexpected(where));
    }
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void expect(char c, String where) throws Malformed {
    if (peekAfterBlanks() != c) {
      throw new Malformed(unexpected(where));
    }
    at++;
  }

  private char peekAfterBlanks() throws Malformed {
    blanks();
    return peek();
  }

  private char peek() throws Malformed {
    if (at >= text.length()) {
      throw new Malformed("unexpected end of JSON input");
    }
    return text.charAt(at);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private String unexpected(String where) {
    return "invalid character '" + text.charAt(at) + "' " + where;
  }

  /** Ends the reading; never leaves this class. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final String words;

    Malformed(String words) {
      super(words, null, false, false);
      this.words = words;
    }
  }
}
