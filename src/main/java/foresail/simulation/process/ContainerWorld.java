package foresail.simulation.process;

import foresail.script.world.MountedFiles;
import foresail.script.world.World;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What scripts in a container ask and get at once; keeps the end of what they print. */
final class ContainerWorld implements World {
  private static final int KEPT = 1_000;

  private final Supplier<Instant> clock;
  private final MountedFiles files;
  private final Predicate<String> missing;
  private final StringBuilder printed = new StringBuilder();

  ContainerWorld(Supplier<Instant> clock, MountedFiles files, Predicate<String> missing) {
    this.clock = clock;
    this.files = files;
    this.missing = missing;
  }

  /** The same container for another program in it. */
  ContainerWorld another() {
    return new ContainerWorld(clock, files, missing);
  }

  @Override
  public Instant now() {
    return clock.get();
  }

  @Override
  public MountedFiles files() {
    return files;
  }

  @Override
  public void print(String text, boolean error) {
    if (printed.length() < KEPT) {
      printed.append(text, 0, Math.min(text.length(), KEPT - printed.length()));
    }
  }

  @Override
  public boolean isMissing(String command) {
    return missing.test(command);
  }

  String printed() {
    return printed.toString();
  }
}
