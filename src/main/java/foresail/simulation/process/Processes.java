package foresail.simulation.process;

import foresail.model.Container;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Assumption;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.facts.Behaviour;
import foresail.simulation.facts.Facts;
import foresail.simulation.facts.Image;
import foresail.simulation.kubelet.Kubelet;
import foresail.simulation.runtime.ContainerRequest;
import foresail.simulation.runtime.Launch;
import foresail.simulation.runtime.Launcher;
import foresail.simulation.runtime.Process;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what a container's process is: a script, a program that is known, or an unknown one. */
public final class Processes implements Launcher {
  private static final Duration INIT_TAKES = Duration.ofSeconds(1);
  private static final Duration JOB_TAKES = Duration.ofSeconds(5);
  private static final Duration APP_STARTS = Duration.ofSeconds(2);

  private final Environment env;
  private final Facts facts;
  private final Assumptions assumptions;
  private final Supplier<Collection<Kubelet>> kubelets;

  public Processes(
      Environment env,
      Facts facts,
      Assumptions assumptions,
      Supplier<Collection<Kubelet>> kubelets) {
    this.env = env;
    this.facts = facts;
    this.assumptions = assumptions;
    this.kubelets = kubelets;
  }

  @Override
  public Launch launch(ContainerRequest request) {
    Container container = request.container();
    Subject subject = Subject.of(request.pod(), env.api());
    Image image = facts.images().of(container.image());
    Optional<Behaviour> told =
        facts.containers().of(subject.kind(), subject.name(), container.name());
    if (told.isPresent()) {
      return known(told.get().or(image.behaviour()), false);
    }
    boolean ownCommand = !container.command().isEmpty();
    if (!ownCommand && !image.behaviour().isUnknown()) {
      return known(image.behaviour(), false);
    }
    return known(assume(request, subject), true);
  }

  private Launch known(Behaviour behaviour, boolean servesAll) {
    return Launch.of(
        new KnownProcess(
            env.clock(),
            behaviour,
            servesAll,
            (command, ended) -> {
              ended.accept(new Process.ExecResult(0, ""));
              return () -> {};
            }));
  }

  private Behaviour assume(ContainerRequest request, Subject subject) {
    boolean job = subject.kind().equals("Job") || subject.kind().equals("CronJob");
    String name = request.container().name();
    if (request.init() || job) {
      Duration takes = request.init() ? INIT_TAKES : JOB_TAKES;
      assumptions.add(
          new Assumption(
              subject.toString(),
              name,
              "ends with 0 after " + takes.toSeconds() + " s",
              "nothing is known of what image " + request.container().image() + " does",
              "containers: [{match: \""
                  + subject
                  + "/"
                  + name
                  + "\", exits: {code: 0, after: "
                  + takes.toSeconds()
                  + "s}}]"));
      return new Behaviour(
          Optional.empty(), Map.of(), Optional.of(new Behaviour.Exit(takes, 0)), Optional.empty());
    }
    assumptions.add(
        new Assumption(
            subject.toString(),
            name,
            "runs until it is stopped; probes pass "
                + APP_STARTS.toSeconds()
                + " s after its start",
            "nothing is known of what image " + request.container().image() + " does",
            "containers: [{match: \"" + subject + "/" + name + "\", starts: 2s}]"));
    return new Behaviour(Optional.of(APP_STARTS), Map.of(), Optional.empty(), Optional.empty());
  }

  @Override
  public void forget(Pod pod) {
    // Nothing is kept for pods yet.
  }

  Collection<Kubelet> kubelets() {
    return kubelets.get();
  }
}
