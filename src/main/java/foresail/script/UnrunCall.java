package foresail.script;

import foresail.script.command.Invocation;
import foresail.script.world.FileSystem;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.MemoryFiles;
import foresail.script.world.Signal;
import foresail.script.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A call that is only looked at: nothing is printed, and there are no files. */
final class UnrunCall implements Invocation, World {
  private final List<String> argv;
  private final Map<String, String> environment;

  UnrunCall(List<String> argv, Map<String, String> environment) {
    this.argv = argv;
    this.environment = environment;
  }

  @Override
  public String name() {
    return AskedHosts.name(argv.get(0));
  }

  @Override
  public List<String> arguments() {
    return argv.subList(1, argv.size());
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public World world() {
    return this;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public FileSystem files() {
    return new MemoryFiles(this::now);
  }

  @Override
  public void print(String text, boolean error) {}

  @Override
  public boolean isMissing(String command) {
    return false;
  }

  @Override
  public String path(String name) {
    return name;
  }

  @Override
  public Reading read(String name) {
    return new Reading.Unknowable();
  }

  @Override
  public void out(String text) {}

  @Override
  public void unknownOutput() {}

  @Override
  public void fill(long bytes) {}

  @Override
  public void error(String text) {}

  @Override
  public boolean hasInput() {
    return false;
  }

  @Override
  public boolean inputIsUnknown() {
    return false;
  }

  @Override
  public boolean isBeside() {
    return false;
  }

  @Override
  public String hostname() {
    return "";
  }

  @Override
  public String user() {
    return "";
  }

  @Override
  public int pid() {
    return 1;
  }

  @Override
  public Map<Integer, String> processes() {
    return Map.of();
  }

  @Override
  public boolean signal(int pid, Signal signal) {
    return false;
  }

  @Override
  public boolean gnu() {
    return false;
  }

  @Override
  public boolean canCall(String command) {
    return false;
  }
}
