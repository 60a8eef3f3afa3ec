package foresail.simulation.kubelet;

import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.Events;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a probe worker needs of the kubelet.
 *
 * @param sync has a pod looked at, by its uid
 * @param newest the newest state of a pod, by its uid; empty once it is gone
 */
record ProbeContext(
    Clock clock,
    Events events,
    StatusManager statuses,
    Prober prober,
    Consumer<String> sync,
    Function<String, Optional<Pod>> newest) {}
