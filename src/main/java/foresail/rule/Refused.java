package foresail.rule;

import static java.util.Objects.requireNonNull;

import foresail.finding.Refusal;
import foresail.source.Manifest;

/** Why the API server would refuse an object. */
public record Refused(Manifest manifest, Refusal refusal) {
  public Refused {
    requireNonNull(manifest);
    requireNonNull(refusal);
  }
}
