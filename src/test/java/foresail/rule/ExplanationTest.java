package foresail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
    for (Word word : Words.read().all()) {
      unknown.addAll(word.see());
    }
    unknown.removeAll(rules);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void noTwoPagesAreOfOneWord() {
    List<String> words = Words.read().all().stream().map(Word::word).toList();
    assertEquals(words.size(), Set.copyOf(words).size());
  }
}
