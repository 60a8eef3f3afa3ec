/**
 * The API server and its store: the only way in which components talk to each other.
 *
 * <h2>How to write a component (a controller, the scheduler, a kubelet)</h2>
 *
 * <ol>
 *   <li>A component is a class whose constructor takes a {@link
 *       foresail.simulation.store.Environment}, keeps what it needs of it, and registers its
 *       watches: {@code env.api().watch(Pod.KIND, Latency.WATCH, watcher)}. Nothing runs before the
 *       clock does.
 *   <li>A {@link foresail.simulation.store.Watcher} hears of each object that was added, updated
 *       (with the old and the new state) or deleted, a little after it happened; {@code
 *       Watcher.ofEach} does the same at each of them. Reading ({@code env.api().get}, {@code
 *       list}, {@code controlledBy}, an {@link foresail.simulation.store.Index}) always gives the
 *       newest state, so that the expectations which real controllers need against stale caches are
 *       not needed here.
 *   <li>A controller puts keys into a {@link foresail.simulation.kernel.WorkQueue} and reconciles
 *       one key at a time. A timer is {@code env.clock().after(delay, action)}; keep the {@link
 *       foresail.simulation.kernel.Timer} where it may have to be called off.
 *   <li>Writing: {@code create}, {@code update}, {@code updateStatus}, {@code delete}. A write is
 *       visible at once, and reaches watchers after their latency. A refused create is not thrown:
 *       {@link foresail.simulation.store.Created} carries the server's message.
 *   <li>Events for people: {@code env.events().record(object, EventType.WARNING, "FailedCreate",
 *       message)}; equal ones are counted, not repeated.
 *   <li>Chance is {@code env.jitter()} and nothing else. Never iterate over a {@code HashMap}.
 *   <li>A new kind of object is a record in {@code foresail.simulation.api} that implements {@link
 *       foresail.simulation.api.ApiObject} and has a constant {@code KIND}; the store takes any
 *       kind.
 *   <li>The new component is started in {@code foresail.simulation.Simulation}.
 * </ol>
 */
package foresail.simulation.store;
