package foresail.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The known programs: what they print, and that no arguments can upset them. */
final class ProgramsTest {
  private static final String[] ARGUMENTS = {
    "-n",
    "-c",
    "-f",
    "-1",
    "0",
    "5",
    "-w",
    "--",
    "-",
    "",
    "a",
    "/tmp",
    "/tmp/f",
    "/no/such",
    "*",
    "(",
    "[",
    "\\",
    "s/a/b/",
    "s/[/x/g",
    "{print $1}",
    "-t",
    "99999999999999999999",
    "=",
    "-e",
    "+%s",
    "-d",
    "a:b",
    "host",
    "80",
    "http://h:1/x",
    "%d",
    "%s %z",
    "-k",
    "$(x)",
    "x=y",
    "\u00e9",
    "-r",
    "-i",
    "-z",
    "!",
    "1M",
    "of=/tmp/z"
  };
  private static final String[] BUILTINS = {
    "cd",
    "set",
    "shift",
    "getopts",
    "umask",
    "ulimit",
    "type",
    "export",
    "readonly",
    "local",
    "declare",
    "unset",
    "let",
    "read",
    "mapfile",
    "trap",
    "wait",
    "kill",
    "jobs",
    "fg",
    "eval",
    ".",
    "exec",
    "command",
    "return",
    "break",
    "continue",
    "exit"
  };

  @Test
  void anyArgumentsAreTaken() {
    var names = new ArrayList<>(foresail.script.command.Commands.names());
    names.addAll(List.of(BUILTINS));
    var random = new Random(7);
    for (var name : names) {
      for (int i = 0; i < 12; i++) {
        var line = new StringBuilder("echo a > /tmp/f; printf 'b c\\nd\\n' | ").append(name);
        for (int words = random.nextInt(5); words > 0; words--) {
          line.append(" '")
              .append(ARGUMENTS[random.nextInt(ARGUMENTS.length)].replace("'", ""))
              .append('\'');
        }
        var script = line.toString();
        try {
          Run.of(script).go(200);
          Run.bash(script.replace("printf 'b c\\nd\\n' | ", "")).go(200);
        } catch (RuntimeException | StackOverflowError thrown) {
          throw new AssertionError(script, thrown);
        }
      }
    }
  }

  private static void prints(String script, String... lines) {
    var run = Run.of(script).go();
    assertEquals(
        List.of(lines), run.output().lines().toList(), () -> script + run.errors + run.effects);
  }

  @Test
  void textTools() {
    prints(
        "printf 'b 2\\na 10\\na 10\\n' | sort | uniq -c | awk '{print $1\":\"$2}'", "2:a", "1:b");
    prints("printf 'b 2\\na 10\\n' | sort -k2 -n", "b 2", "a 10");
    prints("echo 'key: value' | cut -d: -f2 | tr -d ' '", "value");
    prints("printf '1\\n2\\n3\\n4\\n' | tail -n +3 | head -1", "3");
    prints("echo foo.bar | sed -e 's/\\./-/' -e 's/oo*/x/'", "fx-bar");
    prints(
        "printf 'a\\nb\\n' | grep -vc a; printf 'x1\\ny2\\n' | grep -Eo '[0-9]+'", "1", "1", "2");
    prints(
        "echo HELLO | tr '[:upper:]' '[:lower:]'; echo aab | tr -s a; echo abc | rev",
        "hello",
        "ab",
        "cba");
    prints("echo hi | base64; echo aGkK | base64 -d", "aGkK", "hi");
    prints("expr 2 + 3 \\* 4; expr abc : 'a\\(.*\\)'; expr length hello", "14", "bc", "5");
    prints("seq 5 -2 1 | xargs; seq -w 8 10 | xargs echo", "5 3 1", "08 09 10");
    prints("echo x | tee /tmp/a /tmp/b; cat /tmp/a /tmp/b", "x", "x", "x");
    prints("printf '%5.2f|%-5s|%05d|%x\\n' 3.14159 ab 42 255", " 3.14|ab   |00042|ff");
  }

  @Test
  void fileTools() {
    prints(
        "mkdir /tmp/d; touch /tmp/d/a /tmp/d/b; mv /tmp/d /tmp/e; ls /tmp/e; find /tmp/e -name a",
        "a",
        "b",
        "/tmp/e/a");
    prints(
        "echo hello > /tmp/x; ln -s /tmp/x /tmp/y; cat /tmp/y; stat -c %s /tmp/x; rm /tmp/x; cat"
            + " /tmp/y || echo gone",
        "hello", "6", "gone");
    prints(
        "echo 'echo ran $1' > /tmp/s.sh; sh /tmp/s.sh a; /tmp/s.sh b || echo $?; chmod +x"
            + " /tmp/s.sh; /tmp/s.sh c",
        "ran a",
        "126",
        "ran c");
    prints(
        "echo 'V=7' > /tmp/v; . /tmp/v; echo $V; sed -i 's/7/8/' /tmp/v; . /tmp/v; echo $V",
        "7",
        "8");
    prints("x=$(mktemp); echo a > $x; cat $x; d=$(mktemp -d); [ -d $d ] && echo dir", "a", "dir");
    prints(
        "dd if=/dev/zero of=/tmp/big bs=1M count=5 2>/dev/null; stat -c %s /tmp/big; du -k /tmp/big"
            + " | cut -f1",
        "5242880", "5120");
    prints(
        "cp /no/such /tmp; echo $?; rm /no/such; echo $?; rm -f /no/such; echo $?", "1", "1", "0");
  }

  @Test
  void systemTools() {
    prints(
        "hostname; whoami; id -u; uname; basename /a/b.txt .txt",
        "host-0",
        "root",
        "0",
        "Linux",
        "b");
    prints("date -d @0 +%Y-%m-%dT%H:%M:%SZ; date +%F", "1970-01-01T00:00:00Z", "2026-11-20");
    prints(
        "env A=9 sh -c 'echo $A'; A=8 printenv A; echo $A; env -i sh -c 'echo ${A-none}'",
        "9",
        "8",
        "a",
        "none");
    prints("which ls >/dev/null && echo yes; command -v nosuch || echo no", "yes", "no");
    prints("ls / | grep -c tmp; cat < /dev/null; echo $?", "1", "0");
    prints(
        "sleep 100 & sleep 1; kill -0 $! && echo alive; kill $!; wait $!; echo $?", "alive", "143");
    prints(
        "(trap 'echo got; exit 3' TERM; sleep 5 & wait) & sleep 1; kill $!; wait $!; echo $?",
        "got",
        "3");
    prints("su -c 'echo su' nobody; gosu app echo gosu; nohup echo nohup", "su", "gosu", "nohup");
  }

  @Test
  void gettingOptions() {
    prints(
        "set -- -a -b v rest; while getopts ab: o; do echo $o $OPTARG; done; shift $((OPTIND-1));"
            + " echo $1",
        Stream.of("a", "b v", "rest").toArray(String[]::new));
  }
}
