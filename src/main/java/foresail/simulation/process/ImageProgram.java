package foresail.simulation.process;

import foresail.model.Container;
import foresail.model.EnvVar;
import foresail.model.Volume;
import foresail.model.VolumeMount;
import foresail.model.VolumeSource;
import foresail.script.Script;
import foresail.simulation.facts.Behaviour;
import foresail.simulation.facts.Image;
import foresail.simulation.runtime.ContainerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What of a container's program its image decides. */
final class ImageProgram {
  private final ContainerRequest request;
  private final Container container;
  private final Image image;

  ImageProgram(ContainerRequest request, Image image) {
    this.request = request;
    this.container = request.container();
    this.image = image;
  }

  /** The argument vector; empty where the image's own is not known. */
  List<String> command() {
    var words = new ArrayList<>(container.command());
    if (words.isEmpty()) {
      image.entrypoint().ifPresent(words::addAll);
      boolean own = container.args().isEmpty();
      if (own) {
        image.command().ifPresent(words::addAll);
      } else if (words.isEmpty() && !argumentsAreCommand()) {
        return List.of();
      }
    }
    words.addAll(container.args());
    return words;
  }

  /**
   * Whether a container's arguments are all that it starts. Of the words of an image nobody knows
   * which are its entry point, but those of a shell or of a plain program are replaced; and most
   * entry points start a shell that they are given.
   */
  private boolean argumentsAreCommand() {
    return image.command().isPresent() || startsShell();
  }

  private boolean startsShell() {
    return Script.ofCommand(container.args()).shell().isPresent();
  }

  /** Whether the image's own program runs, of which something is known. */
  boolean isOwn() {
    if (!container.command().isEmpty()
        || image.behaviour().isUnknown() && image.needs().isEmpty()
        || image.usual() && startsShell()) {
      return false;
    }
    boolean replaced = image.usual() && image.command().isPresent() && !container.args().isEmpty();
    boolean waitsForInput = image.usual() && image.command().isPresent() && container.stdin();
    return !replaced && !waitsForInput;
  }

  /** How the image's own program behaves in this container. */
  Behaviour behaviour() {
    if (!untold().isEmpty()) {
      return new Behaviour(
          Optional.empty(), Map.of(), image.needs().map(Image.Needs::otherwise), Optional.empty());
    }
    return image.usual() && !isUsual() ? anyPort(image.behaviour()) : image.behaviour();
  }

  /** Variables one of which the program needs; empty where it has what it needs. */
  List<String> untold() {
    return image
        .needs()
        .filter(needs -> !isTold(needs))
        .map(Image.Needs::variables)
        .orElse(List.of());
  }

  private boolean isTold(Image.Needs needs) {
    return needs.variables().stream()
        .anyMatch(name -> !request.env().getOrDefault(name, "").isEmpty());
  }

  /** Whether ports answer beyond those that are known: the program may be set up in its own way. */
  boolean servesAll() {
    return image.usual() && !isUsual();
  }

  /** Whether nothing in the manifest seems to tell the program where to listen and what to show. */
  private boolean isUsual() {
    if (!container.args().isEmpty()) {
      return false;
    }
    for (EnvVar variable : container.env()) {
      String name = variable.name().toUpperCase(Locale.ROOT);
      if (name.contains("PORT") || name.contains("LISTEN") || name.contains("ADDR")) {
        return false;
      }
    }
    for (VolumeMount mount : container.volumeMounts()) {
      for (Volume volume : request.pod().spec().volumes()) {
        boolean empty = volume.source() instanceof VolumeSource.EmptyDir;
        if (volume.name().equals(mount.name()) && !(empty || isClaim(volume))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isClaim(Volume volume) {
    return volume.source() instanceof VolumeSource.Claim
        || volume.source() instanceof VolumeSource.Ephemeral;
  }

  /** The same program where nobody knows its ports and paths: up when the last of them is. */
  private static Behaviour anyPort(Behaviour known) {
    Duration up = known.starts().orElse(Duration.ZERO);
    for (Behaviour.Served served : known.serves().values()) {
      up = served.after().compareTo(up) > 0 ? served.after() : up;
    }
    return new Behaviour(Optional.of(up), Map.of(), known.exits(), known.stops());
  }
}
