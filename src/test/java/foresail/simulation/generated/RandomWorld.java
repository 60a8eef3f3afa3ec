package foresail.simulation.generated;

import foresail.config.ClusterFacts;
import foresail.config.ClusterFactsReader;
import foresail.config.ObjectName;
import foresail.config.Scenario;
import foresail.config.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A cluster and what is done to it; the same seed, the same world. */
record RandomWorld(ClusterFacts facts, Scenario scenario) {
  private static final int OBJECTS = 4;

  static RandomWorld of(long seed, Path folder, Duration horizon) throws IOException {
    var random = new Random(seed);
    Path nodes = Files.writeString(folder.resolve("cluster-" + seed + ".yaml"), nodes(random));
    int[] kinds = random.ints(OBJECTS, 0, RandomManifests.KINDS.size()).toArray();
    List<Step> steps = new ArrayList<>();
    String first = first(random, kinds);
    steps.add(new Step.Apply(Duration.ZERO, List.of(file(folder, seed, 0, first))));
    int more = random.nextInt(6);
    for (int i = 1; i <= more; i++) {
      Duration at = Duration.ofMillis(random.nextInt((int) horizon.toMillis() / 2));
      steps.add(step(random, at, kinds, folder.resolve("world-" + seed + "-" + i + ".yaml")));
    }
    steps.sort(Comparator.comparing(Step::at));
    var scenario =
        new Scenario(Optional.empty(), Optional.of(horizon), Optional.empty(), steps, List.of());
    return new RandomWorld(ClusterFactsReader.read(nodes).value().orElseThrow(), scenario);
  }

  private static Step step(Random random, Duration at, int[] kinds, Path file) throws IOException {
    int number = random.nextInt(OBJECTS);
    String name = "o" + number;
    return switch (random.nextInt(8)) {
      case 0 -> new Step.Delete(at, new ObjectName(RandomManifests.KINDS.get(kinds[number]), name));
      case 1 -> new Step.Delete(at, new ObjectName("quota", "s0"));
      case 2 -> new Step.Delete(at, new ObjectName("pod", name + "-0"));
      case 3 -> new Step.StopNode(at, "n0");
      case 4 -> new Step.StartNode(at, "n0");
      default -> {
        String text = RandomManifests.object(random.nextLong(), name, kinds[number]);
        yield new Step.Apply(at, List.of(Files.writeString(file, text)));
      }
    };
  }

  private static Path file(Path folder, long seed, int number, String text) throws IOException {
    return Files.writeString(folder.resolve("world-" + seed + "-" + number + ".yaml"), text);
  }

  private static String first(Random random, int[] kinds) {
    var text = new StringBuilder();
    int around = random.nextInt(4);
    for (int i = 0; i < around; i++) {
      text.append(RandomManifests.surrounding(random.nextLong(), i)).append("\n---\n");
    }
    for (int i = 0; i < kinds.length; i++) {
      text.append(RandomManifests.object(random.nextLong(), "o" + i, kinds[i]));
    }
    return text.toString();
  }

  private static String nodes(Random random) {
    var text = new StringBuilder("nodes:\n");
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      text.append("- {name: n").append(i).append(", cpu: ").append(1 + random.nextInt(3));
      text.append(", memory: 1Gi, pods: ").append(3 + random.nextInt(8));
      text.append(", labels: {kubernetes.io/hostname: n").append(i);
      text.append(random.nextBoolean() ? ", zone: a" : "");
      text.append(random.nextInt(3) == 0 ? ", disk: ssd" : "").append('}');
      text.append(random.nextInt(4) == 0 ? ", taints: [{key: own, effect: NoSchedule}]" : "");
      text.append(random.nextInt(6) == 0 ? ", unschedulable: true" : "");
      text.append("}\n");
    }
    if (random.nextBoolean()) {
      text.append("storageClasses: []\n");
    }
    return text.append("images:\n- {match: \"absent:*\", pull: absent}\n").toString();
  }
}
