package foresail.validation.pod;

import static foresail.validation.check.Shapes.rule;

import foresail.notation.DnsNames;
import foresail.notation.IpAddresses;
import foresail.notation.Utf8;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;

/** {@code dnsConfig} of a pod. */
final class DnsConfigChecks {
  private DnsConfigChecks() {}

  private static final int MAX_NAMESERVERS = 3;
  private static final int MAX_SEARCHES = 32;
  private static final int MAX_SEARCH_CHARS = 2048;

  /** Of the spec as a whole. */
  static final Check DNS_CONFIG =
      rule(
          DnsConfigChecks::dnsConfig,
          "pod.spec.dnsConfig.required",
          "pod.spec.dnsConfig.nameservers.required",
          "pod.spec.dnsConfig.nameservers.max",
          "pod.spec.dnsConfig.nameservers.ip",
          "pod.spec.dnsConfig.searches.max",
          "pod.spec.dnsConfig.searches.chars",
          "pod.spec.dnsConfig.searches.format",
          "pod.spec.dnsConfig.options.name");

  private static void dnsConfig(Field spec, Refusals out) {
    Field config = spec.get("dnsConfig");
    boolean needed = spec.get("dnsPolicy").is("None");
    if (!config.isSet()) {
      if (needed) {
        out.required(
            "pod.spec.dnsConfig.required",
            config,
            "must provide `dnsConfig` when `dnsPolicy` is None");
      }
      return;
    }
    Field nameservers = config.get("nameservers");
    if (needed && nameservers.size() == 0) {
      out.required(
          "pod.spec.dnsConfig.nameservers.required",
          nameservers,
          "must provide at least one DNS nameserver when `dnsPolicy` is None");
      return;
    }
    nameservers(nameservers, out);
    searches(config.get("searches"), out);
    for (Field option : config.get("options").items()) {
      if (option.get("name").isZero()) {
        out.required("pod.spec.dnsConfig.options.name", option, "must not be empty");
      }
    }
  }

  private static void nameservers(Field nameservers, Refusals out) {
    if (nameservers.size() > MAX_NAMESERVERS) {
      out.invalid(
          "pod.spec.dnsConfig.nameservers.max",
          nameservers,
          "must not have more than 3 nameservers");
    }
    for (Field nameserver : nameservers.items()) {
      ip("pod.spec.dnsConfig.nameservers.ip", nameserver, out);
    }
  }

  private static void searches(Field searches, Refusals out) {
    if (searches.size() > MAX_SEARCHES) {
      out.invalid(
          "pod.spec.dnsConfig.searches.max", searches, "must not have more than 32 search paths");
    }
    int chars = Math.max(0, searches.size() - 1);
    for (Field search : searches.items()) {
      chars += Utf8.length(search.text());
      search(search, out);
    }
    if (chars > MAX_SEARCH_CHARS) {
      out.invalid(
          "pod.spec.dnsConfig.searches.chars",
          searches,
          "must not have more than 2048 characters (including spaces) in the search list");
    }
  }

  /** Underscores and the root alone are taken since 1.33. */
  private static void search(Field search, Refusals out) {
    boolean relaxed = out.release() >= 33;
    String text = search.text();
    if (relaxed && text.equals(".")) {
      return;
    }
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    Names.tell(
        "pod.spec.dnsConfig.searches.format",
        search,
        bare,
        relaxed ? DnsNames.subdomainWithUnderscore(bare) : DnsNames.subdomain(bare),
        out);
  }

  /** An address of version 4 or 6. */
  static Check ip(String fact) {
    return rule((field, out) -> ip(fact, field, out), fact);
  }

  private static void ip(String fact, Field field, Refusals out) {
    for (String problem : IpAddresses.problems(field.text(), out.release() >= 36)) {
      out.invalid(fact, field, GoValues.quoted(field.text()), problem);
    }
  }
}
