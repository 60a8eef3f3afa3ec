package foresail.simulation.kubelet;

import foresail.simulation.kernel.Clock;
import foresail.simulation.kernel.Priority;
import foresail.simulation.kernel.Timer;
import foresail.simulation.runtime.ContainerRuntime;
import foresail.simulation.runtime.ContainerView;
import foresail.simulation.runtime.PodView;
import foresail.simulation.runtime.RuntimeState;
import foresail.simulation.runtime.SandboxView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the kubelet has seen of the runtime: it looks once a second, and on demand after its own
 * changes. Nothing else tells it that a container has ended.
 *
 * <p>Source: pkg/kubelet/pleg/generic.go, pkg/kubelet/container/cache.go, v1.36.
 */
final class Pleg {
  private final Clock clock;
  private final ContainerRuntime runtime;
  private final Rhythm rhythm;
  private final Consumer<String> event;
  private final Map<String, Seen> cache = new HashMap<>();

  private final Map<String, Waiter> waiting = new HashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private Optional<Timer> relist = Optional.empty();

  /** What was last seen of a pod, and when. */
  private record Seen(PodView view, Duration at) {}

  /** A sync that goes on when something newer was seen. */
  private record Waiter(Duration since, Consumer<PodView> ready) {}

  /**
   * @param event told a pod's uid when a look shows that a container or sandbox has started or
   *     ended
   */
  Pleg(Clock clock, ContainerRuntime runtime, Rhythm rhythm, Consumer<String> event) {
    this.clock = clock;
    this.runtime = runtime;
    this.rhythm = rhythm;
    this.event = event;
  }

  /** Told by the runtime: the next look will find something new. */
  void changed(String podUid) {
    changed.add(podUid);
    if (relist.isEmpty()) {
      relist = Optional.of(clock.at(rhythm.after(clock.now()), Priority.OBSERVE, this::relist));
    }
  }

  /** Looks at one pod soon, outside the rhythm. */
  void relistOnDemand(String podUid) {
    clock.after(Timing.RELIST_ON_DEMAND, () -> relist(podUid));
  }

  /** What was last seen of a pod. */
  PodView last(String podUid) {
    Seen seen = cache.get(podUid);
    return seen == null ? PodView.EMPTY : seen.view;
  }

  /**
   * Hands over what was seen of a pod after a moment; waits for the next look where there was none.
   *
   * @param since the end of the last sync; empty at the first
   */
  void awaitNewer(String podUid, Optional<Duration> since, Consumer<PodView> ready) {
    if (since.isEmpty() || newest(podUid).compareTo(since.get()) > 0) {
      ready.accept(last(podUid));
      return;
    }
    waiting.put(podUid, new Waiter(since.get(), ready));
    changed(podUid);
  }

  void forget(String podUid) {
    cache.remove(podUid);
    changed.remove(podUid);
    waiting.remove(podUid);
  }

  private Duration newest(String podUid) {
    Duration global = rhythm.atOrBefore(clock.now());
    Seen seen = cache.get(podUid);
    return seen != null && seen.at.compareTo(global) > 0 ? seen.at : global;
  }

  private void relist() {
    relist = Optional.empty();
    List<String> pods = new ArrayList<>(changed);
    changed.clear();
    pods.forEach(this::relist);
  }

  /** One look at a pod: what it shows is no news to the next one, whether on demand or not. */
  private void relist(String podUid) {
    PodView before = last(podUid);
    PodView now = runtime.view(podUid);
    cache.put(podUid, new Seen(now, clock.now()));
    changed.remove(podUid);
    if (somethingHappened(before, now)) {
      event.accept(podUid);
    }
    release(podUid);
  }

  /** Goes on with the sync that waits for a look, whichever this was. */
  private void release(String podUid) {
    Waiter waiter = waiting.get(podUid);
    if (waiter == null) {
      return;
    }
    if (clock.now().compareTo(waiter.since) > 0) {
      waiting.remove(podUid);
      waiter.ready.accept(last(podUid));
    } else {
      changed(podUid);
    }
  }

  /** Whether a container or sandbox has started or ended; created or removed ones are no event. */
  private static boolean somethingHappened(PodView before, PodView now) {
    Map<String, RuntimeState> old = new HashMap<>();
    for (ContainerView container : before.containers()) {
      old.put(container.id(), container.state());
    }
    for (ContainerView container : now.containers()) {
      if (container.state() != RuntimeState.CREATED
          && old.get(container.id()) != container.state()) {
        return true;
      }
    }
    Map<String, Boolean> oldReady = new HashMap<>();
    for (SandboxView sandbox : before.sandboxes()) {
      oldReady.put(sandbox.id(), sandbox.ready());
    }
    for (SandboxView sandbox : now.sandboxes()) {
      if (!Objects.equals(oldReady.get(sandbox.id()), sandbox.ready())) {
        return true;
      }
    }
    return false;
  }
}
