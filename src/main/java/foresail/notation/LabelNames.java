package foresail.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keys and values of labels. Each method tells what is wrong with a text in the server's words, and
 * nothing where it is right (apimachinery/pkg/util/validation/validation.go, v1.36).
 */
public final class LabelNames {
  private static final int MAX_NAME = 63;
  private static final int MAX_PREFIX = 253;
  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String NAME_WORDS =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character";

  private LabelNames() {}

  /** {@code example.com/my-name}: key of a label, finalizer, type of a condition. */
  public static List<String> qualifiedName(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return isName(text) && text.length() <= MAX_NAME ? List.of() : nameProblems(text);
    }
    if (text.indexOf('/', slash + 1) >= 0) {
      return List.of(
          "a valid label key "
              + NAME_WORDS
              + Examples.of(NAME, "MyName", "my.name", "123-abc")
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    List<String> problems = new ArrayList<>(2);
    String prefix = text.substring(0, slash);
    if (prefix.isEmpty()) {
      problems.add("prefix part must be non-empty");
    } else {
      for (String problem : DnsNames.subdomain(prefix)) {
        problems.add("prefix part " + inBytes(problem));
      }
    }
    problems.addAll(nameProblems(text.substring(slash + 1)));
    return problems;
  }

  private static String inBytes(String problem) {
    String inCharacters = "must be no more than " + MAX_PREFIX + " characters";
    return problem.equals(inCharacters) ? "must be no more than " + MAX_PREFIX + " bytes" : problem;
  }

  private static List<String> nameProblems(String name) {
    if (isName(name) && name.length() <= MAX_NAME) {
      return List.of();
    }
    List<String> problems = new ArrayList<>(2);
    if (name.isEmpty()) {
      problems.add("name part must be non-empty");
    } else if (Utf8.length(name) > MAX_NAME) {
      problems.add("name part must be no more than " + MAX_NAME + " bytes");
    }
    if (!isName(name)) {
      problems.add("name part " + NAME_WORDS + Examples.of(NAME, "MyName", "my.name", "123-abc"));
    }
    return problems;
  }

  /** As a qualified name, but upper case counts as lower case. */
  public static List<String> annotationKey(String text) {
    List<String> asWritten = qualifiedName(text);
    return asWritten.isEmpty() ? asWritten : qualifiedName(text.toLowerCase(Locale.ROOT));
  }

  /** {@code my_value}, or nothing. */
  public static List<String> labelValue(String text) {
    if (text.isEmpty() || (isName(text) && text.length() <= MAX_NAME)) {
      return List.of();
    }
    List<String> problems = new ArrayList<>(2);
    if (Utf8.length(text) > MAX_NAME) {
      problems.add("must be no more than " + MAX_NAME + " bytes");
    }
    if (!isName(text)) {
      problems.add(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
              + " '.', and must start and end with an alphanumeric character"
              + Examples.of("(" + NAME + ")?", "MyValue", "my_value", "12345"));
    }
    return problems;
  }

  private static boolean isName(String text) {
    if (text.isEmpty()
        || !isAlphanumeric(text.charAt(0))
        || !isAlphanumeric(text.charAt(text.length() - 1))) {
      return false;
    }
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
