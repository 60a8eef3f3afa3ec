package foresail.simulation.controller;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Does a thing many times, in batches of 1, 2, 4, 8 ..., and no further batch once one failed, so
 * that a controller whose pods are all refused asks only once.
 *
 * <p>Source: slowStartBatch in pkg/controller/controller_utils.go, v1.36.
 */
public final class SlowStart {
  private SlowStart() {}

  /**
   * @param count how often at most
   * @param attempt gets 0, 1, 2 ...; returns why it failed, or nothing
   * @return the first failure
   */
  public static Optional<String> run(int count, IntFunction<Optional<String>> attempt) {
    int done = 0;
    int batch = 1;
    while (done < count) {
      Optional<String> failure = Optional.empty();
      for (int end = Math.min(count, done + batch); done < end; done++) {
        Optional<String> answer = attempt.apply(done);
        failure = failure.isPresent() ? failure : answer;
      }
      if (failure.isPresent()) {
        return failure;
      }
      batch *= 2;
    }
    return Optional.empty();
  }
}
