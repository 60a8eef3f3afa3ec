package foresail.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.script.machine.Environment;
import foresail.script.syntax.Dialect;
import foresail.script.syntax.Parser;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, reading it does not throw and running it does not hang. */
final class RobustnessTest {
  private static final String PIECES =
      "abc $\"'`(){}[]<>|&;#*?!=~\\\n"
          + "\t0123 if then fi do done while for in case esac ;; && || $(( )) ${ $( << EOF [[ ]] ";

  private static String random(Random random) {
    var text = new StringBuilder();
    var pieces = PIECES.split(" ");
    for (int i = random.nextInt(60); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(128));
        case 1 -> text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        case 2 -> text.append(pieces[random.nextInt(pieces.length)]);
        default -> text.append(pieces[random.nextInt(pieces.length)]).append(' ');
      }
    }
    return text.toString();
  }

  private static String mutated(String text, Random random) {
    var result = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0 && result.length() > 0; i--) {
      int at = random.nextInt(result.length());
      switch (random.nextInt(3)) {
        case 0 -> result.deleteCharAt(at);
        case 1 -> result.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
        default -> result.delete(at, Math.min(result.length(), at + random.nextInt(20)));
      }
    }
    return result.toString();
  }

  private static void read(String text, long seed) {
    try {
      for (var dialect : Dialect.values()) {
        var program = Parser.parse(text, dialect);
        program
            .problem()
            .ifPresent(
                problem ->
                    assertTrue(
                        problem.at() >= 0 && problem.at() <= text.length(), problem::toString));
        Waits.of(Script.ofText(text, dialect), Facts.none());
      }
      var environment = new Environment(Map.of(), "h", "/", "root", 1, false, 3_000, 1);
      for (var shell : List.of("sh", "bash")) {
        new Run(List.of(shell, "-c", text), environment).go(40);
      }
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new AssertionError("seed " + seed + ": " + text, thrown);
    }
  }

  @Test
  void randomTextIsRead() {
    for (long seed = 1; seed <= 3_000; seed++) {
      read(random(new Random(seed)), seed);
    }
  }

  @Test
  void mutatedScriptsAreRead() {
    for (long seed = 1; seed <= 1_500; seed++) {
      read(mutated(RandomScripts.of(seed), new Random(seed)), seed);
    }
  }

  @Test
  void deepNestingIsRefusedNotOverflown() {
    for (var piece :
        List.of(
            "(",
            "$(",
            "${a:-",
            "\"$(",
            "if ",
            "{ ",
            "`",
            "$((",
            "[[ (",
            "a=$(",
            "! ",
            "while ",
            "case x in x) ",
            "f() { ")) {
      read(piece.repeat(20_000), 0);
    }
    assertTrue(Parser.parse("(".repeat(5_000), Dialect.POSIX).problem().isPresent());
    read("a && ".repeat(20_000) + "b", 0);
    read("a | ".repeat(500) + "b", 0);
    read("echo $((" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + "))", 0);
    read("echo $((" + "-".repeat(9_000) + "1))", 0);
    read("x=" + "y".repeat(300_000) + "; echo ${x%%*y*y*z} ${#x}", 0);
  }

  @Test
  void whatNeverWaitsEnds() {
    for (var script :
        List.of(
            "while :; do :; done",
            "f() { f; }; f",
            "f() { f & }; f",
            ":(){ :|:& };:",
            "while true; do x=\"$x $x a\"; done",
            "until false; do (exit 1); done",
            "while true; do echo x; done | cat",
            "yes | cat",
            "yes > /tmp/y; echo x",
            "trap 'kill $$' TERM; kill $$; while :; do :; done",
            "exec sh -c 'exec sh -c \"while :; do cd /; done\"'",
            "eval \"$(yes)\"",
            "cat /dev/zero | head -c 5",
            "while read x; do :; done < <(yes)")) {
      read(script, 0);
    }
  }

  @Test
  void theSameTwiceIsTheSame() {
    for (long seed = 1; seed <= 50; seed++) {
      var script = RandomScripts.of(seed) + "\necho $RANDOM\n";
      assertEquals(Run.of(script).go().output(), Run.of(script).go().output());
    }
  }

  @Test
  void realScriptsAreRead() {
    for (var folder : List.of("recorded", "corpus")) {
      for (var argv : RealScripts.below(folder)) {
        var shell = Script.ofCommand(argv).shell();
        shell.ifPresent(
            script ->
                assertTrue(
                    script.program().problem().isEmpty(),
                    () -> script.program().problem() + script.text()));
      }
    }
  }

  @Test
  void recordedScriptsAreKnown() {
    for (var argv : RealScripts.below("recorded")) {
      if (!argv.get(0).startsWith("/no/such")) {
        var run = new Run(argv).go(400);
        assertEquals(List.of(), run.unknown(), argv::toString);
      }
    }
  }
}
