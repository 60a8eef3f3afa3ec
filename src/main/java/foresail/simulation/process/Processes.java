package foresail.simulation.process;

import foresail.model.Container;
import foresail.model.Volume;
import foresail.notation.Quantity;
import foresail.script.Script;
import foresail.script.command.Commands;
import foresail.script.world.FileSystem;
import foresail.script.world.MountedFiles;
import foresail.script.world.Paths;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Assumptions;
import foresail.simulation.facts.Behaviour;
import foresail.simulation.facts.Facts;
import foresail.simulation.facts.Image;
import foresail.simulation.facts.Observations;
import foresail.simulation.kubelet.Expansion;
import foresail.simulation.kubelet.Kubelet;
import foresail.simulation.runtime.ContainerRequest;
import foresail.simulation.runtime.Launch;
import foresail.simulation.runtime.Launcher;
import foresail.simulation.runtime.StorageUse;
import foresail.simulation.store.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Decides what a container's process is: a script, a program that is known, or an unknown one. */
public final class Processes implements Launcher {
  /** runc could not start the program (containerd, v2). */
  private static final int START_ERROR = 128;

  private final Environment env;
  private final Facts facts;
  private final Assumptions assumptions;
  private final Observations observations;
  private final ServiceLinks links;
  private final PodFiles files;
  private final Network network;
  private final NameService names;
  private final Supplier<Instant> wallClock;

  /**
   * @param start wall time of 0 s
   */
  public Processes(
      Environment env,
      Facts facts,
      Assumptions assumptions,
      Observations observations,
      Instant start,
      Supplier<Collection<Kubelet>> kubelets) {
    this.env = env;
    this.facts = facts;
    this.assumptions = assumptions;
    this.observations = observations;
    this.wallClock = () -> start.plus(env.clock().now());
    this.links = new ServiceLinks(env.api());
    this.files = new PodFiles(env.api(), wallClock);
    this.network = new Network(env, facts, kubelets);
    this.names = new NameService(env, facts, network, assumptions);
  }

  @Override
  public Launch launch(ContainerRequest request) {
    Container container = request.container();
    Image image = facts.images().of(container.image());
    Subject subject = Subject.of(request.pod(), env.api());
    var unknowns = new Unknowns(env.clock(), assumptions, request, subject);
    var own = new ImageProgram(request, image);
    List<String> command = new ArrayList<>(own.command());
    command.replaceAll(word -> Expansion.expand(word, request.env()));
    ScriptSetting setting = setting(request, image, command, unknowns);
    Optional<Behaviour> told =
        facts.containers().of(subject.kind(), subject.name(), container.name());
    if (told.isPresent()) {
      return known(setting, told.get().or(image.behaviour()), false);
    }
    if (own.isOwn()) {
      image.source().ifPresent(source -> unknowns.knownFrom(source, own.behaviour(), own.untold()));
      return known(setting, own.behaviour(), own.servesAll());
    }
    if (command.isEmpty()) {
      return known(setting, assumed(unknowns, container), true);
    }
    if (setting.world().isMissing(command.get(0))) {
      return Launch.failed(START_ERROR, notFound(command.get(0)));
    }
    if (isNotExecutable(setting, command.get(0))) {
      return Launch.failed(START_ERROR, notStarted(command.get(0), "permission denied"));
    }
    return Launch.of(new ScriptProcess(env.clock(), setting, Optional.empty()));
  }

  /** A script in a volume whose files nobody may execute: a ConfigMap without defaultMode. */
  private static boolean isNotExecutable(ScriptSetting setting, String program) {
    return program.indexOf('/') >= 0
        && setting
            .world()
            .files()
            .status(Paths.resolve(setting.directory(), program))
            .filter(file -> file.kind() == FileSystem.Kind.FILE && (file.mode() & 0111) == 0)
            .isPresent();
  }

  private static String notFound(String program) {
    return notStarted(
        program,
        program.indexOf('/') < 0
            ? "executable file not found in $PATH"
            : "stat " + program + ": no such file or directory");
  }

