package foresail.prediction;

import foresail.model.Container;
import foresail.model.PodSpec;
import foresail.model.RestartPolicy;
import foresail.simulation.api.ContainerState;
import foresail.simulation.api.ContainerState.Running;
import foresail.simulation.api.ContainerState.Terminated;
import foresail.simulation.api.ContainerState.Waiting;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Observation;
import foresail.source.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why a row shows a container's state: what it waits for, or how it ended. */
final class ContainerReasons {
  /** What happened within this time belongs to the row. */
  private static final Duration JUST = Duration.ofSeconds(3);

  private ContainerReasons() {}

  /** The row of a container that waits, has failed, or is initialising. */
  static Because of(PodRow row, Moment moment) {
    boolean init = row.status().startsWith("Init:");
    String word = init ? row.status().substring("Init:".length()) : row.status();
    List<ContainerStatus> statuses =
        init ? moment.pod().status().initContainers() : moment.pod().status().containers();
    for (ContainerStatus status : statuses) {
      Optional<Container> container = moment.container(status.name());
      if (container.isPresent() && shows(status, word)) {
        return explain(container.get(), status, moment);
      }
    }
    return init ? initialising(moment) : Because.of(moment.pod().status().message());
  }

  private static boolean shows(ContainerStatus status, String word) {
    ContainerState state = status.state();
    return (state instanceof Waiting waiting && waiting.reason().equals(word))
        || (state instanceof Terminated terminated && terminated.reason().equals(word));
  }

  private static Because explain(Container container, ContainerStatus status, Moment moment) {
    String name = "container " + container.name();
    if (status.state() instanceof Terminated end) {
      return ended(name, container, end, moment);
    }
    Waiting waiting = (Waiting) status.state();
    return switch (waiting.reason()) {
      case "CrashLoopBackOff" -> backoff(name, container, status, waiting, moment);
      case "ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName" ->
          Because.of(name + " gets no image: " + waiting.message(), container.span("image"));
      case "CreateContainerConfigError" ->
          Because.of(
              name + ": " + waiting.message(),
              ConfigPlaces.of(container, moment.pod(), waiting.message()));
      case "PostStartHookError" ->
          Because.of(
              name + " was stopped because its postStart hook failed",
              container.span("lifecycle", "postStart"));
      case "RunContainerError", "CreateContainerError" ->
          Because.of(name + " cannot be started: " + tail(waiting.message()), command(container));
      case "RestartingAllContainers" ->
          Because.of(
              "a restart rule has all containers start anew",
              container.keySpan("restartPolicyRules"));
      default -> Because.of(name + " waits: " + waiting.reason());
    };
  }

  /** The last words of a chain of errors are those that help. */
  private static String tail(String message) {
    int exec = message.indexOf("exec: ");
    return exec < 0 ? message : message.substring(exec);
  }

  private static Because ended(String name, Container container, Terminated end, Moment moment) {
    Pod pod = moment.pod();
    Duration ran = end.finishedAt().minus(end.startedAt());
    if (end.reason().equals("OOMKilled")) {
      return Because.of(
          name
              + " used more memory than its limit"
              + Optional.ofNullable(container.resources().limits().get("memory"))
                  .map(limit -> " of " + limit)
                  .orElse(""),
          container.resources().span("limits", "memory"));
    }
    if (end.reason().equals("ContainerStatusUnknown")) {
      return Because.of(name + " never ran, and the pod is being taken down");
    }
    if (end.reason().equals("StartError")) {
      return Because.of(name + " cannot be started: " + tail(end.message()), command(container));
    }
    String text = name + " ended with exit code " + end.exitCode() + after(ran) + killed(end);
    boolean again =
        !pod.deleting()
            && !pod.terminal()
            && end.exitCode() == 0
            && container.restartPolicy().orElse(pod.spec().restartPolicy()) == RestartPolicy.ALWAYS;
    return again
        ? Because.of(
            text + ", and restartPolicy Always starts it again", pod.spec().span("restartPolicy"))
        : failed(text, "", container, end, moment);
  }

  private static String killed(Terminated end) {
    return switch (end.exitCode()) {
      case 137 -> ": it was killed";
      case 143 -> ": SIGTERM ended it";
      default -> "";
    };
  }

  private static String after(Duration ran) {
    return ran.isZero() ? "" : " after " + Lengths.words(ran);
  }

  private static Because backoff(
      String name, Container container, ContainerStatus status, Waiting waiting, Moment moment) {
    String wait = waiting.message().startsWith("back-off ") ? waiting.message().split(" ")[1] : "";
    String rest =
        "; the kubelet waits "
            + (wait.isEmpty() ? "" : wait + " ")
            + "from then until its next start";
    Optional<String> probe = killer(status.name(), moment);
    if (probe.isPresent()) {
      return Because.of(
          name + " was stopped again because its " + probe.get() + " failed" + rest,
          container.keySpan(probe.get()));
    }
    String end =
        status.lastState() instanceof Terminated last
            ? " ended with exit code " + last.exitCode()
            : " ended";
    return status.lastState() instanceof Terminated last
        ? failed(name + end + " again", rest, container, last, moment)
        : Because.of(name + end + " again" + rest, command(container));
  }

  /**
   * An end by itself; where it was in vain that the container asked for a Service, this is why.
   *
   * @param rest what comes behind the reason
   */
  private static Because failed(
      String text, String rest, Container container, Terminated end, Moment moment) {
    Optional<Observation> wait =
        end.exitCode() == 0 || !killed(end).isEmpty()
            ? Optional.empty()
            : moment.wait(container.name()).filter(each -> each.awaited().isPresent());
    return wait.isPresent()
        ? Polling.before(text, rest, container, wait.get())
        : Because.of(text + rest, command(container));
  }

