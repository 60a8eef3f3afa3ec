package foresail.prediction;

import foresail.graph.Graph;
import foresail.graph.KnownName;
import foresail.model.KubernetesObject;
import foresail.model.LabelSelector;
import foresail.model.Service;
import foresail.model.Volume;
import foresail.model.VolumeSource;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Awaited;
import foresail.simulation.store.Events;
import foresail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Follows the cause of an end to what lies behind it: from a pod that polls a Service to the pods
 * that should answer, from a pod without a node to its claim, to what nothing here defines.
 */
final class Causes {
  private final List<PodStory> stories;
  private final List<Missing> missing;
  private final List<Events.Event> events;
  private final Graph graph;

  /**
   * @param stories of all pods
   * @param missing what pods need and nobody brings
   */
  Causes(List<PodStory> stories, List<Missing> missing, List<Events.Event> events, Graph graph) {
    this.stories = stories;
    this.missing = missing;
    this.events = events;
    this.graph = graph;
  }

  /** Each the cause of the one before; none for a pod that is ready. */
  List<Cause> of(PodStory story) {
    if (story.end() == End.READY || story.because().text().isEmpty()) {
      return List.of();
    }
    List<Cause> causes = new ArrayList<>();
    List<PodStory> path = new ArrayList<>();
    Optional<PodStory> next = Optional.of(story);
    while (next.isPresent()) {
      PodStory now = next.get();
      path.add(now);
      causes.add(shown(now, path.size() == 1));
      next = now.because().awaited().flatMap(awaited -> behind(awaited, causes));
      Optional<PodStory> known = next.flatMap(each -> alike(each, path));
      if (known.isPresent()) {
        causes.add(cycle(path.subList(path.indexOf(known.get()), path.size())));
        return causes;
      }
      if (now.because().awaited().isEmpty()) {
        Cause seen = new Cause(now.because().text(), now.because().place());
        absent(seen, now.pod().namespace(), causes);
        claims(now.pod(), now.because().text(), causes);
      }
    }
    return causes;
  }

  private static Optional<PodStory> alike(PodStory story, List<PodStory> path) {
    return path.stream().filter(story::isLike).findFirst();
  }

  private Cause shown(PodStory story, boolean first) {
    Because because = story.because();
    String text = because.text();
    Optional<Awaited> awaited = because.awaited().filter(each -> !isKnown(each));
    if (awaited.isPresent()) {
      text =
          text.replace(
              Polling.ABSENT,
              ", which nothing here defines"
                  + near(awaited.get().kind(), awaited.get().namespace(), awaited.get().name()));
    }
    String subject = first ? "" : story.subject() + " is in " + story.status() + ": ";
    return new Cause(subject + text, because.place());
  }

  private boolean isKnown(Awaited awaited) {
    return awaited.name().isEmpty()
        || graph.isKnown(awaited.kind(), awaited.namespace(), awaited.name());
  }

  /** The pod that should do what is waited for and does not. */
  private Optional<PodStory> behind(Awaited awaited, List<Cause> causes) {
    if (!awaited.kind().equals("Service")) {
      return stories.stream()
          .filter(story -> isBehind(story, awaited))
          .filter(PodStory::isBad)
          .findFirst();
    }
    for (KubernetesObject found : graph.find("Service", awaited.namespace(), awaited.name())) {
      Optional<LabelSelector> selector =
          found instanceof Service service ? service.selector() : Optional.empty();
      if (selector.isPresent()) {
        List<PodStory> pods = backends(awaited.namespace(), selector.get());
        if (pods.isEmpty()) {
          causes.add(
              new Cause(
                  "Service " + awaited.name() + " selects no pod",
                  Optional.of(found.span("spec", "selector"))));
        }
        boolean answers = pods.stream().anyMatch(pod -> !pod.isBad());
        return answers ? Optional.empty() : pods.stream().findFirst();
      }
    }
    return Optional.empty();
  }

