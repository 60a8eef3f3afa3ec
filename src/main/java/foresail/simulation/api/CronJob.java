package foresail.simulation.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A CronJob. */
public record CronJob(ObjectMeta metadata, foresail.model.CronJob spec, Status status)
    implements ApiObject<CronJob> {
  public static final Kind<CronJob> KIND = new Kind<>("batch/v1", "CronJob", "cronjobs", true);

  /**
   * @param active names of its Jobs that run
   * @param lastSchedule for when the last Job was due
   */
  public record Status(List<String> active, Optional<Instant> lastSchedule) {
    public static final Status NEW = new Status(List.of(), Optional.empty());

    public Status {
      active = List.copyOf(active);
    }
  }

  /** A CronJob that is still to be created. */
  public static CronJob fresh(ObjectMeta metadata, foresail.model.CronJob spec) {
    return new CronJob(metadata, spec, Status.NEW);
  }

  @Override
  public Kind<CronJob> kind() {
    return KIND;
  }

  @Override
  public CronJob withMetadata(ObjectMeta newMetadata) {
    return new CronJob(newMetadata, spec, status);
  }

  /** As applied anew. */
  public CronJob withSpec(foresail.model.CronJob newSpec) {
    return new CronJob(metadata, newSpec, status);
  }

  public CronJob withStatus(Status newStatus) {
    return new CronJob(metadata, spec, newStatus);
  }
}
