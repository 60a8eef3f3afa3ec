package foresail.cli;

import foresail.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says on a terminal how far a long run has come, in one line that is written anew and vanishes in
 * the end. Nothing is shown of runs shorter than a second.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong done = new AtomicLong();
  private volatile Stage stage = new Stage("starting", 0, "");
  private final Thread writer;

  private record Stage(String words, long all, String unit) {}

  private ProgressLine(PrintStream err, boolean shown, Duration patience) {
    this.err = err;
    this.writer = new Thread(() -> write(patience), "progress");
    writer.setDaemon(true);
    if (shown) {
      writer.start();
    }
  }

  /** One that says nothing where standard error is no terminal that moves its cursor. */
  static ProgressLine start(Surroundings surroundings) {
    return start(surroundings, PATIENCE);
  }

  /**
   * @param patience how long nothing is said
   */
  static ProgressLine start(Surroundings surroundings, Duration patience) {
    boolean shown =
        surroundings.errorTerminal()
            && !surroundings.environment().getOrDefault("TERM", "").equals("dumb");
    return new ProgressLine(surroundings.err(), shown, patience);
  }

  @Override
  public void stage(String words, long all, String unit) {
    done.set(0);
    stage = new Stage(words, all, unit);
  }

  @Override
  public void add(long pieces) {
    done.addAndGet(pieces);
  }

  private void write(Duration patience) {
    try {
      boolean over = closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      boolean said = false;
      while (!over) {
        err.print(CLEAR + line());
        err.flush();
        said = true;
        over = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (said) {
        err.print(CLEAR);
        err.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String line() {
    Stage now = stage;
    String count =
        now.all() == 0
            ? " ..."
            : " " + Math.min(done.get(), now.all()) + " of " + now.all() + " " + now.unit();
    return "foresail: " + now.words() + count;
  }

  /** Takes the line away, before anything else is written. */
  @Override
  public void close() {
    closed.countDown();
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
