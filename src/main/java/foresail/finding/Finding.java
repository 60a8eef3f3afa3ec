package foresail.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One problem in the manifests: what is wrong, where, and what would put it right.
 *
 * @param ruleId names the rule that explains it; the file rules/ID.yaml
 * @param severity the rule's own, after the user's overrides
 * @param message one line, no full stop; names the object and the value at fault
 * @param primary the text to underline
 * @param related other places that explain the primary one, in reading order; may be empty
 * @param why what would happen otherwise, one or two sentences; empty where the rule's page says
 *     all
 * @param fix what would remove the problem
 * @param subject the object that it is about; empty for a file that cannot be read as objects
 * @param reason the API server's word, for findings of category api only
 * @param releases for which it holds, such as {@code 1.36}, oldest first; empty where only one was
 *     asked for
 */
public record Finding(
    String ruleId,
    Category category,
    Severity severity,
    String message,
    Label primary,
    List<Label> related,
    Optional<String> why,
    Optional<Fix> fix,
    Optional<Subject> subject,
    Optional<Reason> reason,
    List<String> releases) {
  public Finding {
    requireNonNull(ruleId);
    requireNonNull(category);
    requireNonNull(severity);
    requireNonNull(message);
    requireNonNull(primary, "a finding without a place cannot be shown");
    related = List.copyOf(related);
    requireNonNull(why);
    requireNonNull(fix);
    requireNonNull(subject);
    requireNonNull(reason);
    releases = List.copyOf(releases);
  }

  public Finding(
      String ruleId,
      Category category,
      Severity severity,
      String message,
      Label primary,
      List<Label> related,
      Optional<String> why,
      Optional<Fix> fix,
      Optional<Subject> subject,
      Optional<Reason> reason) {
    this(
        ruleId, category, severity, message, primary, related, why, fix, subject, reason,
        List.of());
  }

  /** A finding with nothing but what every finding has; the {@code with} methods add the rest. */
  public static Finding of(
      String ruleId, Category category, Severity severity, String message, Label primary) {
    return new Finding(
        ruleId,
        category,
        severity,
        message,
        primary,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Finding withSeverity(Severity other) {
    return new Finding(
        ruleId, category, other, message, primary, related, why, fix, subject, reason, releases);
  }

  public Finding withRelated(List<Label> labels) {
    return new Finding(
        ruleId, category, severity, message, primary, labels, why, fix, subject, reason, releases);
  }

  public Finding withWhy(String sentence) {
    return new Finding(
        ruleId,
        category,
        severity,
        message,
        primary,
        related,
        Optional.of(sentence),
        fix,
        subject,
        reason,
        releases);
  }

  public Finding withFix(Fix cure) {
    return new Finding(
        ruleId,
        category,
        severity,
        message,
        primary,
        related,
        why,
        Optional.of(cure),
        subject,
        reason,
        releases);
  }

  public Finding withSubject(Subject object) {
    return new Finding(
        ruleId,
        category,
        severity,
        message,
        primary,
        related,
        why,
        fix,
        Optional.of(object),
        reason,
        releases);
  }

  public Finding withReason(Reason word) {
    return new Finding(
        ruleId,
        category,
        severity,
        message,
        primary,
        related,
        why,
        fix,
        subject,
        Optional.of(word),
        releases);
  }

  public Finding withReleases(List<String> names) {
    return new Finding(
        ruleId, category, severity, message, primary, related, why, fix, subject, reason, names);
  }
}
