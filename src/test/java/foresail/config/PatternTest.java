package foresail.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PatternTest {
  @Test
  void aStarStandsForAnyText() {
    long seed = 7;
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*?");
      String text = text(random, "ab");
      String regex = pattern.replace("*", ".*").replace('?', '.');
      assertEquals(
          Pattern.matches(regex, text),
          new Glob(pattern).matches(text),
          () -> "seed " + seed + ": " + pattern + " against " + text);
    }
  }

  private static String text(Random random, String letters) {
    var text = new StringBuilder();
    for (int left = random.nextInt(8); left > 0; left--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  void everyVersionOfAnImage() {
    var pattern = ImagePattern.of("busybox:*");
    assertTrue(pattern.matches("busybox:1.36"));
    assertTrue(pattern.matches("busybox"));
    assertTrue(pattern.matches("docker.io/library/busybox:1.36"));
    assertTrue(pattern.matches("busybox@sha256:0123"));
    assertFalse(pattern.matches("busybox-extras:1"));
    assertFalse(pattern.matches("example.com/busybox:1"));
  }

  @Test
  void aNameWithoutTagIsTheLatest() {
    var pattern = ImagePattern.of("127.0.0.1:5000/tool");
    assertTrue(pattern.matches("127.0.0.1:5000/tool"));
    assertTrue(pattern.matches("127.0.0.1:5000/tool:latest"));
    assertFalse(pattern.matches("127.0.0.1:5000/tool:1"));
  }

  @Test
  void allThatARegistryHas() {
    assertTrue(ImagePattern.of("nosuch.invalid/*").matches("nosuch.invalid/team/app:2"));
    assertFalse(ImagePattern.of("nosuch.invalid/*").matches("app:2"));
  }

  @Test
  void namesAsKubectlTakesThem() {
    assertTrue(new ObjectName("po", "p").isA("Pod"));
    assertTrue(new ObjectName("Deployment.apps", "web").isA("Deployment"));
    assertTrue(new ObjectName("networkpolicies", "n").isA("NetworkPolicy"));
    assertTrue(new ObjectName("ingresses", "i").isA("Ingress"));
    assertFalse(new ObjectName("pod", "p").isA("Deployment"));
  }
}
