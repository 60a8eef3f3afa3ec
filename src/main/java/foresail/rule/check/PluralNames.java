package foresail.rule.check;

import foresail.source.ObjectId;
import java.util.Locale;

/** How the server's messages and quotas name kinds: {@code deployments.apps}. */
final class PluralNames {
  private PluralNames() {}

  static String of(ObjectId id) {
    String plural = plural(id.kind().toLowerCase(Locale.ROOT));
    return id.group().isEmpty() ? plural : plural + "." + id.group();
  }

  private static String plural(String kind) {
    if (kind.equals("endpoints")) {
      return kind;
    }
    if (kind.endsWith("s")) {
      return kind + "es";
    }
    boolean consonant = kind.length() > 1 && "aeiou".indexOf(kind.charAt(kind.length() - 2)) < 0;
    return kind.endsWith("y") && consonant
        ? kind.substring(0, kind.length() - 1) + "ies"
        : kind + "s";
  }
}
