package foresail.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.script.machine.Environment;
import foresail.script.world.Effect;
import foresail.script.world.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when a script runs: its time, its exit code, its output. */
final class MachineTest {
  private static void ends(Run run, int code, double seconds) {
    run.go();
    assertEquals(code, run.code().orElse(-1), () -> run.errors + "" + run.effects);
    assertEquals(seconds, run.seconds(), 1e-9);
  }

  private static void prints(String script, String output) {
    var run = Run.bash(script).go();
    assertEquals(output, run.output(), () -> run.errors + "" + run.effects);
    assertTrue(run.unknown().isEmpty(), () -> run.unknown().toString());
  }

  @Test
  void sleepsAndExits() {
    ends(Run.of("sleep 3; exit 2"), 2, 3);
    ends(Run.of("sleep 2 && false || sleep 4; test 3 -gt 2 && exit 6"), 6, 6);
    ends(Run.of("n=0; while [ $n -lt 5 ]; do n=$((n+1)); sleep 1; done; exit 0"), 0, 5);
    ends(
        Run.of("pause() { sleep $(( $1 * 2 )); }; for i in 1 2; do pause $i; done; exit $((2+1))"),
        3,
        6);
    ends(Run.of("set -e; sleep 2; cat /no/such/file; sleep 60"), 1, 2);
    ends(Run.of("sleep 1m 0.5"), 0, 60.5);
    ends(new Run(List.of("sleep", "42")), 0, 42);
    ends(new Run(List.of("false")), 1, 0);
  }

  @Test
  void jobsRunSideBySide() {
    ends(Run.of("sleep 3 & p1=$!; sleep 6 & wait $p1; echo first; wait; exit 0"), 0, 6);
    ends(Run.of("(sleep 2; exit 4) & wait $!; exit $?"), 4, 2);
    ends(Run.of("sleep 5 | sleep 2"), 0, 5);
    ends(Run.of("sleep 100 & sleep 1"), 0, 1);
  }

  @Test
  void traps() {
    ends(
        Run.of("trap 'exit 0' TERM; while true; do sleep 0.2; done").signal("5.1", Signal.TERM),
        0,
        5.2);
    ends(
        Run.of("trap 'sleep 5; exit 3' TERM; while true; do sleep 0.2; done")
            .signal("5.1", Signal.TERM),
        3,
        10.2);
    ends(Run.of("trap 'exit 7' TERM; sleep 30; exit 1").signal("5", Signal.TERM), 7, 30);
    ends(Run.of("trap 'exit 7' TERM; sleep 30 & wait; exit 1").signal("5", Signal.TERM), 7, 5);
    ends(Run.of("trap '' TERM; sleep 9").signal("5", Signal.TERM), 0, 9);
    ends(Run.of("trap 'echo bye' EXIT; exit 5"), 5, 0);
    assertEquals("bye\n", Run.of("trap 'echo bye' EXIT; exit 5").go().output());
    ends(Run.of("trap 'x=1' TERM; sleep 4; echo $x; exit ${x:-0}").signal("1", Signal.TERM), 1, 4);
  }

  @Test
  void pidOneIsSafeFromSignalsItDoesNotCatch() {
    ends(Run.of("sleep 9").signal("5", Signal.TERM), 0, 9);
    ends(Run.of("sleep 9").signal("5", Signal.KILL), 137, 5);
    ends(new Run(List.of("sleep", "9")).signal("5", Signal.TERM), 0, 9);
    ends(Run.of("sleep 2; kill -9 $$; sleep 5"), 0, 7);
    ends(Run.of("sleep 9 & kill $!; wait $!"), 143, 0);
    var other = Environment.of(Map.of(), "h").withPid(100);
    ends(new Run(List.of("sh", "-c", "sleep 9"), other).signal("5", Signal.TERM), 143, 5);
    ends(new Run(List.of("tini", "--", "sleep", "9")).signal("5", Signal.TERM), 143, 5);
    ends(Run.of("exec sleep 9").signal("5", Signal.TERM), 0, 9);
  }

