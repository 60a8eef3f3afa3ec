package foresail.rule.check;

import foresail.graph.Graph;
import foresail.graph.Host;
import foresail.graph.Place;
import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.Workload;
import foresail.rule.ContainerCheck.Role;
import foresail.script.Facts;
import foresail.script.Script;
import foresail.script.Wait;
import foresail.script.Waits;
import foresail.source.Node;
import foresail.source.ScalarNode;
import foresail.source.ScriptPlace;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One wait of a container for a Service or a pod behind one. */
final class PodWait {
  private final Container container;
  private final Role role;
  private final Wait wait;
  private final Host host;
  private final Place at;
  private final Span span;

  private PodWait(Container container, Role role, Wait wait, Host host, Place at, Span span) {
    this.container = container;
    this.role = role;
    this.wait = wait;
    this.host = host;
    this.at = at;
    this.span = span;
  }

  Container container() {
    return container;
  }

  Role role() {
    return role;
  }

  Wait reading() {
    return wait;
  }

  Host host() {
    return host;
  }

  /** The argument that holds the script. */
  Place at() {
    return at;
  }

  /** The name that is waited for, in the script. */
  Span span() {
    return span;
  }

  /** All waits of a workload's containers whose host is known, in the pod's order. */
  static List<PodWait> of(Workload workload, Graph graph) {
    List<PodWait> waits = new ArrayList<>();
    for (Container container : workload.template().spec().initContainers()) {
      add(
          workload,
          container,
          PodSpec.isSidecar(container) ? Role.SIDECAR : Role.INIT,
          graph,
          waits);
    }
    for (Container container : workload.template().spec().containers()) {
      add(workload, container, Role.APP, graph, waits);
    }
    return waits;
  }

  private static void add(
      Workload workload, Container container, Role role, Graph graph, List<PodWait> into) {
    List<String> written = new ArrayList<>(container.command());
    written.addAll(container.args());
    if (written.isEmpty()) {
      return;
    }
    Facts facts = PodFacts.of(workload, container, graph);
    Map<String, String> variables = new HashMap<>();
    container
        .env()
        .forEach(
            one -> facts.variable(one.name()).ifPresent(value -> variables.put(one.name(), value)));
    List<String> argv = written.stream().map(word -> PodFacts.expand(word, variables)).toList();
    Script script = Script.ofCommand(argv);
    for (Wait wait : Waits.of(script, facts)) {
      if (wait.host().isPresent()) {
        int argument = script.shell().map(Script.Shell::argument).orElse(0);
        String text = script.shell().map(Script.Shell::text).orElse("");
        Host host = host(wait.host().get(), workload, graph);
        into.add(place(container, role, wait, host, argument, text));
      }
    }
  }

  /** Where the namespace is not known, the file in the container stands for it. */
  private static Host host(String name, Workload workload, Graph graph) {
    String own = graph.namespaceOf(workload);
    Host host = Host.of(name, own);
    if (own.isEmpty()
        && host instanceof Host.OfService service
        && service.namespace().equals("default")) {
      return new Host.OfService(service.name(), "", service.sure());
    }
    return host;
  }

  private static PodWait place(
      Container container, Role role, Wait wait, Host host, int argument, String text) {
    int commands = container.command().size();
    boolean inCommand = argument < commands;
    Place at =
        Place.of(
            container,
            inCommand ? "command" : "args",
            Integer.toString(inCommand ? argument : argument - commands));
    Span span = at.span();
    Node node =
        RuleNodes.items(container.node().get(inCommand ? "command" : "args"))
            .get(inCommand ? argument : argument - commands);
    if (node instanceof ScalarNode scalar) {
      String name = wait.host().orElse("");
      int dot = name.indexOf('.');
      span = ScriptPlace.of(scalar, text, wait.at(), dot < 0 ? name : name.substring(0, dot));
    }
    return new PodWait(container, role, wait, host, at, span);
  }

  /** STATUS of the pod while it waits. */
  String status(Workload workload) {
    List<Container> inits = workload.template().spec().initContainers();
    int index = 0;
    while (index < inits.size() && inits.get(index) != container) {
      index++;
    }
    return "Init:" + index + "/" + inits.size();
  }
}
