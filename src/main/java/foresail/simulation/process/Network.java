package foresail.simulation.process;

import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Facts;
import foresail.simulation.kubelet.Kubelet;
import foresail.simulation.runtime.Process;
import foresail.simulation.runtime.Process.Reply;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who answers whom: addresses of pods and Services, and the processes behind them. */
final class Network {
  private final ApiServer api;
  private final Facts facts;
  private final Supplier<Collection<Kubelet>> kubelets;
  private final Index<Pod> podsByIp;

  /** What became of a request over the network. */
  sealed interface Result {
    record Answered(Reply reply) implements Result {}

    /** Somebody is there and does not listen, or nobody is there. */
    record Refused() implements Result {}

    /** No word comes back. */
    record Silence() implements Result {}
  }

  Network(Environment env, Facts facts, Supplier<Collection<Kubelet>> kubelets) {
    this.api = env.api();
    this.facts = facts;
    this.kubelets = kubelets;
    this.podsByIp =
        api.index(Pod.KIND, pod -> Optional.of(pod.status().podIp()).filter(ip -> !ip.isEmpty()));
  }

  /**
   * Asks a port of an address.
   *
   * @param from the pod that asks
   * @param address as a name was resolved to
   * @param question what each process there is asked
   */
  Result ask(Pod from, String address, int port, Function<Process, Reply> question) {
    if (address.startsWith("127.") || address.equals("::1")) {
      return ofPod(from.uid(), question);
    }
    Optional<Declared> service = ClusterAddresses.service(api, address);
    if (service.isPresent()) {
      return ofService(service.get(), port, question);
    }
    if (address.equals(ClusterAddresses.API_SERVER)) {
      return facts.serviceRouting() ? new Result.Answered(Reply.of(200)) : new Result.Silence();
    }
    List<Pod> pods = podsByIp.list(address);
    if (!pods.isEmpty()) {
      return ofPod(pods.get(pods.size() - 1).uid(), question);
    }
    return ClusterAddresses.isPodAddress(address)
        ? new Result.Silence()
        : new Result.Answered(Reply.of(200)); // the world outside is taken to answer
  }

  private Result ofService(Declared declared, int port, Function<Process, Reply> question) {
    if (!facts.serviceRouting()) {
      return new Result.Silence();
    }
    Optional<Service> service = declared.as(Service.class);
    boolean known =
        service.isPresent() && service.get().ports().stream().anyMatch(p -> p.port() == port);
    List<Pod> ready = known ? endpoints(declared) : List.of();
    if (ready.isEmpty()) {
      return new Result.Refused(); // kube-proxy rejects what has no endpoints
    }
    for (Pod pod : ready) {
      Result result = ofPod(pod.uid(), question);
      if (result instanceof Result.Answered) {
        return result;
      }
    }
    return new Result.Refused();
  }

  /** The pods behind a Service that are ready, in the order of their creation. */
  List<Pod> endpoints(Declared declared) {
    Optional<Service> service = declared.as(Service.class);
    var ready = new ArrayList<Pod>();
    if (service.isEmpty() || service.get().selector().isEmpty()) {
      return ready;
    }
    for (Pod pod : api.list(Pod.KIND, declared.namespace())) {
      boolean serves =
          !pod.status().podIp().isEmpty()
              && !pod.terminal()
              && (service.get().publishNotReadyAddresses() || (pod.ready() && !pod.deleting()))
              && service.get().selector().get().matches(pod.metadata().labels());
      if (serves) {
        ready.add(pod);
      }
    }
    return ready;
  }

  private Result ofPod(String podUid, Function<Process, Reply> question) {
    for (Kubelet kubelet : kubelets.get()) {
      for (Process process : kubelet.runtime().processes(podUid)) {
        Reply reply = question.apply(process);
        if (reply.connected()) {
          return new Result.Answered(reply);
        }
      }
    }
    return new Result.Refused();
  }
}
