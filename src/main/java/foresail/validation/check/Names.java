package foresail.validation.check;

import foresail.notation.DnsNames;
import foresail.notation.KeyNames;
import foresail.notation.LabelNames;
import foresail.notation.RelativePaths;
import foresail.validation.check.Shapes.Telling;
import java.util.List;

/** Checks of texts that have a form. An absent text is checked as the empty one. */
public final class Names {
  private Names() {}

  /** What is wrong with a text, in the server's words; nothing where it is right. */
  @FunctionalInterface
  public interface Format {
    List<String> problems(String text);
  }

  /** One Invalid for each thing that is wrong with the text. */
  public static Check format(String fact, Format format) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        tell(fact, field, format.problems(field.text()), out);
        return true;
      }
    };
  }

  /** Tells each problem about the field's own value. */
  public static void tell(String fact, Field field, List<String> problems, Refusals out) {
    for (String problem : problems) {
      out.invalid(fact, field, GoValues.quoted(field.text()), problem);
    }
  }

  /** Tells each problem about another text than the field's own: a key, a part of it. */
  public static void tell(
      String fact, Field field, String text, List<String> problems, Refusals out) {
    for (String problem : problems) {
      out.invalid(fact, field, GoValues.quoted(text), problem);
    }
  }

  /** {@code my-name}, at most 63. */
  public static Check dnsLabel(String fact) {
    return format(fact, DnsNames::label);
  }

  /** {@code example.com}, at most 253. */
  public static Check dnsSubdomain(String fact) {
    return format(fact, DnsNames::subdomain);
  }

  /** {@code example.com/my-name}: keys of labels, finalizers, types of conditions. */
  public static Check qualifiedName(String fact) {
    return format(fact, LabelNames::qualifiedName);
  }

  public static Check labelValue(String fact) {
    return format(fact, LabelNames::labelValue);
  }

  /** Key of a ConfigMap or Secret. */
  public static Check configMapKey(String fact) {
    return format(fact, KeyNames::configMapKey);
  }

  public static Check envVarName(String fact) {
    return format(fact, KeyNames::envVarName);
  }

  /** Name of a container's port. */
  public static Check portName(String fact) {
    return format(fact, KeyNames::portName);
  }

  /** Relative and without {@code ..}. */
  public static Check descendingPath(String fact) {
    return format(fact, RelativePaths::descending);
  }

  /** Relative, without {@code ..}, and not beginning with two dots. */
  public static Check nonReservedPath(String fact) {
    return format(fact, RelativePaths::nonReserved);
  }

  /** {@code acme.io/foo}: a domain and a path, both needed. */
  public static Check domainPrefixedPath(String fact) {
    return new Telling(fact) {
      @Override
      public boolean look(Field field, Refusals out) {
        domainPrefixedPath(fact, field, out);
        return true;
      }
    };
  }

  private static void domainPrefixedPath(String fact, Field field, Refusals out) {
    String text = field.text();
    int slash = text.indexOf('/');
    if (text.isEmpty()) {
      out.required(fact, field);
    } else if (slash <= 0 || slash == text.length() - 1) {
      out.invalid(fact, field, "must be a domain-prefixed path (such as \"acme.io/foo\")");
    } else {
      String host = text.substring(0, slash);
      String path = text.substring(slash + 1);
      tell(fact, field, host, DnsNames.subdomain(host), out);
      tell(fact, field, path, KeyNames.httpPath(path), out);
    }
  }

  /** A name to which something will be appended: a dash at its end does not count. */
  public static Check prefixOf(String fact, Format format) {
    return format(fact, text -> format.problems(masked(text)));
  }

  private static String masked(String text) {
    return text.length() > 1 && text.endsWith("-")
        ? text.substring(0, text.length() - 2) + "a"
        : text;
  }
}
