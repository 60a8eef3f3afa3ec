package foresail.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * Names made for DNS. Each method tells what is wrong with a text in the server's words, and
 * nothing where it is right (apimachinery/pkg/util/validation/validation.go, v1.36).
 */
public final class DnsNames {
  private static final int MAX_LABEL = 63;
  private static final int MAX_SUBDOMAIN = 253;
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String UNDERSCORED = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN_WORDS =
      " must consist of lower case alphanumeric characters, '-' or '.', and must start and end"
          + " with an alphanumeric character";

  private DnsNames() {}

  /** {@code my-name}: at most 63 of a-z, 0-9 and dashes inside. */
  public static List<String> label(String text) {
    if (isLabel(text) && text.length() <= MAX_LABEL) {
      return List.of();
    }
    List<String> problems = lengthProblem(text, MAX_LABEL);
    if (isSubdomain(text) && !isLabel(text)) {
      problems.add("must not contain dots");
    } else if (!isLabel(text)) {
      problems.add(
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
              + " and must start and end with an alphanumeric character"
              + Examples.of(LABEL, "my-name", "123-abc"));
    }
    return problems;
  }

  /** {@code example.com}: labels joined by dots, at most 253 in all. */
  public static List<String> subdomain(String text) {
    if (isSubdomain(text) && text.length() <= MAX_SUBDOMAIN) {
      return List.of();
    }
    List<String> problems = lengthProblem(text, MAX_SUBDOMAIN);
    if (!isSubdomain(text)) {
      problems.add(
          "a lowercase RFC 1123 subdomain"
              + SUBDOMAIN_WORDS
              + Examples.of(LABEL + "(\\." + LABEL + ")*", "example.com"));
    }
    return problems;
  }

  /** A subdomain whose labels may begin with, and contain, underscores: {@code _tcp.a_b}. */
  public static List<String> subdomainWithUnderscore(String text) {
    boolean right = partsAre(text, true);
    if (right && text.length() <= MAX_SUBDOMAIN) {
      return List.of();
    }
    List<String> problems = lengthProblem(text, MAX_SUBDOMAIN);
    if (!right) {
      problems.add(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-',"
              + " '_', or '.', and must start and end with an alphanumeric character"
              + Examples.of(UNDERSCORED + "(\\." + UNDERSCORED + ")*", "example.com"));
    }
    return problems;
  }

  /** A label of old: it begins with a letter. */
  public static List<String> label1035(String text) {
    boolean right = isLabel(text) && !isDigit(text.charAt(0));
    if (right && text.length() <= MAX_LABEL) {
      return List.of();
    }
    List<String> problems = lengthProblem(text, MAX_LABEL);
    if (!right) {
      problems.add(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with"
              + " an alphabetic character, and end with an alphanumeric character"
              + Examples.of("[a-z]([-a-z0-9]*[a-z0-9])?", "my-name", "abc-123"));
    }
    return problems;
  }

  /** {@code *.example.com}: a subdomain behind one star. */
  public static List<String> wildcardSubdomain(String text) {
    boolean right = text.startsWith("*.") && isSubdomain(text.substring(2));
    if (right && text.length() <= MAX_SUBDOMAIN) {
      return List.of();
    }
    List<String> problems = lengthProblem(text, MAX_SUBDOMAIN);
    if (!right) {
      problems.add(
          "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain,"
              + " which must consist of lower case alphanumeric characters, '-' or '.' and end with"
              + " an alphanumeric character"
              + Examples.of("\\*\\." + LABEL + "(\\." + LABEL + ")*", "*.example.com"));
    }
    return problems;
  }

  private static List<String> lengthProblem(String text, int max) {
    List<String> problems = new ArrayList<>(2);
    if (Utf8.length(text) > max) {
      problems.add("must be no more than " + max + " characters");
    }
    return problems;
  }

  /** Whether the text has the form of a label; its length does not matter. */
  private static boolean isLabel(String text) {
    return isPart(text, 0, text.length(), false);
  }

  /** Whether the text has the form of a subdomain; its length does not matter. */
  private static boolean isSubdomain(String text) {
    return partsAre(text, false);
  }

  private static boolean partsAre(String text, boolean underscores) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        if (!isPart(text, start, i, underscores)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isPart(String text, int from, int to, boolean underscores) {
    int start = underscores && from < to && text.charAt(from) == '_' ? from + 1 : from;
    if (start >= to
        || !isAlphanumeric(text.charAt(start))
        || !isAlphanumeric(text.charAt(to - 1))) {
      return false;
    }
    for (int i = start; i < to; i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && !(underscores && c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