  @Test
  void waitsForNames() {
    var script = "until nslookup db.default.svc.cluster.local; do echo waiting; sleep 2; done";
    var never = Run.of(script).go();
    assertTrue(never.code().isEmpty());
    var run = Run.of(script);
    ends(run.at("5", () -> run.name("db.default.svc.cluster.local")), 0, 6);
  }

  @Test
  void spinsWithoutHanging() {
    var run = Run.of("while :; do :; done").go();
    assertTrue(run.code().isEmpty());
    assertTrue(run.effects.contains(new Effect.Spin()));
    ends(Run.of("trap 'exit 3' TERM; while :; do :; done").signal("2", Signal.TERM), 3, 2);
  }

  @Test
  void growsUntilTheKernelKillsIt() {
    var run = Run.of("x=a; while true; do x=$x$x$x$x; done").go();
    var sizes = run.effects.stream().filter(Effect.UseMemory.class::isInstance).toList();
    assertTrue(sizes.size() > 5, sizes::toString);
    assertEquals(137, run.code().orElse(-1));
  }

  @Test
  void filesAreShared() {
    var run = Run.of("until [ -f /tmp/ready ]; do sleep 1; done; sleep 3; exit 5");
    ends(run.at("4", () -> run.files.write("/tmp/ready", "", false)), 5, 7);
    prints("echo a > /tmp/x; echo b >> /tmp/x; cat /tmp/x; wc -l < /tmp/x", "a\nb\n2\n");
    prints(
        "mkdir -p /tmp/a/b; touch /tmp/a/b/c; cp -r /tmp/a /tmp/z; ls /tmp/z/b; rm -r /tmp/z; ls"
            + " /tmp",
        "c\na\n");
    prints(
        "for f in /tmp/*.txt; do echo $f; done; touch /tmp/q.txt; echo /tmp/*.txt",
        "/tmp/*.txt\n/tmp/q.txt\n");
  }

  @Test
  void expansions() {
    prints(
        "x=a.b.c; echo ${x#*.} ${x##*.} ${x%.*} ${x%%.*} ${#x} ${x/b/z} ${x//./-}",
        "b.c c a.b a 5 a.z.c a-b-c\n");
    prints("echo ${y:-d} ${y:=e} $y ${y:+set} ${z+no}x", "d e e set x\n");
    prints(
        "set -- a 'b c'; for i in \"$@\"; do echo $i; done; echo $#; shift; echo $1",
        "a\nb c\n2\nb c\n");
    prints("a=(x y z); echo ${a[1]} ${#a[@]} \"${a[@]}\"; a+=(w); echo ${a[-1]}", "y 3 x y z\nw\n");
    prints("echo {1..3} a{b,c}d {a..c}", "1 2 3 abd acd a b c\n");
    prints("[[ web-12 =~ -([0-9]+)$ ]] && echo ${BASH_REMATCH[1]}", "12\n");
    prints("cat <<EOF\n$A $((1+2)) $(echo x)\nEOF\ncat <<'EOF'\n$A\nEOF", "a 3 x\n$A\n");
    prints("echo $(hostname | cut -d- -f2)", "0\n");
    prints("while read a b; do echo \"$b-$a\"; done <<< 'x y z'", "y z-x\n");
    prints("IFS=,; v=a,b; set -- $v; echo $2", "b\n");
    prints("case abc in x|a*) echo yes;; *) echo no;; esac", "yes\n");
    prints("for ((i=0;i<3;i++)); do echo -n $i; done; echo", "012\n");
    prints("f() { local x=2; x=3; return 4; }; x=1; f; echo $? $x", "4 1\n");
    prints("date +%s; sleep 2; date +%s", "1795176000\n1795176002\n");
    prints("echo a b c | awk '{print $2, \"x\" $NF}' | sed 's/x/y/g'", "b yc\n");
    prints("seq 3 | xargs -n1 echo n", "n 1\nn 2\nn 3\n");
    prints("yes | head -n 2", "y\ny\n");
    prints("printf '%s=%d\\n' a 1 b 2", "a=1\nb=2\n");
    prints("set -o pipefail; false | true; echo $?; ! true; echo $?", "1\n1\n");
  }

