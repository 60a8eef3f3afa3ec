package foresail.output;

import java.io.IOException;

/** Writes JSON, one value after the other; whoever calls it keeps to the order of the grammar. */
final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final Appendable out;
  private boolean first = true;

  JsonWriter(Appendable out) {
    this.out = out;
  }

  JsonWriter beginObject() throws IOException {
    return begin('{');
  }

  JsonWriter endObject() throws IOException {
    return end('}');
  }

  JsonWriter beginArray() throws IOException {
    return begin('[');
  }

  JsonWriter endArray() throws IOException {
    return end(']');
  }

  /** The name of the next value. */
  JsonWriter name(String name) throws IOException {
    separate();
    quote(name);
    out.append(": ");
    first = true; // the value needs no comma before it
    return this;
  }

  JsonWriter value(String text) throws IOException {
    separate();
    quote(text);
    return this;
  }

  JsonWriter value(long number) throws IOException {
    return raw(Long.toString(number));
  }

  JsonWriter value(boolean bool) throws IOException {
    return raw(bool ? "true" : "false");
  }

  JsonWriter nothing() throws IOException {
    return raw("null");
  }

  /** A value that is JSON already, such as a number with a fraction. */
  JsonWriter raw(String json) throws IOException {
    separate();
    out.append(json);
    return this;
  }

  /** A break before the next value, so that long lists have one item a line. */
  JsonWriter line() throws IOException {
    if (!first) {
      out.append(',');
    }
    out.append('\n');
    first = true;
    return this;
  }

  private JsonWriter begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  private JsonWriter end(char bracket) throws IOException {
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() throws IOException {
    if (!first) {
      out.append(", ");
    }
    first = false;
  }

  private void quote(String text) throws IOException {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == 0x7f || isLoneSurrogate(text, i)) {
        out.append(text, from, i);
        escape(c);
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
    out.append('"');
  }

  private void escape(char c) throws IOException {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[(c >> shift) & 0xf]);
        }
      }
    }
  }

  /** UTF-8 has no form for half a pair; as an escape it survives. */
  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
