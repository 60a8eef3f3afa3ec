package foresail.simulation.process;

import foresail.script.machine.Environment;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where a container's programs run.
 *
 * @param command the container's own, variables expanded
 * @param firstPid 1, unless the pod shares one process namespace
 * @param memoryLimit in bytes; {@link Long#MAX_VALUE} - 1 without one
 * @param filesInMemory the bytes of the files that count against that limit
 */
record ScriptSetting(
    List<String> command,
    Supplier<Map<String, String>> variables,
    String hostname,
    String directory,
    String user,
    int firstPid,
    boolean openInput,
    long memoryLimit,
    LongSupplier filesInMemory,
    ContainerWorld world,
    Reach reach,
    Unknowns unknowns,
    Listening listening) {
  private static final int STEPS = 100_000;

  Environment environment(int pid) {
    return new Environment(
        variables.get(), hostname, directory, user, pid, openInput, STEPS, hostname.hashCode());
  }
}
