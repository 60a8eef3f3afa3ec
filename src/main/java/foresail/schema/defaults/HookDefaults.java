package foresail.schema.defaults;

import java.util.Locale;

/**
 * Admission webhooks and policies (pkg/apis/admissionregistration/v1/defaults.go), and the other
 * kinds through which servers are extended.
 */
final class HookDefaults {
  private HookDefaults() {}

  static void mutatingWebhooks(Draft configuration) {
    for (Draft hook : configuration.each("webhooks")) {
      webhook(hook);
      hook.optionalText("reinvocationPolicy", "Never");
    }
  }

  static void validatingWebhooks(Draft configuration) {
    configuration.each("webhooks").forEach(HookDefaults::webhook);
  }

  private static void webhook(Draft hook) {
    hook.optionalText("failurePolicy", "Fail");
    hook.optionalText("matchPolicy", "Equivalent");
    hook.object("namespaceSelector");
    hook.object("objectSelector");
    hook.number("timeoutSeconds", 10);
    for (Draft client : hook.each("clientConfig")) {
      servicePort(client);
    }
    scope(hook, "rules");
  }

  static void policy(Draft policy) {
    Draft spec = policy.object("spec");
    spec.optionalText("failurePolicy", "Fail");
    spec.each("matchConstraints").forEach(HookDefaults::match);
  }

  static void policyBinding(Draft binding) {
    binding.object("spec").each("matchResources").forEach(HookDefaults::match);
  }

  private static void match(Draft match) {
    match.optionalText("matchPolicy", "Equivalent");
    match.object("namespaceSelector");
    match.object("objectSelector");
    scope(match, "resourceRules");
    scope(match, "excludeResourceRules");
  }

  private static void scope(Draft parent, String rules) {
    for (Draft rule : parent.each(rules)) {
      rule.optionalText("scope", "*");
    }
  }

  private static void servicePort(Draft client) {
    for (Draft service : client.each("service")) {
      service.number("port", 443);
    }
  }

  static void apiService(Draft api) {
    servicePort(api.object("spec"));
  }

  static void customResourceDefinition(Draft definition) {
    Draft spec = definition.object("spec");
    Draft names = spec.object("names");
    String kind = names.text("kind");
    if (!kind.isEmpty()) {
      names.text("singular", kind.toLowerCase(Locale.ROOT));
      names.text("listKind", kind + "List");
    }
    Draft conversion = spec.object("conversion");
    conversion.text("strategy", "None");
    for (Draft hook : conversion.each("webhook")) {
      hook.each("clientConfig").forEach(HookDefaults::servicePort);
    }
  }
}
