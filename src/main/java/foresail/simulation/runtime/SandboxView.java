package foresail.simulation.runtime;

/**
 * A pod's sandbox as the runtime reports it at one moment.
 *
 * @param attempt 0 for the pod's first sandbox
 */
public record SandboxView(String id, int attempt, boolean ready, String ip) {}
