package foresail.rule;

import foresail.finding.Finding;
import foresail.finding.Fix;
import java.util.ArrayList;
import java.util.List;

/** Adds what a rule's page says to findings that do not say it themselves. */
final class Prose {
  private final Pages pages;

  Prose(Pages pages) {
    this.pages = pages;
  }

  List<Finding> completed(List<Finding> findings) {
    List<Finding> completed = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      completed.add(complete(finding));
    }
    return completed;
  }

  private Finding complete(Finding finding) {
    if (finding.why().isPresent() && finding.fix().isPresent()) {
      return finding;
    }
    RulePage page = pages.of(finding.ruleId());
    Finding whole = finding.why().isPresent() ? finding : finding.withWhy(page.why());
    return whole.fix().isPresent()
        ? whole
        : page.fix().map(Fix::advice).map(whole::withFix).orElse(whole);
  }
}
