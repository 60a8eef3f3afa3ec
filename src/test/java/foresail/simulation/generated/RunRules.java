package foresail.simulation.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.model.Container;
import foresail.prediction.PodPrinter;
import foresail.prediction.PodRow;
import foresail.simulation.Run;
import foresail.simulation.api.ApiObject;
import foresail.simulation.api.ContainerStatus;
import foresail.simulation.api.Node;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Phase;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.Ending;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What holds for every run, whatever happens in it. */
final class RunRules {
  /** Words that the STATUS column can show: printPod, and the reasons of kubelet and runtime. */
  private static final Pattern STATUS =
      Pattern.compile(
          "(Init:)?("
              + "\\d+/\\d+|Signal:\\d+|ExitCode:\\d+|Pending|Running|Succeeded|Failed|Completed|Error"
              + "|OOMKilled|ContainerCreating|PodInitializing|CrashLoopBackOff|ErrImagePull"
              + "|ImagePullBackOff|ErrImageNeverPull|InvalidImageName|ErrImageInspect"
              + "|CreateContainerConfigError|CreateContainerError|RunContainerError|StartError"
              + "|ContainerCannotRun|PostStartHookError|ContainerStatusUnknown"
              + "|RestartingAllContainers|Terminating|NotReady|SchedulingGated|Unknown"
              + "|DeadlineExceeded|Evicted|OutOf[a-z./-]+|NodeAffinity|NodePorts|TaintToleration"
              + "|PodOSSelectorNodeLabelDoesNotMatch|PodOSNotSupported|UnexpectedAdmissionError"
              + "|SysctlForbidden)");

  private final Run run;
  private final Map<String, Phase> ended = new HashMap<>();
  private final Map<String, Integer> restarts = new HashMap<>();
  private final Map<String, ApiObject<?>> living = new LinkedHashMap<>();

  private RunRules(Run run) {
    this.run = run;
  }

  static void check(Run run, List<Node> nodes) {
    var rules = new RunRules(run);
    assertNotEquals(Ending.STEP_LIMIT, run.ending(), "ends before its step limit");
    rules.timeNeverGoesBack();
    Duration last = Duration.ZERO;
    for (Run.Change change : run.changes()) {
      if (!change.at().equals(last)) {
        rules.nodesAreNotOverfull(nodes);
        last = change.at();
      }
      rules.look(change);
    }
    rules.nobodyIsLeftBehind();
  }

  private void timeNeverGoesBack() {
    Duration last = Duration.ZERO;
    for (Run.Change change : run.changes()) {
      assertTrue(change.at().compareTo(last) >= 0, "time goes on");
      last = change.at();
    }
    assertTrue(last.compareTo(run.horizon()) <= 0, "nothing happens after the horizon");
  }

  private void look(Run.Change change) {
    ApiObject<?> object = change.object();
    if (change.now().isEmpty()) {
      living.remove(object.uid());
      return;
    }
    living.put(object.uid(), object);
    if (object instanceof Pod pod) {
      rowIsOneThatKubectlPrints(pod);
      keepsItsPhase(pod);
      restartsNeverFall(pod);
    }
  }

  private static void rowIsOneThatKubectlPrints(Pod pod) {
    PodRow row = PodPrinter.print(pod);
    String[] parts = row.ready().split("/", 2);
    assertTrue(
        Integer.parseInt(parts[0]) <= Integer.parseInt(parts[1]),
        "ready containers are part of the whole: " + row);
    assertTrue(STATUS.matcher(row.status()).matches(), "no word of kubectl's: " + row);
    assertTrue(row.restarts() >= 0);
  }

  private void keepsItsPhase(Pod pod) {
    Phase before = ended.get(pod.uid());
    if (before != null) {
      assertEquals(before, pod.status().phase(), "a terminal phase never changes");
    }
    if (pod.terminal()) {
      ended.put(pod.uid(), pod.status().phase());
    }
  }

  /** RESTARTS may fall when init containers give way to the others; no container's count does. */
  private void restartsNeverFall(Pod pod) {
    List<ContainerStatus> all = new ArrayList<>(pod.status().initContainers());
    all.addAll(pod.status().containers());
    for (ContainerStatus status : all) {
      Integer before = restarts.put(pod.uid() + "/" + status.name(), status.restartCount());
      assertTrue(
          before == null || before <= status.restartCount(),
          "restarts of " + pod.name() + "/" + status.name() + " fell from " + before);
    }
  }

  /** What a controller made goes with it. */
  private void nobodyIsLeftBehind() {
    for (ApiObject<?> object : living.values()) {
      if (object instanceof Pod && !object.deleting()) {
        for (OwnerReference owner : object.metadata().owners()) {
          boolean late = run.horizon().minus(lastChange()).compareTo(Duration.ofSeconds(1)) < 0;
          assertTrue(
              late || living.containsKey(owner.uid()),
              object.name() + " lives without its " + owner.kind() + " " + owner.name());
        }
      }
    }
  }

  private Duration lastChange() {
    return run.changes().isEmpty()
        ? Duration.ZERO
        : run.changes().get(run.changes().size() - 1).at();
  }

  /** Pods that the scheduler placed fit, of cpu and in number. */
  private void nodesAreNotOverfull(List<Node> nodes) {
    for (Node node : nodes) {
      BigDecimal cpu = BigDecimal.ZERO;
      int count = 0;
      for (ApiObject<?> object : living.values()) {
        if (object instanceof Pod pod && pod.nodeName().equals(node.name()) && !pod.terminal()) {
          count++;
          for (Container container : pod.spec().containers()) {
            var requests = container.resources().requests();
            if (requests.containsKey("cpu")) {
              cpu = cpu.add(requests.get("cpu").value());
            }
          }
        }
      }
      var room = node.allocatable();
      assertTrue(
          !room.containsKey("cpu") || cpu.compareTo(room.get("cpu").value()) <= 0,
          node.name() + " has no more cpu than " + room.get("cpu") + ", not " + cpu);
      assertTrue(
          !room.containsKey("pods")
              || BigDecimal.valueOf(count).compareTo(room.get("pods").value()) <= 0,
          node.name() + " takes no more pods than " + room.get("pods") + ", not " + count);
    }
  }
}
