package foresail.finding;

import java.util.Locale;

/** What a rule is about; users select and suppress by it. */
public enum Category {
  YAML,
  /** What the API server itself would refuse. */
  API,
  REFERENCE,
  LIFECYCLE,
  RESTART,
  SCHEDULING,
  ROLLOUT,
  NETWORK,
  SECURITY,
  IMAGE,
  RESOURCE,
  STYLE;

  /** In lower case, as users write and read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
