package foresail.simulation.whole;

import static foresail.simulation.whole.Story.container;
import static foresail.simulation.whole.Story.workload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.simulation.facts.Assumption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutoscalerTest {
  private static final String AUTOSCALER =
      "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web}, spec:"
          + " {minReplicas: 3, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind:"
          + " Deployment, name: web}}}";

  @TempDir Path folder;

  private static String web(int replicas) {
    return workload("Deployment", "web", "replicas: " + replicas, "nodeName: ''", container(""));
  }

  @Test
  void raisesToItsMinimumAndSaysThatNobodyMeasures() {
    var story = new Story(folder).apply(0, web(1), AUTOSCALER).until(30);
    assertEquals(3, story.pods().size());
    assertEquals("15.0 Pending", story.times(story.pods().get(2)).split(", ", -1)[0]);
    assertEquals(
        List.of("keeps replicas between 3 and 5, and never scales for load"),
        story.run().assumptions().stream()
            .filter(each -> each.object().equals("HorizontalPodAutoscaler/web"))
            .map(Assumption::assumed)
            .toList());
  }

  @Test
  void takesBackWhatAnApplySets() {
    var story = new Story(folder).apply(0, web(3), AUTOSCALER).apply(20, web(7)).until(60);
    long gone = story.pods().stream().filter(pod -> story.rows(pod).endsWith("(deleted)")).count();
    assertEquals(7, story.pods().size());
    assertEquals(2, gone, "down to its maximum at its next look");
  }
}
