package foresail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExplanationTest {
  @Test
  void explainsWhatKubectlShows() {
    for (String word :
        List.of(
            "Unschedulable PodScheduled Pending Failed Unknown Initialized ImagePullBackOff Running"
                .split(" "))) {
      assertEquals(word, Explanation.of(word).orElseThrow().title());
    }
    assertEquals("Init:N/M", Explanation.of("Init:0/2").orElseThrow().title());
    assertEquals("CrashLoopBackOff", Explanation.of("init:crashloopbackoff").orElseThrow().title());
    assertEquals("ExitCode:N", Explanation.of("ExitCode:3").orElseThrow().title());
    assertEquals(Optional.empty(), Explanation.of("Init:x/2"));
    assertEquals(Optional.empty(), Explanation.of("nonsense"));
  }

  @Test
  void explainsEveryWordOfOldAndNewReleases() {
    for (String word :
        List.of(
            ("Unschedulable PodScheduled Pending Failed Unknown Initialized ImagePullBackOff"
                    + " Running Ready Error NodeLost Waiting Terminating CrashLoopBackOff"
                    + " InvalidImageName ImageInspectError ErrImageNeverPull RegistryUnavailable"
                    + " ErrImagePull CreateContainerConfigError CreateContainerError"
                    + " RunContainerError ContainersNotInitialized ContainersNotReady"
                    + " ContainerCreating PodInitializing DockerDaemonNotReady"
                    + " NetworkPluginNotReady")
                .split(" ", -1))) {
      assertEquals(word, Explanation.of(word).orElseThrow().title());
    }
  }

  @Test
  void explainsEveryWayToEnd() {
    for (int code = 0; code < 256; code++) {
      assertTrue(Explanation.of("exit code " + code).isPresent());
      assertTrue(Explanation.of("" + code).isPresent());
    }
    assertEquals("SIGKILL", Explanation.of("137").orElseThrow().title());
    assertEquals("SIGTERM", Explanation.of("exit code 143").orElseThrow().title());
    assertEquals("exit code N", Explanation.of("exit code 3").orElseThrow().title());
  }

  /** Whatever a real node printed in the recordings. */
  @Test
  void explainsWhatRecordingsShow() throws IOException {
    Path recorded = Path.of("../shared/recorded");
    Assumptions.assumeTrue(Files.isDirectory(recorded));
    Set<String> shown = new TreeSet<>();
    try (Stream<Path> files = Files.walk(recorded)) {
      for (Path file : files.filter(one -> one.endsWith("recorded.json")).sorted().toList()) {
        collect(JsonMapper.shared().readTree(file), shown);
      }
    }
    shown.removeIf(word -> word.isEmpty() || word.equals("(deleted)"));
    KubectlWords words = KubectlWords.read();
    shown.removeIf(word -> words.find(word).isPresent());
    assertEquals(Set.of(), shown);
  }

  /** STATUS words of rows, types and reasons of conditions, reasons of events. */
  private static void collect(JsonNode recording, Set<String> shown) {
    for (JsonNode pod : recording.path("pods")) {
      pod.path("rows").forEach(row -> shown.add(row.path(2).asString()));
      pod.path("events").forEach(event -> shown.add(event.path(2).asString()));
      for (Map.Entry<String, JsonNode> condition : pod.path("conditions").properties()) {
        if (!condition.getKey().equals("phase")) {
          shown.add(condition.getKey());
          condition.getValue().forEach(change -> shown.add(change.path(2).asString()));
        }
      }
    }
    for (JsonNode events : recording.path("events")) {
      events.forEach(event -> shown.add(event.path(2).asString()));
    }
  }

  @Test
  void explainsRules() {
    Explanation page = Explanation.of("probe-on-init-container").orElseThrow();
    assertEquals("rule, category api, error", page.kind());
    assertTrue(page.sections().get(0).lines().get(0).contains("native sidecar"));
  }

  @Test
  void namesWhatWasProbablyMeant() {
    assertEquals(List.of("CrashLoopBackOff"), Explanation.near("CrashLoopBackof"));
    assertEquals(List.of("missing-secret"), Explanation.near("mising-secret"));
  }

  @Test
  void wordsNameRulesThatExist() {
    Set<String> rules = RuleSet.builtIn().all().stream().map(Rule::id).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    for (Word word : KubectlWords.read().all()) {
      unknown.addAll(word.see());
    }
    unknown.removeAll(rules);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void noTwoPagesAreOfOneWord() {
    List<String> words = KubectlWords.read().all().stream().map(Word::word).toList();
    assertEquals(words.size(), Set.copyOf(words).size());
  }
}
