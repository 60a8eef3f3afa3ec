package foresail.validation.custom;

import foresail.schema.custom.CustomSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path into the objects of a schema: {@code .spec.labels['a.b']}
 * (apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go, ValidFieldPath, v1.36).
 *
 * @param path as the server prints fields: {@code spec.labels[a.b]}
 * @param schema of what it leads to
 * @param problem why it leads nowhere, in the server's words; empty where it does
 */
public record JsonPath(String path, Optional<CustomSchema> schema, String problem) {
  private static final String NO_FIELD = "does not refer to a valid field";
  private static final String ENDS = "unexpected end of JSON path";

  /**
   * @param brackets whether {@code ['name']} may be written
   */
  public static JsonPath read(String text, CustomSchema root, boolean brackets) {
    return new Reader(tokens(text), root, brackets).read();
  }

  private static JsonPath wrong(String problem) {
    return new JsonPath("", Optional.empty(), problem);
  }

  private static final class Reader {
    private final List<String> tokens;
    private final boolean brackets;
    private final StringBuilder path = new StringBuilder();
    private Optional<CustomSchema> schema;
    private int at;

    Reader(List<String> tokens, CustomSchema root, boolean brackets) {
      this.tokens = tokens;
      this.brackets = brackets;
      this.schema = Optional.of(root);
    }

    JsonPath read() {
      while (at < tokens.size()) {
        String token = tokens.get(at++);
        String problem =
            switch (token) {
              case "[" -> bracket();
              case "." -> at < tokens.size() ? step(tokens.get(at++)) : ENDS;
              default -> "expected [ or . but got: " + token;
            };
        if (!problem.isEmpty()) {
          return wrong(problem);
        }
      }
      return new JsonPath(path.toString(), schema, "");
    }

    private String bracket() {
      if (!brackets) {
        return "array notation is not allowed";
      }
      if (at == tokens.size()) {
        return ENDS;
      }
      String quoted = tokens.get(at++);
      if (quoted.length() < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
        return "expected single quoted string but got " + quoted;
      }
      String problem = step(quoted.substring(1, quoted.length() - 1).replace("\\'", "'"));
      if (!problem.isEmpty()) {
        return problem;
      }
      if (at == tokens.size()) {
        return ENDS;
      }
      String end = tokens.get(at++);
      return end.equals("]") ? "" : "expected ] but got " + end;
    }

    private String step(String name) {
      if (schema.isEmpty()) {
        return NO_FIELD;
      }
      CustomSchema here = schema.get();
      if (!here.properties().isEmpty()) {
        schema = here.property(name);
        path.append(path.isEmpty() ? "" : ".").append(name);
        return schema.isPresent() ? "" : NO_FIELD;
      }
      schema = here.others();
      path.append('[').append(name).append(']');
      return here.allowsOthers() ? "" : NO_FIELD;
    }
  }

  /** Points and brackets by themselves, texts between quotes in one piece. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = from + 1;
      char first = text.charAt(from);
      if (first == '\'') {
        while (to < text.length() && (text.charAt(to) != '\'' || text.charAt(to - 1) == '\\')) {
          to++;
        }
        to = Math.min(to + 1, text.length());
      } else if (".[]".indexOf(first) < 0) {
        while (to < text.length() && ".[]".indexOf(text.charAt(to)) < 0) {
          to++;
        }
      }
      tokens.add(text.substring(from, to));
      from = to;
    }
    return tokens;
  }
}
