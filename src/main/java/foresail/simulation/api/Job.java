package foresail.simulation.api;

import foresail.model.JobSpec;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A Job. */
public record Job(ObjectMeta metadata, JobSpec spec, Status status) implements ApiObject<Job> {
  public static final Kind<Job> KIND = new Kind<>("batch/v1", "Job", "jobs", true);

  /**
   * @param active pods that have neither ended nor are terminating
   * @param terminating pods that are being deleted and have not ended
   * @param startTime when it began, or went on after a pause; empty while suspended
   * @param completionTime only of a Job that is complete
   * @param completedIndexes of an indexed Job
   * @param failedIndexes of an indexed Job with backoffLimitPerIndex
   */
  public record Status(
      int active,
      int ready,
      int terminating,
      int succeeded,
      int failed,
      Optional<Duration> startTime,
      Optional<Duration> completionTime,
      SortedSet<Integer> completedIndexes,
      SortedSet<Integer> failedIndexes,
      List<Condition> conditions) {
    public static final Status NEW =
        new Status(
            0,
            0,
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            new TreeSet<>(),
            List.of());

    public Status {
      completedIndexes = Collections.unmodifiableSortedSet(new TreeSet<>(completedIndexes));
      failedIndexes = Collections.unmodifiableSortedSet(new TreeSet<>(failedIndexes));
      conditions = List.copyOf(conditions);
    }

    public Status withStartTime(Optional<Duration> at) {
      return new Status(
          active,
          ready,
          terminating,
          succeeded,
          failed,
          at,
          completionTime,
          completedIndexes,
          failedIndexes,
          conditions);
    }

    public Status withCompletionTime(Duration at) {
      return new Status(
          active,
          ready,
          terminating,
          succeeded,
          failed,
          startTime,
          Optional.of(at),
          completedIndexes,
          failedIndexes,
          conditions);
    }

    public Status withPods(int newActive, int newReady, int newTerminating) {
      return new Status(
          newActive,
          newReady,
          newTerminating,
          succeeded,
          failed,
          startTime,
          completionTime,
          completedIndexes,
          failedIndexes,
          conditions);
    }

    public Status withCounts(
        int newSucceeded, int newFailed, SortedSet<Integer> completed, SortedSet<Integer> broken) {
      return new Status(
          active,
          ready,
          terminating,
          newSucceeded,
          newFailed,
          startTime,
          completionTime,
          completed,
          broken,
          conditions);
    }

    /** With a condition in place of the one of its type. */
    public Status with(Condition condition) {
      return new Status(
          active,
          ready,
          terminating,
          succeeded,
          failed,
          startTime,
          completionTime,
          completedIndexes,
          failedIndexes,
          Condition.put(conditions, condition));
    }

    public boolean is(String conditionType) {
      return Condition.isTrue(conditions, conditionType);
    }

    public Optional<Condition> condition(String type) {
      return Condition.find(conditions, type);
    }
  }

  /** A Job that is still to be created. */
  public static Job fresh(ObjectMeta metadata, JobSpec spec) {
    return new Job(metadata, spec, Status.NEW);
  }

  @Override
  public Kind<Job> kind() {
    return KIND;
  }

  @Override
  public Job withMetadata(ObjectMeta newMetadata) {
    return new Job(newMetadata, spec, status);
  }

  /** As applied anew. */
  public Job withSpec(JobSpec newSpec) {
    return new Job(metadata, newSpec, status);
  }

  public Job withStatus(Status newStatus) {
    return new Job(metadata, spec, newStatus);
  }

  /** Whether it is Complete or Failed. */
  public boolean finished() {
    return status.is("Complete") || status.is("Failed");
  }
}
