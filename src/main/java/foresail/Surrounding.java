package foresail;

import foresail.config.Behaviour;
import foresail.config.ClusterFacts;
import foresail.config.ContainerFacts;
import foresail.config.ImageFacts;
import foresail.config.KnownImages;
import foresail.config.NodeFacts;
import foresail.config.StorageClassFacts;
import foresail.config.Timings;
import foresail.model.ClusterNode.Taint;
import foresail.model.KubernetesObject;
import foresail.simulation.Cluster;
import foresail.simulation.api.Node;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.StorageClass;
import foresail.simulation.facts.Facts;
import foresail.simulation.facts.Image;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what users write about a cluster into what the simulation works with. */
final class Surrounding {
  private Surrounding() {}

  /**
   * @param containers what the scenario says about containers; the first that matches wins
   * @param objects those that exist before, with the server's defaults
   * @param assumedClasses names of storage classes that are taken to exist
   * @param elsewhere what is taken to exist
   */
  static Cluster cluster(
      int release,
      ClusterFacts facts,
      List<ContainerFacts> containers,
      List<KubernetesObject> objects,
      List<String> assumedClasses,
      Facts.Elsewhere elsewhere) {
    List<Node> nodes =
        facts
            .nodes()
            .map(known -> known.stream().map(Surrounding::node).toList())
            .orElseGet(() -> List.of(unknownNode()));
    // Of a cluster of which nothing is said, a default class binds claims.
    List<StorageClass> classes =
        new ArrayList<>(
            facts
                .storageClasses()
                .map(known -> known.stream().map(Surrounding::storageClass).toList())
                .orElseGet(() -> List.of(unknownClass("standard", true))));
    assumedClasses.forEach(name -> classes.add(unknownClass(name, false)));
    Optional<Duration> provisioning =
        facts.storageClasses().isPresent()
            ? Optional.empty()
            : Optional.of(StorageClassFacts.USUAL_BINDING);
    return new Cluster(
        release,
        nodes,
        classes,
        provisioning,
        objects,
        facts(release, facts, containers, elsewhere));
  }

  private static StorageClass unknownClass(String name, boolean isDefault) {
    return new StorageClass(
        ObjectMeta.named("", name),
        "",
        false,
        isDefault,
        Optional.of(StorageClassFacts.USUAL_BINDING),
        true);
  }

  private static StorageClass storageClass(StorageClassFacts facts) {
    return new StorageClass(
        ObjectMeta.named("", facts.name()),
        "",
        facts.waitForFirstConsumer(),
        facts.isDefault(),
        facts.binds(),
        false);
  }

  private static Node unknownNode() {
    return new Node(ObjectMeta.named("", "node-1"), true, false, List.of(), Map.of(), List.of());
  }

  private static Node node(NodeFacts facts) {
    List<Taint> taints =
        facts.taints().stream()
            .map(taint -> new Taint(taint.key(), taint.value(), taint.effect()))
            .toList();
    return new Node(
        ObjectMeta.named("", facts.name()).withLabels(facts.labels()),
        false,
        facts.unschedulable(),
        taints,
        facts.allocatable(),
        List.of());
  }

  private static Facts facts(
      int release, ClusterFacts facts, List<ContainerFacts> containers, Facts.Elsewhere elsewhere) {
    return new Facts(
        release,
        images(facts),
        (kind, name, container) -> behaviour(containers, kind, name, container),
        timings(facts.timings()),
        facts.dns(),
        facts.serviceRouting(),
        elsewhere);
  }

  /** What the user says of an image comes before what is known of it anyway. */
  private static Facts.Images images(ClusterFacts facts) {
    Map<String, Image> asked = new HashMap<>();
    return reference ->
        asked.computeIfAbsent(
            reference,
            name ->
                facts
                    .image(name)
                    .or(() -> KnownImages.of(name))
                    .map(Surrounding::image)
                    .orElse(Image.UNKNOWN));
  }

  private static foresail.simulation.facts.Timings timings(Timings timings) {
    return new foresail.simulation.facts.Timings(
        timings.pull(), timings.sandbox(), timings.create(), timings.start());
  }

  private static Optional<foresail.simulation.facts.Behaviour> behaviour(
      List<ContainerFacts> containers, String kind, String name, String container) {
    for (ContainerFacts each : containers) {
      if (each.match().matches(kind, name, container)) {
        return Optional.of(behaviour(each.behaviour()));
      }
    }
    return Optional.empty();
  }

  private static Image image(ImageFacts facts) {
    Image.Pull pull =
        switch (facts.pull()) {
          case OK -> Image.Pull.OK;
          case ABSENT -> Image.Pull.ABSENT;
          case UNREACHABLE -> Image.Pull.UNREACHABLE;
        };
    return new Image(
        true,
        pull,
        facts.present(),
        facts.user(),
        facts.entrypoint(),
        facts.command(),
        facts.needs().map(needs -> new Image.Needs(needs.variables(), exit(needs.otherwise()))),
        facts.shell(),
        behaviour(facts.behaviour()),
        facts.source());
  }

  private static foresail.simulation.facts.Behaviour behaviour(Behaviour behaviour) {
    Map<Integer, foresail.simulation.facts.Behaviour.Served> serves = new LinkedHashMap<>();
    behaviour
        .serves()
        .forEach(
            (port, served) ->
                serves.put(
                    port,
                    new foresail.simulation.facts.Behaviour.Served(
                        served.after(), served.paths())));
    return new foresail.simulation.facts.Behaviour(
        behaviour.starts(),
        serves,
        behaviour.exits().map(Surrounding::exit),
        behaviour.stops().map(Surrounding::exit));
  }

  private static foresail.simulation.facts.Behaviour.Exit exit(Behaviour.Exit exit) {
    return new foresail.simulation.facts.Behaviour.Exit(exit.after(), exit.code());
  }
}