  /** The probe that had a container stopped not long before a row came: its field's name. */
  private static Optional<String> killer(String container, Moment moment) {
    for (String kind : List.of("liveness", "startup")) {
      for (EventLine event : moment.events()) {
        boolean names =
            event.reason().equals("Killing")
                && event.message().contains(container + " failed " + kind);
        if (names && event.at().compareTo(moment.from()) <= 0) {
          return Optional.of(kind + "Probe");
        }
      }
    }
    return Optional.empty();
  }

  /** Init:i/n: what the present init container does. */
  private static Because initialising(Moment moment) {
    Pod pod = moment.pod();
    int position = 0;
    for (ContainerStatus status : pod.status().initContainers()) {
      position++;
      Optional<Container> container = moment.container(status.name());
      boolean done =
          status.state().succeeded()
              || (container.filter(PodSpec::isSidecar).isPresent() && status.started());
      if (done || container.isEmpty()) {
        continue;
      }
      String name =
          "init container "
              + status.name()
              + " ("
              + position
              + " of "
              + pod.spec().initContainers().size()
              + ")";
      return init(name, container.get(), status, moment);
    }
    return Because.of("init containers are running");
  }

  private static Because init(
      String name, Container container, ContainerStatus status, Moment moment) {
    Optional<Observation> wait = moment.wait(status.name());
    if (wait.isPresent()) {
      return Polling.now("init container " + status.name(), container, wait.get());
    }
    if (!status.state().running()) {
      return mount(moment)
          .orElseGet(() -> Because.of(name + " is being prepared", command(container)));
    }
    boolean sidecar = PodSpec.isSidecar(container);
    return sidecar && !status.started()
        ? unready(container, status, moment)
        : Because.of(name + " is running", command(container));
  }

  /** ContainerCreating and PodInitializing. */
  static Because preparing(Moment moment) {
    return mount(moment)
        .orElseGet(
            () -> {
              Optional<EventLine> pulling = moment.event("Pulling");
              Optional<EventLine> pulled = moment.event("Pulled");
              boolean pulls =
                  pulling.isPresent()
                      && (pulled.isEmpty() || pulled.get().at().compareTo(pulling.get().at()) < 0);
              return Because.of(
                  pulls
                      ? "the node fetches the image"
                      : "the node prepares volumes, network and containers");
            });
  }

  private static Optional<Because> mount(Moment moment) {
    boolean started = moment.event("Created").isPresent();
    return started
        ? Optional.empty()
        : moment
            .event("FailedMount")
            .map(
                event ->
                    Because.of(
                        "a volume cannot be mounted: " + event.message(),
                        ConfigPlaces.volume(moment.pod(), event.message())));
  }

  /** A container that runs and is not ready, or does not run. */
  static Because unready(Container container, ContainerStatus status, Moment moment) {
    String name = "container " + container.name();
    if (status.state() instanceof Terminated end) {
      return ended(name, container, end, moment);
    }
    Optional<Observation> wait = moment.wait(status.name());
    if (!status.started() && container.startupProbe().isPresent()) {
      return Because.of(
          name + " has not passed its startupProbe" + words(moment, "Startup"),
          container.keySpan("startupProbe"));
    }
    if (container.readinessProbe().isPresent()) {
      return new Because(
          name
              + " does not pass its readinessProbe"
              + wait.map(each -> ": " + each.text()).orElseGet(() -> words(moment, "Readiness")),
          Optional.of(container.keySpan("readinessProbe")),
          wait.flatMap(Observation::awaited));
    }
    return Because.of(name + " is not ready");
  }

  /** What the last failed attempt said. */
  private static String words(Moment moment, String kind) {
    String start = kind + " probe failed: ";
    List<String> found = new ArrayList<>();
    for (EventLine event : moment.events()) {
      if (event.reason().equals("Unhealthy")
          && event.message().startsWith(start)
          && event.at().compareTo(moment.to()) <= 0) {
        found.add(event.message().substring(start.length()).strip());
      }
    }
    return found.isEmpty() || found.get(found.size() - 1).isEmpty()
        ? ""
        : ": " + found.get(found.size() - 1);
  }

  /** A container that runs again. */
  static Optional<Because> restarted(Moment moment) {
    var statuses = new ArrayList<>(moment.pod().status().containers());
    statuses.addAll(moment.pod().status().initContainers());
    for (ContainerStatus status : statuses) {
      Optional<Container> container = moment.container(status.name());
      if (container.isEmpty() || !(status.lastState() instanceof Terminated last)) {
        continue;
      }
      boolean young =
          status.state() instanceof Running running
              && moment.from().minus(running.startedAt()).compareTo(JUST) < 0;
      if (!young) {
        continue;
      }
      Optional<String> probe = killer(status.name(), moment);
      boolean waited = moment.from().minus(last.finishedAt()).compareTo(JUST) > 0;
      String name = "container " + status.name();
      if (last.reason().equals("RestartingAllContainers")) {
        return Optional.of(Because.of("all containers run anew, as a restart rule says"));
      }
      if (waited) {
        return Optional.of(Because.of(name + " runs again: its back-off is over"));
      }
      return Optional.of(
          probe.isPresent()
              ? Because.of(
                  name + " was restarted because its " + probe.get() + " failed",
                  container.get().keySpan(probe.get()))
              : Because.of(name + " runs again after exit code " + last.exitCode()));
    }
    return Optional.empty();
  }

  static Span command(Container container) {
    return container.command().isEmpty() ? container.span("image") : container.keySpan("command");
  }
}
