package foresail.simulation.kubelet;

import foresail.model.Container;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Facts;
import foresail.simulation.facts.Image;
import foresail.simulation.kernel.Clock;
import foresail.simulation.store.Events;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sees to it that a container's image is on the node: decides InvalidImageName, ErrImageNeverPull,
 * ErrImagePull and ImagePullBackOff. One pull at a time.
 *
 * <p>Source: pkg/kubelet/images/image_manager.go, v1.36.
 */
final class ImagePuller {
  /** A registry that says no does so at once: measured under 0.3 s. */
  private static final Duration REFUSAL = Duration.ofMillis(100);

  /** Even where nothing is to be downloaded, a pull asks the registry: measured 15 ms. */
  private static final Duration SHORTEST_PULL = Duration.ofMillis(15);

  private final Clock clock;
  private final Events events;
  private final Facts facts;
  private final Backoff backoff = new Backoff();
  private final Set<String> pulled = new HashSet<>();
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private boolean pulling;

  ImagePuller(Clock clock, Events events, Facts facts) {
    this.clock = clock;
    this.events = events;
    this.facts = facts;
  }

  /** Tells why the image cannot be had; empty when it is there. */
  void ensure(Pod pod, Container container, Consumer<Optional<StartFailure>> done) {
    String image = container.image();
    Optional<String> problem = ImageName.problem(image);
    if (problem.isPresent()) {
      String text =
          "Failed to apply default image tag \""
              + image
              + "\": couldn't parse image name \""
              + image
              + "\": "
              + problem.get();
      events.warning(pod, "InspectFailed", text);
      done.accept(Optional.of(StartFailure.of("InvalidImageName", text)));
      return;
    }
    Image known = facts.images().of(image);
    boolean present = known.present() || pulled.contains(image);
    if (present && !container.imagePullPolicy().equals("Always")) {
      events.normal(
          pod,
          "Pulled",
          "Container image \""
              + image
              + "\" already present on machine and can be accessed by the pod");
      done.accept(Optional.empty());
    } else if (container.imagePullPolicy().equals("Never")) {
      String text = "Container image \"" + image + "\" is not present with pull policy of Never";
      events.warning(pod, "ErrImageNeverPull", text);
      done.accept(Optional.of(StartFailure.of("ErrImageNeverPull", text)));
    } else {
      pull(pod, image, known, done);
    }
  }

  private void pull(Pod pod, String image, Image known, Consumer<Optional<StartFailure>> done) {
    String key = pod.uid() + "_" + image;
    if (!backoff.leftSinceUpdate(key, clock.now()).isZero()) {
      events.normal(pod, "BackOff", "Back-off pulling image \"" + image + "\"");
      done.accept(
          Optional.of(
              StartFailure.of(
                  "ImagePullBackOff",
                  "Back-off pulling image \""
                      + image
                      + "\": ErrImagePull: "
                      + PullErrors.text(image, known.pull()))));
      return;
    }
    events.normal(pod, "Pulling", "Pulling image \"" + image + "\"");
    Duration asked = clock.now();
    queue.add(() -> run(pod, image, known, key, asked, done));
    next();
  }

  private void next() {
    if (!pulling && !queue.isEmpty()) {
      pulling = true;
      queue.poll().run();
    }
  }

  private void run(
      Pod pod,
      String image,
      Image known,
      String key,
      Duration asked,
      Consumer<Optional<StartFailure>> done) {
    Duration begun = clock.now();
    clock.after(
        takes(image, known),
        () -> {
          pulling = false;
          if (known.pull() == Image.Pull.OK) {
            pulled.add(image);
            events.normal(pod, "Pulled", pulledText(image, begun, asked));
            done.accept(Optional.empty());
          } else {
            done.accept(Optional.of(failed(pod, image, known, key)));
          }
          next();
        });
  }

  private Duration takes(String image, Image known) {
    if (known.pull() != Image.Pull.OK) {
      return REFUSAL;
    }
    Duration pull = facts.timings().pull();
    boolean nothingToLoad = known.present() || pulled.contains(image);
    return nothingToLoad || pull.compareTo(SHORTEST_PULL) < 0 ? SHORTEST_PULL : pull;
  }

  private String pulledText(String image, Duration begun, Duration asked) {
    return "Successfully pulled image \""
        + image
        + "\" in "
        + clock.now().minus(begun).toMillis()
        + "ms ("
        + clock.now().minus(asked).toMillis()
        + "ms including waiting).";
  }

  private StartFailure failed(Pod pod, String image, Image known, String key) {
    String text = PullErrors.text(image, known.pull());
    events.warning(pod, "Failed", "Failed to pull image \"" + image + "\": " + text);
    backoff.next(key, clock.now(), clock.now());
    return StartFailure.of("ErrImagePull", text);
  }

  /** What a kubelet that starts anew does not know any more: images stay, waits do not. */
  void startAnew() {
    backoff.clear();
  }

  void forget(String podUid) {
    backoff.forget(podUid + "_");
  }
}
