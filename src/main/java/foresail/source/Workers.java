package foresail.source;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Does numbered pieces of work on several threads; their order in time is left open. */
final class Workers {
  /** Everything below this many pieces is done at once, because a thread costs more. */
  private static final int ALONE = 1;

  private Workers() {}

  /**
   * Calls the task with each number from 0 up to the count, and returns when all are done.
   *
   * @throws RuntimeException what a task threw
   */
  static void run(int jobs, int count, IntConsumer task) {
    int threads = Math.min(jobs, count);
    if (threads <= ALONE) {
      for (int i = 0; i < count; i++) {
        task.accept(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              task.accept(i);
            }
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(count);
          }
        };
    Thread[] others = new Thread[threads - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(loop, "read-" + (i + 1));
      others[i].setDaemon(true);
      others[i].start();
    }
    loop.run();
    join(others);
    if (failure.get() != null) {
      throw new IllegalStateException("reading failed", failure.get());
    }
  }

  private static void join(Thread[] threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