  private static String notStarted(String program, String why) {
    return "failed to create containerd task: failed to create shim task: OCI runtime create"
        + " failed: runc create failed: unable to start container process: exec: \""
        + program
        + "\": "
        + why;
  }

  private Launch known(ScriptSetting setting, Behaviour behaviour, boolean servesAll) {
    // What it writes into volumes nobody knows.
    setting.world().files().holdUnknownInVolumes();
    var program = new KnownProcess(env.clock(), behaviour, servesAll);
    return Launch.of(new ScriptProcess(env.clock(), setting, Optional.of(program)));
  }

  private static Behaviour assumed(Unknowns unknowns, Container container) {
    Optional<Duration> takes = unknowns.takes();
    unknowns.assume(takes, "nothing is known of what image " + container.image() + " does");
    return new Behaviour(
        takes.isPresent() ? Optional.empty() : Optional.of(Unknowns.APP_STARTS),
        Map.of(),
        takes.map(time -> new Behaviour.Exit(time, 0)),
        Optional.empty());
  }

  private static Predicate<String> missing(Container container, Image image) {
    if (BusyBox.isImage(container.image())) {
      return BusyBox::lacks;
    }
    return image.shell() ? unused -> false : Processes::comesWithShell;
  }

  /** Whether a program is one that only an image with a shell has. */
  private static boolean comesWithShell(String program) {
    String name = program.substring(program.lastIndexOf('/') + 1);
    return Script.ofCommand(List.of(program, "-c", "")).shell().isPresent()
        || Commands.find(name).isPresent();
  }

  private ScriptSetting setting(
      ContainerRequest request, Image image, List<String> command, Unknowns unknowns) {
    Pod pod = request.pod();
    Container container = request.container();
    Predicate<String> missing = missing(container, image);
    String user = user(pod, container, image);
    MountedFiles seen = files.container(pod, container, request.podIp(), user.equals("root"));
    var world = new ContainerWorld(wallClock, seen, missing);
    Predicate<String> absent =
        name ->
            missing.test(name) && !(name.startsWith("/") && world.files().status(name).isPresent());
    var checked = new ContainerWorld(wallClock, world.files(), absent);
    String hostname = pod.assigned().hostname().isEmpty() ? pod.name() : pod.assigned().hostname();
    return new ScriptSetting(
        command,
        links.with(request.env(), pod.namespace(), pod.spec().enableServiceLinks()),
        hostname,
        container.workingDir().isEmpty() ? "/" : container.workingDir(),
        user,
        pod.spec().shareProcessNamespace() ? 7 : 1,
        container.stdin(),
        memoryLimit(container),
        files.inMemory(pod, container),
        checked,
        new Reach(
            names,
            network,
            new ClusterState(env.api(), pod, facts, assumptions),
            pod,
            (text, service) ->
                observations.note(env.clock().now(), pod.uid(), container.name(), text, service)),
        unknowns,
        new Listening(env.clock(), world.files()));
  }

  /** The user's name or number; {@code root} where nothing else is known. */
  private static String user(Pod pod, Container container, Image image) {
    String user =
        container
            .securityContext()
            .runAsUser()
            .or(() -> pod.spec().securityContext().runAsUser())
            .map(String::valueOf)
            .or(image::user)
            .orElse("root");
    int group = user.indexOf(':');
    String name = group < 0 ? user : user.substring(0, group);
    return name.isEmpty() || name.equals("0") ? "root" : name;
  }

  private static long memoryLimit(Container container) {
    Quantity limit = container.resources().limits().get("memory");
    return limit == null ? Long.MAX_VALUE - 1 : limit.roundedUp();
  }

  @Override
  public void refresh(Pod pod, Volume volume) {
    files.refresh(pod, volume);
  }

  @Override
  public StorageUse storage(Pod pod) {
    return files.use(pod);
  }

  @Override
  public void forget(Pod pod) {
    files.forget(pod);
  }
}
