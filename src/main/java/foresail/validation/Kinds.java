package foresail.validation;

import foresail.validation.check.Check;
import foresail.validation.config.ConfigMapChecks;
import foresail.validation.config.NamespaceChecks;
import foresail.validation.config.SecretChecks;
import foresail.validation.meta.MetadataChecks;
import foresail.validation.network.ServiceChecks;
import foresail.validation.pod.PodChecks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which checks a kind has. The class that holds them is loaded when its first object comes:
 * start-up does not pay for kinds that do not occur.
 */
final class Kinds {
  /** Every kind that has checks, behind its group: {@code apps/Deployment}. */
  static final List<String> ALL =
      List.of(
          "/Pod",
          "/PodTemplate",
          "/ConfigMap",
          "/Namespace",
          "/Secret",
          "/Service",
          "/ServiceAccount");

  private Kinds() {}

  static Optional<Check> check(String group, String kind) {
    return Optional.ofNullable(
        switch (group) {
          case "" -> core(kind);
          default -> null;
        });
  }

  private static Check core(String kind) {
    return switch (kind) {
      case "Pod" -> PodChecks.POD;
      case "PodTemplate" -> PodChecks.POD_TEMPLATE;
      case "ConfigMap" -> ConfigMapChecks.CONFIG_MAP;
      case "Namespace" -> NamespaceChecks.NAMESPACE;
      case "Secret" -> SecretChecks.SECRET;
      case "Service" -> ServiceChecks.SERVICE;
      case "ServiceAccount" -> NamespaceChecks.SERVICE_ACCOUNT;
      default -> null;
    };
  }

  /** The ids of all facts that can be told about some object; in the order of {@link #ALL}. */
  static Set<String> facts() {
    Set<String> facts = new LinkedHashSet<>(MetadataChecks.NAME_IN_URL.facts());
    for (String name : ALL) {
      int slash = name.indexOf('/');
      check(name.substring(0, slash), name.substring(slash + 1))
          .ifPresent(check -> facts.addAll(check.facts()));
    }
    return facts;
  }
}
