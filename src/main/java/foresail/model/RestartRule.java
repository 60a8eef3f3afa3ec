package foresail.model;

import java.util.List;

/**
 * A container's exception from its restart policy, by exit code.
 *
 * @param action {@code Restart} or {@code RestartAllContainers}
 * @param in whether the exit code has to be one of the values, or none of them
 */
public record RestartRule(String action, boolean in, List<Integer> exitCodes) {
  static RestartRule of(Fields rule) {
    Fields codes = rule.orEmpty("exitCodes");
    return new RestartRule(
        rule.string("action"), codes.string("operator").equals("In"), codes.integers("values"));
  }

  /** Whether the rule speaks of this exit code. */
  public boolean matches(int exitCode) {
    return exitCodes.contains(exitCode) == in;
  }
}
