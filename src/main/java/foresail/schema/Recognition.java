package foresail.schema;

import foresail.finding.Refusal;

/** What a release makes of an object's apiVersion and kind. */
public sealed interface Recognition {
  /** The release knows its structure. */
  record Served(Kind kind) implements Recognition {}

  /**
   * The release does not serve it, though its group is one of Kubernetes' own. The refusal's fact
   * tells why: {@code decode.removed-version}, {@code decode.not-served-by-default}, {@code
   * decode.no-match}, {@code decode.kind-missing}, {@code decode.apiVersion-missing}.
   */
  record Refused(Refusal refusal) implements Recognition {}

  /** A custom resource, a list of objects, or no object at all: nothing is said about it. */
  record Foreign() implements Recognition {}
}
