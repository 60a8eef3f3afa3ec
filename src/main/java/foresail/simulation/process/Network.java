package foresail.simulation.process;

import foresail.simulation.api.Declared;
import foresail.simulation.api.EndpointSlice;
import foresail.simulation.api.EndpointSlice.Endpoint;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Facts;
import foresail.simulation.kubelet.Kubelet;
import foresail.simulation.runtime.Process;
import foresail.simulation.runtime.Process.Reply;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Index;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who answers whom: addresses of pods and Services, and the processes behind them. */
final class Network {
  private final ApiServer api;
  private final Facts facts;
  private final Supplier<Collection<Kubelet>> kubelets;
  private final Index<Pod> podsByIp;

  /** What a process is asked at a port. */
  @FunctionalInterface
  interface Question {
    Reply ask(Process process, int port);
  }

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
  Result ask(Pod from, String address, int port, Question question) {
    if (address.startsWith("127.") || address.equals("::1")) {
      return ofPod(from.uid(), port, question);
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
      return ofPod(pods.get(pods.size() - 1).uid(), port, question);
    }
    return ClusterAddresses.isPodAddress(address)
        ? new Result.Silence()
        : new Result.Answered(Reply.of(200)); // the world outside is taken to answer
  }

  private Result ofService(Declared service, int port, Question question) {
    if (!facts.serviceRouting()) {
      return new Result.Silence();
    }
    List<Endpoint> reachable = slice(service).map(EndpointSlice::reachable).orElse(List.of());
    for (Endpoint endpoint : reachable) {
      Optional<Pod> pod = api.get(Pod.KIND, service.namespace(), endpoint.pod());
      Integer target = endpoint.ports().get(port);
      if (pod.isPresent() && target != null) {
        Result result = ofPod(pod.get().uid(), target, question);
        if (result instanceof Result.Answered) {
          return result;
        }
      }
    }
    return new Result.Refused(); // kube-proxy rejects what has no endpoints
  }

  /** The endpoints to which a headless Service's name resolves. */
  List<Endpoint> endpoints(Declared service) {
    return slice(service).map(EndpointSlice::ready).orElse(List.of());
  }

  private Optional<EndpointSlice> slice(Declared service) {
    return api.get(EndpointSlice.KIND, service.key());
  }

  private Result ofPod(String podUid, int port, Question question) {
    for (Kubelet kubelet : kubelets.get()) {
      for (Process process : kubelet.runtime().processes(podUid)) {
        Reply reply = question.ask(process, port);
        if (reply.connected()) {
          return new Result.Answered(reply);
        }
      }
    }
    return new Result.Refused();
  }
}
