package foresail.validation.update;

import static foresail.validation.update.Demands.all;
import static foresail.validation.update.Demands.field;
import static foresail.validation.update.Demands.forbidden;
import static foresail.validation.update.Demands.immutable;
import static foresail.validation.update.Demands.when;

import foresail.validation.check.Field;
import foresail.validation.check.Refusals;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** ConfigMaps, Secrets and quotas (pkg/apis/core/validation/validation.go, v1.36). */
final class ConfigUpdates {
  private static final String WORDS = "field is immutable when `immutable` is set";

  /** Once true it stays. */
  private static final ChangeCheck STAYS = field("immutable", forbidden(WORDS));

  static final ChangeCheck CONFIG_MAP =
      when(
          ConfigUpdates::isImmutable,
          STAYS,
          field("data", forbidden(WORDS)),
          field("binaryData", forbidden(WORDS)));

  static final ChangeCheck SECRET =
      all(
          field("type", immutable()),
          when(ConfigUpdates::isImmutable, STAYS, field("data", forbidden(WORDS))));

  static final ChangeCheck RESOURCE_QUOTA = field("spec.scopes", ConfigUpdates::scopes);

  private ConfigUpdates() {}

  private static boolean isImmutable(Change object) {
    return object.was().get("immutable").isTrue();
  }

  /** A set: their order does not count. */
  private static void scopes(Change scopes, Refusals out) {
    Optional<Change> first = Difference.first(scopes, Set.of());
    if (first.isPresent() && !set(scopes.was()).equals(set(scopes.now()))) {
      Told.invalid(scopes, first.get(), "field is immutable", out);
    }
  }

  private static Set<String> set(Field list) {
    Set<String> texts = new HashSet<>();
    list.items().forEach(item -> texts.add(item.text()));
    return texts;
  }
}
