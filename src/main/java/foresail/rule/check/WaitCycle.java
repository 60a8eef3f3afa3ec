package foresail.rule.check;

import foresail.graph.Graph;
import foresail.graph.Host;
import foresail.model.KubernetesObject;
import foresail.model.Service;
import foresail.model.Workload;
import foresail.rule.ContainerCheck.Role;
import foresail.rule.Draft;
import foresail.rule.RunCheck;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Workloads that wait for each other in a ring. */
public final class WaitCycle implements RunCheck {
  private record Edge(Workload from, Workload to, PodWait reason) {}

  @Override
  public void check(Scope scope) {
    Map<Workload, List<Edge>> edges = new IdentityHashMap<>();
    for (Workload workload : scope.graph().workloads()) {
      List<Edge> own = edges(workload, scope.graph());
      if (!own.isEmpty()) {
        edges.put(workload, own);
      }
    }
    Set<Workload> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Workload workload : scope.graph().workloads()) {
      if (edges.containsKey(workload)) {
        follow(workload, edges, new ArrayList<>(), done, scope);
      }
    }
  }

  /** The workloads without whose pods this one's cannot start. */
  private static List<Edge> edges(Workload workload, Graph graph) {
    if (workload.template().spec().initContainers().isEmpty()) {
      return List.of();
    }
    List<Edge> edges = new ArrayList<>();
    for (PodWait wait : PodWait.of(workload, graph)) {
      if (wait.role() == Role.INIT
          && !wait.reading().bounded()
          && wait.host() instanceof Host.OfService host) {
        List<KubernetesObject> found = graph.find("Service", host.namespace(), host.name());
        if (found.size() == 1 && found.get(0) instanceof Service service) {
          boolean needsPod =
              wait.reading().port().isPresent()
                  || (service.isHeadless() && !service.publishNotReadyAddresses());
          List<Workload> pods = graph.backends(service);
          if (needsPod && pods.size() == 1 && pods.get(0) != workload) {
            edges.add(new Edge(workload, pods.get(0), wait));
          }
        }
      }
    }
    return edges;
  }

  private static void follow(
      Workload at,
      Map<Workload, List<Edge>> edges,
      List<Edge> path,
      Set<Workload> done,
      Scope scope) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).from() == at) {
        report(path.subList(i, path.size()), scope);
        return;
      }
    }
    if (!done.add(at)) {
      return;
    }
    for (Edge edge : edges.getOrDefault(at, List.of())) {
      path.add(edge);
      follow(edge.to(), edges, path, done, scope);
      path.remove(path.size() - 1);
    }
  }

  private static void report(List<Edge> ring, Scope scope) {
    Edge first = ring.get(0);
    List<String> names = new ArrayList<>();
    ring.forEach(edge -> names.add(edge.from().name()));
    names.add(first.from().name());
    Draft draft =
        scope
            .report(
                first.from(),
                first.reason().at(),
                "the pods wait for each other: " + String.join(" -> ", names))
            .underline(first.reason().span());
    for (Edge edge : ring.subList(1, ring.size())) {
      draft.related(edge.reason().span(), Words.of(edge.from()) + " waits here");
    }
    draft.why("all of them stay in " + first.reason().status(first.from()) + " for ever");
  }
}
