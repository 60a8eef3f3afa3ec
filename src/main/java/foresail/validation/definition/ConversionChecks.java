package foresail.validation.definition;

import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.DnsNames;
import foresail.validation.admission.WebhookClientChecks;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Refusals;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How objects get from one version to another. The server prints the webhook's fields flat. */
final class ConversionChecks {
  private static final List<String> REVIEWS = List.of("v1", "v1beta1");
  private static final String UNUSED = "should not be set when strategy is not set to Webhook";

  private ConversionChecks() {}

  static final Check CONVERSION =
      object(
          rule(ConversionChecks::strategy, "crd.conversion.strategy"),
          rule(
              ConversionChecks::webhook,
              "crd.conversion.webhookClientConfig",
              "crd.conversion.conversionReviewVersions"));

  private static void strategy(Field conversion, Refusals out) {
    Field strategy = conversion.get("strategy");
    String fact = "crd.conversion.strategy";
    if (conversion.isSet() && strategy.text().isEmpty()) {
      out.required(fact, strategy);
    } else if (conversion.isSet() && !strategy.is("None") && !strategy.is("Webhook")) {
      out.notSupported(fact, strategy, List.of("None", "Webhook"));
    }
    Field preserve = conversion.parent().get("preserveUnknownFields");
    if (preserve.isTrue() && conversion.isSet() && !strategy.is("None")) {
      out.invalid(fact, strategy, "must be None if spec.preserveUnknownFields is true");
    }
  }

  private static void webhook(Field conversion, Refusals out) {
    Field webhook = conversion.get("webhook");
    Field client = webhook.get("clientConfig").printedAs(conversion.get("webhookClientConfig"));
    Field reviews =
        webhook
            .get("conversionReviewVersions")
            .printedAs(conversion.get("conversionReviewVersions"));
    if (conversion.get("strategy").is("Webhook")) {
      if (client.isSet()) {
        WebhookClientChecks.CLIENT.look(client, out);
      } else {
        out.required(
            "crd.conversion.webhookClientConfig",
            client,
            "required when strategy is set to Webhook");
      }
      reviews(reviews, out);
      return;
    }
    if (client.isSet()) {
      out.forbidden("crd.conversion.webhookClientConfig", client, UNUSED);
    }
    if (reviews.size() > 0) {
      out.forbidden("crd.conversion.conversionReviewVersions", reviews, UNUSED);
    }
  }

  private static void reviews(Field versions, Refusals out) {
    String fact = "crd.conversion.conversionReviewVersions";
    if (versions.size() == 0) {
      out.required(fact, versions);
      return;
    }
    Set<String> seen = new HashSet<>();
    boolean known = false;
    for (Field version : versions.items()) {
      known |= REVIEWS.contains(version.text());
      if (!seen.add(version.text())) {
        out.invalid(fact, version, "duplicate version");
        continue;
      }
      for (String problem : DnsNames.label1035(version.text())) {
        out.invalid(fact, version, GoValues.quoted(version.text()), problem);
      }
    }
    if (!known) {
      out.invalid(fact, versions, "must include at least one of v1, v1beta1");
    }
  }
}
