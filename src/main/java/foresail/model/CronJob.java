package foresail.model;

import foresail.source.Manifest;
import java.util.Optional;

/**
 * Makes Jobs by the calendar.
 *
 * @param timeZone empty for the controller's own, mostly UTC
 * @param concurrencyPolicy Allow, Forbid or Replace
 */
public record CronJob(
    Manifest manifest,
    ObjectMeta metadata,
    String schedule,
    String timeZone,
    String concurrencyPolicy,
    boolean suspend,
    Optional<Long> startingDeadlineSeconds,
    int successfulJobsHistoryLimit,
    int failedJobsHistoryLimit,
    ObjectMeta jobMetadata,
    JobSpec jobSpec)
    implements Workload {
  static CronJob of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    Fields template = spec.orEmpty("jobTemplate");
    return new CronJob(
        manifest,
        ObjectMeta.of(object),
        spec.string("schedule"),
        spec.string("timeZone"),
        spec.string("concurrencyPolicy"),
        spec.bool("suspend"),
        spec.optionalLong("startingDeadlineSeconds"),
        spec.intValue("successfulJobsHistoryLimit"),
        spec.intValue("failedJobsHistoryLimit"),
        ObjectMeta.of(template),
        JobSpec.of(template.orEmpty("spec")));
  }

  @Override
  public PodTemplate template() {
    return jobSpec.template();
  }
}