  /** Whether a pod is the one that is waited for, or belongs to what is waited for. */
  private static boolean isBehind(PodStory story, Awaited awaited) {
    if (!story.pod().namespace().equals(awaited.namespace())) {
      return false;
    }
    if (!awaited.kind().equals("Pod")) {
      return story.owner().equals(Optional.of(awaited.kind() + "/" + awaited.name()));
    }
    return awaited.name().isEmpty()
        ? story.pod().metadata().labels().entrySet().containsAll(awaited.labels().entrySet())
        : story.pod().name().equals(awaited.name());
  }

  private List<PodStory> backends(String namespace, LabelSelector selector) {
    return stories.stream()
        .filter(story -> story.end() != End.GONE)
        .filter(story -> story.pod().namespace().equals(namespace))
        .filter(story -> selector.matches(story.pod().metadata().labels()))
        .toList();
  }

  private static Cause cycle(List<PodStory> ring) {
    PodStory first = ring.get(0);
    if (ring.size() == 1) {
      return new Cause(
          "it waits for itself: no other pods stand behind " + awaited(first),
          first.because().place());
    }
    List<String> steps = new ArrayList<>();
    for (PodStory story : ring) {
      steps.add(story.subject() + " waits for " + awaited(story));
    }
    int last = steps.size() - 1;
    if (awaited(ring.get(last)).startsWith("Service ")) {
      steps.set(last, steps.get(last) + ", which " + first.subject() + " serves");
    }
    return new Cause(
        "a cycle: " + String.join(", ", steps) + "; none of them ever starts",
        first.because().place());
  }

  private static String awaited(PodStory story) {
    return story.because().awaited().map(Awaited::toString).orElse("");
  }

  /** What the words of a cause name and nothing here defines. */
  private void absent(Cause named, String namespace, List<Cause> causes) {
    String text = named.text();
    String lower = text.toLowerCase(Locale.ROOT);
    for (Missing each : missing) {
      if (text.contains("\"" + each.name() + "\"")
          && lower.contains(each.kind().toLowerCase(Locale.ROOT))
          && (each.namespace().isEmpty() || each.namespace().equals(namespace))) {
        causes.add(
            new Cause(
                "nothing here defines "
                    + each.kind()
                    + " "
                    + each.name()
                    + near(each.kind(), each.namespace(), each.name()),
                named.place().isPresent() ? Optional.empty() : each.place()));
      }
    }
  }

  /** {@code (nearest: database, db.yaml:3)}; empty where nothing is near. */
  private String near(String kind, String namespace, String name) {
    return graph
        .near(kind, namespace, name)
        .or(() -> Abbreviations.find(graph, kind, namespace, name))
        .map(near -> " (nearest: " + words(near, namespace) + place(near) + ")")
        .orElse("");
  }

  private static String words(KnownName near, String namespace) {
    boolean elsewhere =
        !near.namespace().isEmpty() && !namespace.isEmpty() && !near.namespace().equals(namespace);
    return near.name() + (elsewhere ? " in namespace " + near.namespace() : "");
  }

  private static String place(KnownName near) {
    return near.at().map(at -> ", " + at.file().path() + ":" + at.line()).orElse("");
  }

  /** What is told of the claims that keep a pod from a node. */
  private void claims(Pod pod, String text, List<Cause> causes) {
    if (!text.toLowerCase(Locale.ROOT).contains("persistentvolumeclaim")) {
      return;
    }
    for (Volume volume : pod.spec().volumes()) {
      if (volume.source() instanceof VolumeSource.Claim claim) {
        claim(pod.namespace(), claim.claimName(), causes);
      }
    }
    pod.assigned().claims().values().forEach(name -> claim(pod.namespace(), name, causes));
  }

  private void claim(String namespace, String name, List<Cause> causes) {
    Optional<Events.Event> told = Optional.empty();
    for (Events.Event event : events) {
      if (event.kind().equals("PersistentVolumeClaim")
          && event.namespace().equals(namespace)
          && event.name().equals(name)) {
        told = Optional.of(event);
      }
    }
    Optional<Span> place =
        graph.find("PersistentVolumeClaim", namespace, name).stream()
            .findFirst()
            .map(found -> found.span("spec", "storageClassName"));
    if (told.isPresent()) {
      Cause cause = new Cause("PersistentVolumeClaim " + name + ": " + told.get().message(), place);
      causes.add(cause);
      absent(cause, namespace, causes);
    }
  }
}
