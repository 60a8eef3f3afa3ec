package foresail.script;

import foresail.script.syntax.Dialect;
import java.util.Random;

/** Writes random scripts out of commands that are safe to run, that end, and that POSIX defines. */
final class RandomScripts {
  private static final String[] NAMES = {"a", "b", "c", "d"};
  private static final String[] TEXTS = {
    "x",
    "foo",
    "a b",
    "",
    "1",
    "07",
    "a.b.c",
    "path/to/file.txt",
    "*",
    "-n",
    "it''s",
    "a  b ",
    "x=y"
  };
  private static final String[] PATTERNS = {
    "*", "?", "a*", "*.", ".*", "*b*", "[a-c]*", "[!a]*", "foo", "*/", "/*", "x|a*", "'*'", "a\\*"
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int loops;
  private int depth;
  private boolean inLoop;
  private boolean inFunction;

  private final boolean bash;

  private RandomScripts(long seed, boolean bash) {
    random = new Random(seed);
    this.bash = bash;
  }

  static String of(long seed) {
    return of(seed, Dialect.POSIX);
  }

  static String of(long seed, Dialect dialect) {
    var writer = new RandomScripts(seed, dialect == Dialect.BASH);
    writer.script();
    return writer.text.toString();
  }

  private int pick(int bound) {
    return random.nextInt(bound);
  }

  private boolean chance(int percent) {
    return pick(100) < percent;
  }

  private String one(String... choices) {
    return choices[pick(choices.length)];
  }

  private String name() {
    return one(NAMES);
  }

  private void script() {
    text.append("a=1; b='x y'; c=; ");
    if (chance(25)) {
      text.append("set -e\n");
    }
    if (chance(10)) {
      text.append("set -u\n");
    }
    if (chance(15)) {
      text.append("trap 'echo end $?' EXIT\n");
    }
    if (chance(20)) {
      text.append("set -- one 'two three' '' four\n");
    }
    text.append("f() { ");
    inFunction = true;
    list(2);
    inFunction = false;
    text.append("}\n");
    for (int i = 0; i < 3 + pick(5); i++) {
      command();
      text.append(one("\n", "; ", " && ", "\n", "\n", " || "));
    }
    text.append("echo \"$a|$b|$c|${d-unset}|$?\"\n");
    if (chance(30)) {
      text.append("exit ").append(pick(10)).append('\n');
    }
  }

  private void list(int most) {
    int count = 1 + pick(most);
    for (int i = 0; i < count; i++) {
      command();
      text.append(one("; ", "\n", "; "));
    }
  }

  private void command() {
    if (++depth > 5) {
      text.append("echo ").append(word());
      depth--;
      return;
    }
    if (bash && chance(25)) {
      extended();
      depth--;
      return;
    }
    switch (pick(24)) {
      case 0, 1, 2, 3 -> echo();
      case 4, 5, 6 -> assignment();
      case 7 -> text.append("[ ").append(test()).append(" ]");
      case 8 -> condition();
      case 9 -> loop();
      case 10 -> each();
      case 11 -> choice();
      case 12 -> call();
      case 13 -> compound();
      case 14 -> pipeline();
      case 15 ->
          text.append(
              one("true", "false", ":", "(exit 3)", inFunction ? ":" : "! true", "! false"));
      case 16 -> leave();
      case 17 -> positional();
      case 18 ->
          text.append("eval ")
              .append(one("'echo $a'", "\"a=\\$b\"", "'false || echo e'", "\"echo '$b'\""));
      case 19 -> read();
      case 20 -> document();
      case 21 -> {
        text.append("{ ");
        simple();
        text.append("; } && ");
        simple();
        text.append(" || ");
        simple();
      }
      case 22 -> files();
      default -> printf();
    }
    depth--;
  }

  private void simple() {
    text.append(one("true", "false", "echo s", "[ \"$a\" = 1 ]", "(exit 2)", "c=z", function()));
  }

  private void echo() {
    text.append("echo ");
    int words = 1 + pick(3);
    for (int i = 0; i < words; i++) {
      text.append('_').append(word()).append(' ');
    }
    if (chance(10)) {
      text.append(one(">/dev/null", "2>/dev/null", ">&2", "2>&1"));
    }
  }

  private void assignment() {
    text.append(name()).append('=').append(word());
    if (chance(15)) {
      text.append(' ').append(name()).append('=').append(word());
    }
    if (chance(10)) {
      text.append(' ').append(one("echo \"$a\"", function(), "eval 'echo $a$b'"));
    }
  }

  private void extended() {
    switch (pick(9)) {
      case 0 -> text.append("v=(").append(word()).append(' ').append(word()).append(" z)");
      case 1 -> text.append(one("v[1]=n", "v+=(more)", "unset v", "v=()"));
      case 2 ->
          text.append("echo \"")
              .append(one("${v[0]}", "${v[1]}", "${v[@]}", "${v[*]}", "${!v[@]}", "${v[@]:1}"))
              .append('"');
      case 3 -> text.append("for e in \"${v[@]}\"; do echo \"<$e>\"; done");
      case 4 -> text.append("[[ ").append(conditional()).append(" ]]");
      case 5 ->
          text.append("if [[ ")
              .append(conditional())
              .append(" ]]; then echo yes; else echo no; fi");
      case 6 ->
          text.append(
              one(
                  "((n=3, n+=2)); echo $n",
                  "(( 2 > 1 )) && echo gt",
                  "((0)) || echo zero",
                  "let n=4+4; echo $n",
                  "for ((k=0; k<3; k++)); do echo $k; done"));
      case 7 ->
          text.append("echo ")
              .append(
                  one(
                      "{1..4}",
                      "a{b,c}d",
                      "{x,y}{1,2}",
                      "{3..1}",
                      "{a..e..2}",
                      "\"{1..2}\"",
                      "{,p}q",
                      "x{y",
                      "{01..03}"));
      default ->
          text.append("echo \"")
              .append(
                  one(
                      "${a/x/y}",
                      "${b//[a-z]/-}",
                      "${b/#x/S}",
                      "${b/%y/E}",
                      "${b:1}",
                      "${b:0:2}",
                      "${b: -1}",
                      "${a^}",
                      "${b^^}",
                      "${b,,}",
                      "${b//y}",
                      "${b:1:1}"))
              .append('"');
    }
  }

  private String conditional() {
    return switch (pick(8)) {
      case 0 -> "$" + name() + " == " + one("a*", "\"$b\"", "1", "'x y'", "?", "*y");
      case 1 -> "$" + name() + " =~ " + one("^[0-9]+$", "x(.*)", "^(a|x)", "\\.", "y$");
      case 2 -> "-n $" + name() + one(" && -z $c", " || -f f1", "");
      case 3 -> "! ( $a == 1 && $b != 2 )";
      case 4 -> pick(5) + one(" -eq ", " -lt ", " -ge ") + pick(5);
      case 5 -> "$a < $b";
      case 6 -> "-v " + name();
      default -> "-z ${" + name() + ":-}";
    };
  }

  private String word() {
    return switch (pick(22)) {
      case 0, 1 -> "$" + name();
      case 2, 3, 4 -> "\"$" + name() + "\"";
      case 5 -> "'" + one(TEXTS) + "'";
      case 6, 7 -> one("w1", "w2", "'q q'", "\"d d\"", "e\\ f", "\\$a", "\"\\\"\"", "''", "\"\"");
      case 8, 9 -> "$((" + arithmetic() + "))";
      case 10 -> "$(" + substituted() + ")";
      case 11 -> "\"$(" + substituted() + ")\"";
      case 12 -> "`" + one("echo bt", "echo \\$a", "printf 'x y'") + "`";
      case 13 -> parameter();
      case 14, 15 -> "\"" + parameter() + "\"";
      case 16 -> one("\"$@\"", "$*", "\"$*\"", "$#", "$?", "$1", "\"$2\"", "pre\"$@\"post");
      case 17 -> "x$" + name() + "y";
      case 18 ->
          "\"" + one("a$b", "${a}b", "$a $b", "\\\\", "$(echo 'n o')", "${c:-$(echo dflt)}") + "\"";
      case 19 -> "${#" + name() + "}";
      case 20 -> one("a*", "'*'", "\"*\"", "no-such-*", "[a]");
      default -> Integer.toString(pick(20));
    };
  }

  private String parameter() {
    var name = name();
    return switch (pick(9)) {
      case 0 ->
          "${"
              + name
              + one(":-", "-", ":+", "+")
              + one("w", "'q r'", "\"$a\"", "$b", "", "a\\ b")
              + "}";
      case 1 -> "${" + name + one(":=", "=") + one("w", "v1 v2", "$a") + "}";
      case 2, 3, 4 -> "${" + name + one("#", "##", "%", "%%") + one(PATTERNS) + "}";
      case 5 -> "${" + name + one("#", "%") + "\"$a\"}";
      case 6 -> "${" + name + ":-${" + name() + "}}";
      case 7 -> "${1:-none}";
      default -> "${" + name + "}";
    };
  }

  private String substituted() {
    return switch (pick(8)) {
      case 0 -> "echo $a";
      case 1 -> "echo \"$b\" | tr a-z A-Z";
      case 2 -> "printf '%s\\n' l1 l2";
      case 3 -> "echo out; exit 3";
      case 4 -> "false";
      case 5 -> "a=9; echo $a";
      case 6 -> "echo $(echo nested)";
      default -> function();
    };
  }

  /** A call of f, but not within f itself. */
  private String function() {
    return inFunction ? "echo in-f" : "f";
  }

  private String arithmetic() {
    return switch (pick(14)) {
      case 0 -> Integer.toString(pick(30));
      case 1 -> "(" + arithmetic() + ")";
      case 2 -> "-" + pick(9);
      case 3 -> arithmetic() + "==" + arithmetic();
      case 4 -> arithmetic() + " < " + arithmetic();
      case 5 -> "n=" + arithmetic();
      case 6 -> pick(9) + "?" + pick(9) + ":" + pick(9);
      case 7 -> "!" + pick(3);
      case 8 -> pick(8) + one("&&", "||", "&", "|", "^") + pick(8);
      case 9 -> pick(8) + "<<" + pick(4);
      default ->
          pick(20)
              + one("+", "-", "*", " + ", " - ", "*")
              + (chance(50) ? Integer.toString(pick(9)) : "(" + arithmetic() + ")")
              + (chance(20) ? "/" + (1 + pick(5)) : chance(20) ? "%" + (1 + pick(5)) : "");
    };
  }

  private String test() {
    return switch (pick(10)) {
      case 0, 1 -> "\"$" + name() + "\" " + one("=", "!=") + " " + one("1", "foo", "\"$b\"", "''");
      case 2 -> one("-z", "-n") + " \"$" + name() + "\"";
      case 3 -> pick(5) + " " + one("-eq", "-ne", "-lt", "-le", "-gt", "-ge") + " " + pick(5);
      case 4 -> "! -z \"$" + name() + "\"";
      case 5 -> "-n \"$a\" -a -z \"$c\"";
      case 6 -> "\"$a\" = 1 -o \"$c\" = 2";
      case 7 -> one("-f", "-d", "-e", "-s") + " " + one("f1", "f2", ".", "/dev/null");
      case 8 -> "\"$" + name() + "\"";
      default -> "( \"$a\" = 1 )";
    };
  }

  private void condition() {
    text.append("if ");
    tested();
    text.append("; then ");
    list(2);
    if (chance(30)) {
      text.append("elif ");
      tested();
      text.append("; then ");
      list(2);
    }
    if (chance(50)) {
      text.append("else ");
      list(2);
    }
    text.append("fi");
  }

  private void tested() {
    switch (pick(5)) {
      case 0 -> command();
      case 1 -> text.append(one("true", "false", "! false", function()));
      default -> text.append("[ ").append(test()).append(" ]");
    }
  }

  private void loop() {
    var counter = "i" + loops++;
    boolean until = chance(30);
    text.append(counter)
        .append("=0; ")
        .append(until ? "until" : "while")
        .append(" [ $")
        .append(counter);
    text.append(until ? " -ge " : " -lt ").append(1 + pick(4)).append(" ]; do ");
    text.append(counter).append("=$((").append(counter).append("+1)); ");
    body();
    text.append("done");
  }

  private void each() {
    text.append("for ").append(name());
    if (chance(85)) {
      text.append(" in");
      for (int i = pick(4); i > 0; i--) {
        text.append(' ').append(word());
      }
    }
    text.append("; do ");
    body();
    text.append("done");
  }

  private void body() {
    boolean before = inLoop;
    inLoop = true;
    list(2);
    inLoop = before;
  }

  private void choice() {
    text.append("case ").append(word()).append(" in ");
    for (int i = 1 + pick(3); i > 0; i--) {
      text.append(chance(20) ? "(" : "")
          .append(one("*", "a*", "?", "1|x", "foo", "''", "[0-9]*", "\"$a\"", "*.*", "'*'"));
      text.append(") ");
      list(1);
      text.append(";; ");
    }
    text.append("esac");
  }

  private void call() {
    text.append("f");
    for (int i = pick(3); i > 0 && !inFunction; i--) {
      text.append(' ').append(word());
    }
    if (inFunction) {
      text.setLength(text.length() - 1);
      text.append("echo in-f $# \"$*\"");
    }
  }

  private void compound() {
    boolean shell = chance(50);
    text.append(shell ? "( " : "{ ");
    list(2);
    text.append(shell ? ")" : "}");
    if (chance(20)) {
      text.append(one(" >/dev/null", " 2>&1", " | cat", " > f2"));
    }
  }

  private void pipeline() {
    text.append(chance(10) ? "! " : "");
    text.append(
        one(
            "echo p q r",
            "printf 'b\\na\\nb\\n'",
            "echo \"$b\"",
            "seq 4",
            function(),
            "cat f1",
            "{ echo 1; echo 2; }"));
    for (int i = 1 + pick(2); i > 0; i--) {
      text.append(" | ")
          .append(
              one(
                  "cat",
                  "sort",
                  "wc -l | tr -d ' '",
                  "tr a-z A-Z",
                  "head -n 1",
                  "grep a",
                  "grep -c 1",
                  "sed s/a/X/g",
                  "tail -n 1",
                  "cut -d' ' -f2",
                  "uniq",
                  "while read l; do echo \"<$l>\"; done",
                  "{ read l; echo \"[$l]\"; }",
                  "(exit 3)",
                  "sort -u",
                  "awk '{print $1}'",
                  "grep -v b"));
    }
  }

  private void leave() {
    if (inFunction && chance(60)) {
      text.append("return ").append(pick(4));
    } else if (inLoop) {
      text.append(one("break", "continue", "break 2", "continue 2", "break"));
    } else if (chance(10)) {
      text.append("exit ").append(pick(5));
    } else {
      text.append("unset ").append(name());
    }
  }

  private void positional() {
    text.append(
        one(
            "set -- x y z",
            "set -- \"$@\" more",
            "[ $# -eq 0 ] || shift; echo \"$#\"",
            "echo $# \"$@\"",
            "set --",
            "for p; do echo \"<$p>\"; done",
            "set +e",
            "set -e"));
  }

  private void read() {
    text.append(
        one(
            "echo 'r1 r2 r3' | { read a b; echo \"$a-$b\"; }",
            "read a <<E\nv w\nE\n:",
            "printf 'l1\\nl2' | while read c; do echo \"$c\"; done",
            "echo 'a:b:c' | { IFS=: read a b; echo \"$b\"; }",
            "IFS=.; echo $a $b; unset IFS",
            "printf ' a  b \\n' | { read -r d; echo \"[$d]\"; }",
            "printf 'x\\\\ty\\n' | { read -r d; printf '%s' \"$d\" | wc -c | tr -d ' '; }"));
  }

  private void document() {
    var end = "E" + loops++;
    boolean quoted = chance(30);
    text.append("cat <<").append(quoted ? "'" + end + "'" : end).append('\n');
    text.append(
            one(
                "plain $a",
                "$(echo sub) $((1+2))",
                "\"quoted\" '$b'",
                "\\$a \\\\ \\`",
                "${c:-dflt}"))
        .append('\n');
    text.append(end).append("\n:");
  }

  private void files() {
    text.append(
        one(
            "echo one > f1",
            "echo two >> f1",
            "cat f1 2>/dev/null || echo none",
            "wc -l < f1 2>/dev/null | tr -d ' '",
            "rm -f f1",
            "touch f2; ls",
            "mkdir -p d1/d2; (cd d1 2>/dev/null || exit 1; pwd | sed 's/.*[/]//')",
            "cp f1 f3 2>/dev/null || echo nocp",
            "[ -s f1 ] && echo nonempty",
            "echo f*",
            "mv f1 f4 2>/dev/null; ls | wc -l | tr -d ' '",
            "x=$(cat f1 2>/dev/null); echo \"$x\"",
            "basename /x/y.txt .txt; dirname /x/y.txt"));
  }

  private void printf() {
    text.append("printf ")
        .append(
            one(
                "'%s\\n'",
                "'%s-%s\\n'",
                "'[%5s]\\n'",
                "'%d\\n'",
                "'%03d|%x\\n'",
                "'%-4s|\\n'",
                "'%%%c\\n'",
                "'a\\tb\\n'"));
    text.append(' ').append(one("1 2 3", "7", "12 13", "42", "9 8")).append(one("", "", " | cat"));
  }
}
