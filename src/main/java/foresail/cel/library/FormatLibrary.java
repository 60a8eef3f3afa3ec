package foresail.cel.library;

import static foresail.cel.library.Kind.STRING;

import com.google.re2j.Pattern;
import foresail.notation.DnsNames;
import foresail.notation.LabelNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Notations that the server knows by name (apiserver/pkg/cel/library/format.go, v1.36). */
final class FormatLibrary {
  /**
   * @param problems what is wrong with a text, in the server's words; empty where nothing is
   */
  record Format(String name, Function<String, List<String>> problems) {}

  private static final Kind<Format> FORMAT = Kind.named("kubernetes.NamedFormat", Format.class);
  private static final Pattern UUID =
      Pattern.compile("^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$");
  private static final Pattern BASE64 =
      Pattern.compile(
          "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$");
  private static final Pattern DATE = Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  private static final Pattern TIME =
      Pattern.compile(
          "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})$");

  private FormatLibrary() {}

  static void addTo(Functions functions) {
    Map<String, Format> formats = formats();
    functions.global(
        "format.named",
        "format-named",
        Kind.optional(FORMAT),
        STRING,
        name -> Optional.ofNullable(formats.get(name)));
    formats.forEach(
        (name, format) ->
            functions.global("format." + name, "format." + name, FORMAT, () -> format));
    functions.member(
        "validate",
        "format-validate",
        Kind.optional(Kind.listOf(STRING)),
        FORMAT,
        STRING,
        (format, text) ->
            Optional.of(format.problems().apply(text)).filter(problems -> !problems.isEmpty()));
    functions.typeName(FORMAT);
  }

  private static Map<String, Format> formats() {
    Map<String, Format> formats = new LinkedHashMap<>();
    add(formats, "dns1123Label", DnsNames::label);
    add(formats, "dns1123Subdomain", DnsNames::subdomain);
    add(formats, "dns1035Label", DnsNames::label1035);
    add(formats, "qualifiedName", LabelNames::qualifiedName);
    add(formats, "dns1123LabelPrefix", text -> DnsNames.label(prefix(text)));
    add(formats, "dns1123SubdomainPrefix", text -> DnsNames.subdomain(prefix(text)));
    add(formats, "dns1035LabelPrefix", text -> DnsNames.label1035(prefix(text)));
    add(formats, "labelValue", LabelNames::labelValue);
    add(formats, "uri", FormatLibrary::uri);
    add(formats, "uuid", text -> unless(isUuid(text), "does not match the UUID format"));
    add(formats, "byte", text -> unless(BASE64.matches(text), "invalid base64"));
    add(formats, "date", text -> unless(isDate(text), "invalid date"));
    add(formats, "datetime", text -> unless(isDateTime(text), "invalid datetime"));
    return formats;
  }

  private static void add(
      Map<String, Format> formats, String name, Function<String, List<String>> problems) {
    formats.put(name, new Format(name, problems));
  }

  private static List<String> unless(boolean fits, String problem) {
    return fits ? List.of() : List.of(problem);
  }

  /** A name that more is put behind may end in a dash (apimachinery/pkg/api/validation, v1.36). */
  private static String prefix(String text) {
    return text.length() > 1 && text.endsWith("-")
        ? text.substring(0, text.length() - 2) + "a"
        : text;
  }

  private static List<String> uri(String text) {
    return unless(GoUrl.parse(text).isPresent(), "parse \"" + text + "\": invalid URI for request");
  }

  private static boolean isUuid(String text) {
    return UUID.matches(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isDate(String text) {
    if (!DATE.matches(text)) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int t = lower.indexOf('t');
    return t > 0 && isDate(lower.substring(0, t)) && TIME.matches(lower.substring(t + 1));
  }
}
