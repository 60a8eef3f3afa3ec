package foresail.rule;

/**
 * A condition over all objects together: duplicates, rings of waits. Otherwise as {@link Check}.
 */
@FunctionalInterface
public interface RunCheck {
  /** Looks at all objects and reports what is wrong with them. */
  void check(Scope scope);
}
