/**
 * Reads what containers run: {@code sh -c} scripts and plain argument vectors.
 *
 * <p>{@link foresail.script.Script#ofCommand} reads an argument vector, without running anything.
 * {@link foresail.script.machine.Machine} then runs it on the caller's clock: it is stepped, and
 * says what its processes wait for. A caller with a virtual clock drives it like this:
 *
 * <pre>{@code
 * var script = Script.ofCommand(List.of("sh", "-c", "until nslookup db; do sleep 2; done"));
 * var machine = Machine.start(script, Environment.of(variables, "web-0"), world);
 *
 * void run() {                               // at the start, after an answer, after a signal
 *   for (Request request : machine.advance()) {
 *     Effect effect = request.effect();
 *     if (effect instanceof Effect.Sleep sleep) {
 *       sleep.duration().ifPresent(time -> queue.after(time, () -> answer(request, new Answer.Done())));
 *     } else if (effect instanceof Effect.LookUp lookUp) {
 *       queue.after(latency, () -> answer(request, names.find(lookUp.host())));
 *     } // ... the other effects likewise; one that is never answered is waited for, for ever
 *   }
 *   if (machine.finished()) {
 *     exited(machine.exitCode().getAsInt());
 *   }
 * }
 *
 * void answer(Request request, Answer answer) {
 *   machine.answer(request.id(), answer);    // ignored if a signal has ended the wait
 *   run();
 * }
 *
 * machine.signal(Signal.TERM); run();        // what the kubelet does at a deletion
 * }</pre>
 *
 * <p>Files, the date and output are not effects, as they take no time: they are asked through the
 * {@link foresail.script.world.World} that the caller gives. {@link
 * foresail.script.world.MemoryFiles} is a volume, {@link foresail.script.world.MountedFiles} a
 * container's view of several; containers that share a volume share the object.
 *
 * <p>A probe or a hook is a machine of its own in the same world, started with {@link
 * foresail.script.machine.Environment#withPid} so that it is not PID 1. When it signals PID 1, it
 * yields {@link foresail.script.world.Effect.SendSignal}, which the caller hands to {@link
 * foresail.script.machine.Machine#signalFromInside} of the container's main machine.
 *
 * <p>Several effects of one machine can be open at once: {@code sleep 3 & sleep 5} waits for two.
 * What cannot be read is never thrown: a script that no shell could read runs up to the error and
 * exits with 2, and what only this package cannot read is an {@link
 * foresail.script.world.Effect.Unknown} with its reason and its offset in the script.
 */
package foresail.script;