  @Test
  void timeouts() {
    ends(Run.of("timeout 3 sleep 10"), 143, 3);
    ends(Run.bash("timeout 3 sleep 10"), 124, 3);
    ends(Run.of("timeout 3 sh -c 'sleep 1; exit 4'"), 4, 1);
  }

  @Test
  void unknownProgramsAreTheCallersConcern() {
    var run = Run.of("python app.py; exit 3").go();
    assertEquals(List.of("python", "app.py"), run.unknown().get(0).commandLine());
    assertEquals(0, run.unknown().get(0).at());
    assertEquals(3, run.code().orElse(-1));
    var missing = Run.of("python app.py");
    missing.missing.add("python");
    ends(missing, 127, 0);
  }

  @Test
  void connections() {
    var run = Run.of("while ! nc -z db 5432; do sleep 1; done; curl -sf http://web/ || exit 9");
    ends(run.at("3.5", () -> run.listening.add("db:5432")), 9, 4);
    var bash = Run.bash("until (echo > /dev/tcp/db/80) 2>/dev/null; do sleep 1; done");
    ends(bash.at("2.5", () -> bash.listening.add("db:80")), 0, 3);
  }

  @Test
  void programsThatNothingComesAfterAreLast() {
    var run = Run.bash("pip install x && python app.py").go();
    assertEquals(List.of(false, true), run.unknown().stream().map(Effect.Unknown::last).toList());
    run = Run.of("set -e; (sysctl -w a); if [ -f /x ]; then a; else b; fi").go();
    assertEquals(List.of(false, true), run.unknown().stream().map(Effect.Unknown::last).toList());
    run = Run.of("server & wait").go();
    assertTrue(run.unknown().get(0).last());
    run = Run.of("for i in 1; do migrate; done; exec server | cat").go();
    assertEquals(List.of(false, true), run.unknown().stream().map(Effect.Unknown::last).toList());
    assertTrue(new Run(List.of("nginx")).go().unknown().get(0).last());
  }

  @Test
  void subshellsInLoops() {
    prints("for i in 1 2; do (break; echo no); echo $i; done", "1\n2\n");
    prints("(exit 3); echo $?; (trap 'echo t' EXIT; exit 2); echo $?", "3\nt\n2\n");
  }

  @Test
  void filesOfAnUnknownImageAreTakenToBeThere() {
    var script =
        "set -e; cd /app; cp conf.in conf; . ./env.sh; echo x > out/log; chmod +x run; exit 6";
    var unknown = Run.of(script);
    unknown.files.withUnknownFiles();
    ends(unknown, 6, 0);
    assertEquals(List.of(".", "./env.sh"), unknown.unknown().get(0).commandLine());
    ends(Run.of(script), 1, 0);
    var known = Run.of("cat /tmp/no");
    known.files.withUnknownFiles();
    ends(known, 1, 0);
  }

  /** The harness answers that an unknown program ends well and prints nothing that is known. */
  @Test
  void whatUnknownProgramsPrintIsNotTakenForNothing() {
    ends(Run.of("rabbitmqctl status | grep -q running"), 0, 0);
    ends(Run.of("rabbitmqctl status | tr a b | sort | grep running || exit 3"), 0, 0);
    ends(Run.of("[ \"$(mc ready)\" = ok ]"), 0, 0);
    ends(Run.of("x=$(mc ready | head -1); y=$x; test $y -eq 200"), 0, 0);
    ends(Run.bash("[[ $(mc ready) == ok ]] || exit 4"), 0, 0);
    ends(Run.of("x=$(mc ready); x=no; [ $x = yes ]"), 1, 0);
    var probe = Environment.of(Map.of(), "h").withPid(100);
    ends(new Run(List.of("sh", "-c", "ps aux | grep -v grep | grep -q server"), probe), 0, 0);
    ends(Run.of("echo no | grep -q yes"), 1, 0);
  }
}
