package foresail.generated;

import foresail.source.MappingNode;
import foresail.source.Node;
import foresail.source.ReadOptions;
import foresail.source.ScalarNode;
import foresail.source.ScalarType;
import foresail.source.SequenceNode;
import foresail.source.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** All the ways in which one scalar may be written, as a real server read them. */
final class ScalarForms {
  private static final Pattern WORDS =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./%+=@-]*( [A-Za-z0-9._/-]+)*");
  private static final Pattern NUMBERS_WITH_UNITS =
      Pattern.compile("[0-9]+(Ki|Mi|Gi|m|%)|[0-9]+(\\.[0-9]+){3}(/[0-9]+)?");
  private static final Pattern LINES = Pattern.compile("([!-~][ -~]*\n)*[!-~][ -~]*\n?");

  /** What a plain text is read as, from recordings. */
  private final Map<String, String> read = new HashMap<>();

  /** The plain texts that are read as a number, a boolean or null, by the JSON text of that. */
  private final Map<String, List<String>> plain = new HashMap<>();

  private final Random random;

  ScalarForms(Random random) throws IOException {
    this.random = random;
    try (InputStream in = Node.class.getResourceAsStream("scalars.jsonl")) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String text = "- " + String.join("\n- ", lines.lines().toList()) + "\n";
      MappingNode root = (MappingNode) read("scalars:\n" + text);
      var recorded = (SequenceNode) root.get("scalars").orElseThrow();
      recorded.items().forEach(this::note);
    }
  }

  private static Node read(String yaml) {
    String object = "apiVersion: v1\nkind: ConfigMap\n" + yaml;
    return new SourceReader(ReadOptions.standard())
        .readText("scalars.yaml", object)
        .manifests()
        .get(0)
        .root();
  }

  private void note(Node recording) {
    String text = recording.string("text").orElseThrow();
    String value = recording.string("value").orElse("");
    read.put(text, value);
    if (!value.isEmpty() && !value.startsWith("\"") && isInline(text)) {
      plain.computeIfAbsent(value, key -> new ArrayList<>()).add(text);
    }
  }

  /** Texts that stand in one line without meaning anything else there. */
  private static boolean isInline(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c > ' ' && c < 127 && ",[]{}#:&*!|>'\"@`".indexOf(c) < 0);
  }

  /** A scalar on one line, fit for flow and block style. */
  String inline(ScalarNode scalar) {
    if (scalar.type() == ScalarType.STRING) {
      return string(scalar.text());
    }
    List<String> forms = new ArrayList<>(plain.getOrDefault(scalar.text(), List.of()));
    forms.add(scalar.text());
    if (scalar.type() == ScalarType.INTEGER && scalar.text().matches("[1-9][0-9]{0,8}")) {
      int value = Integer.parseInt(scalar.text());
      forms.add("0x" + Integer.toHexString(value));
      forms.add("0" + Integer.toOctalString(value));
      forms.add("+" + value);
    }
    return forms.get(random.nextInt(forms.size()));
  }

  /** A string on one line: plain where it then stays a string, else quoted. */
  String string(String text) {
    boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 127);
    return switch (random.nextInt(printable ? 3 : 1)) {
      case 1 -> "'" + text.replace("'", "''") + "'";
      case 2 -> isPlain(text) ? text : doubleQuoted(text);
      default -> doubleQuoted(text);
    };
  }

  private boolean isPlain(String text) {
    String known = read.get(text);
    boolean string = known == null || known.startsWith("\"");
    return string && (WORDS.matcher(text).matches() || NUMBERS_WITH_UNITS.matcher(text).matches());
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c < 127) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(String.format(Locale.ROOT, "\\U%08x", c));
              }
            });
    return quoted.append('"').toString();
  }

  /** Whether a text can be written below a {@code |}, line by line. */
  static boolean isLiteral(String text) {
    return LINES.matcher(text).matches();
  }
}
