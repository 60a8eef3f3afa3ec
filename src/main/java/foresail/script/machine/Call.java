package foresail.script.machine;

import foresail.script.command.Commands;
import foresail.script.command.Invocation;
import foresail.script.syntax.Dialect;
import foresail.script.world.FileSystem;
import foresail.script.world.FileSystem.Reading;
import foresail.script.world.Paths;
import foresail.script.world.Signal;
import foresail.script.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of a known program by a process. */
final class Call implements Invocation {
  /** Lower numbers are those of a container whose pod shares one process namespace. */
  private static final int FIRST_BESIDE = 100;

  private final Process process;
  private final List<String> argv;

  Call(Process process, List<String> argv) {
    this.process = process;
    this.argv = argv;
  }

  @Override
  public String name() {
    return Paths.name(argv.get(0));
  }

  @Override
  public List<String> arguments() {
    return argv.subList(1, argv.size());
  }

  @Override
  public Map<String, String> environment() {
    return process.shell.variables.environment();
  }

  @Override
  public World world() {
    return process.machine.world();
  }

  @Override
  public FileSystem files() {
    return process.machine.world().files();
  }

  @Override
  public String path(String name) {
    return Paths.resolve(process.shell.directory, name);
  }

  @Override
  public Reading read(String name) {
    return process.machine.read(process, name);
  }

  @Override
  public void out(String text) {
    process.out(text);
  }

  @Override
  public void unknownOutput() {
    process.descriptors.get(1).ifPresent(OpenFile::markUnknown);
  }

  @Override
  public void fill(long bytes) {
    process.fill(bytes);
  }

  @Override
  public void error(String text) {
    process.error(text);
  }

  @Override
  public boolean hasInput() {
    return process.input().hasInput();
  }

  @Override
  public boolean inputIsUnknown() {
    return process.input().isUnknown();
  }

  @Override
  public boolean isBeside() {
    return process.machine.environment().pid() >= FIRST_BESIDE;
  }

  @Override
  public String hostname() {
    return process.machine.environment().hostname();
  }

  @Override
  public String user() {
    return process.machine.environment().user();
  }

  @Override
  public int pid() {
    return process.pid;
  }

  @Override
  public Map<Integer, String> processes() {
    var lines = new LinkedHashMap<Integer, String>();
    process.machine.processes().forEach((pid, each) -> lines.put(pid, each.commandLine));
    return lines;
  }

  @Override
  public boolean signal(int pid, Signal signal) {
    return process.machine.signalFromInside(pid, signal);
  }

  @Override
  public boolean gnu() {
    return process.shell.dialect == Dialect.BASH;
  }

  @Override
  public boolean canCall(String command) {
    if (process.shell.functions.containsKey(command) || Builtins.find(command).isPresent()) {
      return true;
    }
    if (command.indexOf('/') >= 0) {
      return files().status(path(command)).isPresent();
    }
    return !world().isMissing(command) && Commands.find(command).isPresent();
  }
}
