package foresail.validation.admission;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifNotZero;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.inRange;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a webhook is called (apiserver/pkg/util/webhook/validation.go, v1.36). */
public final class WebhookClientChecks {
  private static final String FORM = "; desired format: https://host[/path]";

  private WebhookClientChecks() {}

  public static final Check CLIENT =
      object(
          rule(WebhookClientChecks::onePlace, "webhook.clientConfig"),
          rule(
              WebhookClientChecks::url,
              "webhook.url.parse",
              "webhook.url.scheme",
              "webhook.url.host",
              "webhook.url.user",
              "webhook.url.fragment",
              "webhook.url.query"),
          field(
              "service",
              ifSet(),
              (service, out) -> !service.parent().get("url").isSet(),
              rule(WebhookClientChecks::names, "webhook.service.name", "webhook.service.namespace"),
              field(
                  "port",
                  ifSet(),
                  inRange(
                      "webhook.service.port",
                      1,
                      65_535,
                      "port is not valid: must be between 1 and 65535, inclusive")),
              field(
                  "path",
                  ifNotZero(),
                  rule(
                      WebhookClientChecks::path,
                      "webhook.service.path.slash",
                      "webhook.service.path.segment-empty",
                      "webhook.service.path.segment"))));

  private static void onePlace(Field client, Refusals out) {
    if (client.get("url").isSet() == client.get("service").isSet()) {
      out.required("webhook.clientConfig", client, "exactly one of url or service is required");
    }
  }

  private static void url(Field client, Refusals out) {
    Field field = client.get("url");
    if (!field.isSet() || client.get("service").isSet()) {
      return;
    }
    URI url;
    try {
      url = new URI(field.text());
    } catch (URISyntaxException malformed) {
      out.required(
          "webhook.url.parse", field, "url must be a valid URL: " + malformed.getReason() + FORM);
      return;
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme();
    if (!scheme.equals("https")) {
      out.invalid(
          "webhook.url.scheme",
          field,
          GoValues.quoted(scheme),
          "'https' is the only allowed URL scheme" + FORM);
    }
    if (url.getRawAuthority() == null || url.getRawAuthority().isEmpty()) {
      out.invalid("webhook.url.host", field, "\"\"", "host must be specified" + FORM);
    }
    if (url.getRawUserInfo() != null) {
      out.invalid("webhook.url.user", field, "user information is not permitted in the URL");
    }
    if (url.getRawFragment() != null && !url.getRawFragment().isEmpty()) {
      out.invalid("webhook.url.fragment", field, "fragments are not permitted in the URL");
    }
    if (url.getRawQuery() != null && !url.getRawQuery().isEmpty()) {
      out.invalid("webhook.url.query", field, "query parameters are not permitted in the URL");
    }
  }

  /** The server mixes the two up: what is missing is printed as the other. */
  private static void names(Field service, Refusals out) {
    Field name = service.get("name");
    Field namespace = service.get("namespace");
    if (namespace.isZero()) {
      out.required("webhook.service.name", namespace.printedAs(name));
    }
    if (name.isZero()) {
      out.required("webhook.service.namespace", name.printedAs(namespace));
    }
  }

  private static void path(Field path, Refusals out) {
    String text = path.text();
    if (text.equals("/")) {
      return;
    }
    if (!text.startsWith("/")) {
      out.invalid("webhook.service.path.slash", path, "must start with a '/'");
    }
    String rest = text.substring(1);
    String[] segments =
        (rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      if (segment.isEmpty()) {
        out.invalid(
            "webhook.service.path.segment-empty", path, "segment[" + i + "] may not be empty");
      } else {
        for (String problem : DnsNames.subdomain(segment)) {
          out.invalid("webhook.service.path.segment", path, "segment[" + i + "]: " + problem);
        }
      }
    }
  }
}
