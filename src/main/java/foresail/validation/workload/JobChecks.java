package foresail.validation.workload;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.DnsNames;
import foresail.notation.LabelNames;
import foresail.notation.LabelSelector;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kind Job. Unless {@code manualSelector} is true the server makes selector and labels itself, of a
 * uid that no manifest can know (pkg/apis/batch/validation/validation.go, v1.36).
 */
public final class JobChecks {
  private JobChecks() {}

  private static final String UID = "batch.kubernetes.io/controller-uid";
  private static final List<String> UID_LABELS = List.of("controller-uid", UID);
  private static final List<String> NAME_LABELS =
      List.of("job-name", "batch.kubernetes.io/job-name");

  /** Kind Job. */
  public static final Check JOB =
      object(
          MetadataChecks.NAMESPACED,
          rule(JobChecks::podNames, "job.name.indexed"),
          field(
              "spec",
              JobSpecChecks.SPEC,
              field("selector", Selectors.labelSelector("job.selector.rules"))),
          rule(
              JobChecks::selector,
              "job.selector.given",
              "job.selector.required",
              "job.selector.match",
              "job.label.controller-uid",
              "job.label.job-name",
              "job.name.length"));

  private static void podNames(Field job, Refusals out) {
    Field spec = job.get("spec");
    long completions = spec.get("completions").number();
    Field name = job.at("metadata", "name");
    boolean generated = name.isZero() && !job.at("metadata", "generateName").isZero();
    if (generated || !IndexedJobChecks.isIndexed(spec) || completions <= 0) {
      return;
    }
    String last = name.text() + "-" + (completions - 1);
    if (!DnsNames.label(last).isEmpty()) {
      out.invalid(
          "job.name.indexed", name, "will not able to create pod with invalid DNS label: " + last);
    }
  }

  private static void selector(Field job, Refusals out) {
    Field spec = job.get("spec");
    if (!spec.get("manualSelector").isTrue()) {
      generated(job, spec, out);
      return;
    }
    Field selector = spec.get("selector");
    Optional<LabelSelector> read = Selectors.read(selector);
    Field labels = spec.at("template", "metadata", "labels");
    if (!selector.isSet()) {
      out.required("job.selector.required", selector);
      TemplateChecks.mismatch("job.selector.match", labels, out);
    } else if (read.isPresent() && !read.get().matches(Selectors.map(labels))) {
      TemplateChecks.mismatch("job.selector.match", labels, out);
    }
  }

  private static void generated(Field job, Field spec, Refusals out) {
    Field template = spec.get("template");
    Field labels = template.at("metadata", "labels");
    Field name = job.at("metadata", "name");
    for (String label : UID_LABELS) {
      ownLabel("job.label.controller-uid", labels.get(label), "<uid of the job>", out);
    }
    for (String label : NAME_LABELS) {
      if (!name.isZero()) {
        ownLabel("job.label.job-name", labels.get(label), name.text(), out);
      }
    }
    List<String> problems = LabelNames.labelValue(name.text());
    if (!labels.get("job-name").isSet() && !problems.isEmpty()) {
      Field place = name.printedAs(template.get("labels"));
      Names.tell("job.name.length", place, problems, out);
    }
    Field selector = spec.get("selector");
    if (selector.isSet()) {
      Selectors.read(selector).ifPresent(read -> given(read, selector, labels, out));
    } else if (labels.get(UID).isSet()) {
      TemplateChecks.mismatch("job.selector.match", labels, out);
    }
  }

  private static void ownLabel(String fact, Field label, String own, Refusals out) {
    if (label.isSet() && !label.is(own)) {
      Field labels = label.parent();
      out.invalid(
          fact,
          label.printedAs(labels.key(label.name())),
          GoValues.text(labels),
          "must be '" + own + "'");
    }
  }

  /** The server adds its own label to a selector that is given, and then finds too much in it. */
  private static void given(LabelSelector selector, Field written, Field labels, Refusals out) {
    Map<String, String> own = Map.of(UID, "");
    boolean foreign = written.get("matchLabels").get(UID).isSet();
    if (foreign || !selector.matches(own)) {
      out.invalid("job.selector.given", written, "`selector` not auto-generated");
    }
    Map<String, String> carried = Selectors.map(labels);
    boolean foreignLabel = labels.get(UID).isSet() && !foreign;
    carried.putIfAbsent(UID, "");
    if (foreignLabel || !selector.matches(carried)) {
      TemplateChecks.mismatch("job.selector.match", labels, out);
    }
  }
}
