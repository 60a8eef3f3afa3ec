package foresail.script.command;

import foresail.script.world.FileSystem.FileStatus;
import foresail.script.world.FileSystem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code test}, {@code [}, and the operators that {@code [[} shares with them. */
public final class Tests {
  private static final Set<String> UNARY =
      Set.of(
          "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-k", "-L", "-n", "-O", "-G", "-p", "-r", "-s",
          "-S", "-t", "-u", "-w", "-x", "-z");
  private static final Set<String> BINARY =
      Set.of(
          "=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

  /** The expression is wrong: test ends with 2. */
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  private final Invocation call;
  private final List<String> words;
  private int at;

  private Tests(Invocation call, List<String> words) {
    this.call = call;
    this.words = words;
  }

  static Outcome run(Invocation call) {
    var words = call.arguments();
    if (call.name().equals("[")) {
      if (words.isEmpty() || !words.get(words.size() - 1).equals("]")) {
        return call.fail("missing ]", 2);
      }
      words = words.subList(0, words.size() - 1);
    }
    try {
      return Outcome.done(new Tests(call, words).whole() ? 0 : 1);
    } catch (Wrong wrong) {
      return call.fail(wrong.getMessage(), 2);
    }
  }

  private boolean whole() {
    if (words.isEmpty()) {
      return false;
    }
    // POSIX decides short forms by their number of words.
    if (words.size() == 1) {
      return !words.get(0).isEmpty();
    }
    if (words.size() == 3 && isBinary(words.get(1))) {
      return binary(call, words.get(0), words.get(1), words.get(2));
    }
    boolean value = or();
    if (at < words.size()) {
      throw new Wrong(words.get(at) + ": unknown operand");
    }
    return value;
  }

  private static boolean isBinary(String word) {
    return BINARY.contains(word);
  }

  private boolean or() {
    boolean value = and();
    while (takes("-o")) {
      boolean right = and();
      value |= right;
    }
    return value;
  }

  private boolean and() {
    boolean value = not();
    while (takes("-a")) {
      boolean right = not();
      value &= right;
    }
    return value;
  }

  private boolean not() {
    int remaining = words.size() - at;
    boolean compares = remaining >= 3 && isBinary(words.get(at + 1));
    if (remaining > 1 && !compares && takes("!")) {
      return !not();
    }
    return primary();
  }

  private boolean takes(String word) {
    if (at < words.size() && words.get(at).equals(word)) {
      at++;
      return true;
    }
    return false;
  }

  private boolean primary() {
    if (at >= words.size()) {
      throw new Wrong("argument expected");
    }
    var word = words.get(at);
    if (at + 2 < words.size() && isBinary(words.get(at + 1))) {
      at += 3;
      return binary(call, word, words.get(at - 2), words.get(at - 1));
    }
    if (word.equals("(") && at + 1 < words.size()) {
      at++;
      boolean value = or();
      if (!takes(")")) {
        throw new Wrong("closing paren expected");
      }
      return value;
    }
    if (UNARY.contains(word) && at + 1 < words.size()) {
      at += 2;
      return unary(call, word, words.get(at - 1));
    }
    if (at + 1 < words.size() && isBinary(words.get(at + 1))) {
      throw new Wrong("argument expected");
    }
    at++;
    return !word.isEmpty();
  }

  /** {@code -f name} and the like. */
  public static boolean unary(Invocation call, String operator, String operand) {
    return switch (operator) {
      case "-n" -> !operand.isEmpty();
      case "-z" -> operand.isEmpty();
      case "-t", "-o", "-p", "-b", "-g", "-k", "-u", "-N" -> false;
      case "-a", "-e" -> status(call, operand).isPresent();
      case "-f" -> status(call, operand).filter(s -> s.kind() == Kind.FILE).isPresent();
      case "-d" -> status(call, operand).filter(s -> s.kind() == Kind.DIRECTORY).isPresent();
      case "-c" -> status(call, operand).filter(s -> s.kind() == Kind.DEVICE).isPresent();
      case "-S" -> status(call, operand).filter(s -> s.kind() == Kind.SOCKET).isPresent();
      case "-s" -> status(call, operand).filter(s -> s.size() > 0).isPresent();
      case "-x" ->
          status(call, operand)
              .filter(s -> s.kind() == Kind.DIRECTORY || (s.mode() & 0111) != 0)
              .isPresent();
      case "-r", "-w", "-O", "-G" -> status(call, operand).isPresent();
      case "-h", "-L" -> false;
      default -> throw new Wrong(operator + ": unknown operator");
    };
  }

  private static Optional<FileStatus> status(Invocation call, String name) {
    return name.isEmpty() ? Optional.empty() : call.files().status(call.path(name));
  }

  /** {@code left = right}, {@code left -lt right} and the like. */
  public static boolean binary(Invocation call, String left, String operator, String right) {
    return switch (operator) {
      case "=", "==" -> left.equals(right);
      case "!=" -> !left.equals(right);
      case "<" -> left.compareTo(right) < 0;
      case ">" -> left.compareTo(right) > 0;
      case "-nt", "-ot", "-ef" -> files(call, left, operator, right);
      default -> compare(number(left), operator, number(right));
    };
  }

  private static boolean files(Invocation call, String left, String operator, String right) {
    var first = status(call, left);
    var second = status(call, right);
    return switch (operator) {
      case "-ef" -> first.isPresent() && call.path(left).equals(call.path(right));
      case "-nt" ->
          first.isPresent()
              && (second.isEmpty() || first.get().modified().isAfter(second.get().modified()));
      default ->
          second.isPresent()
              && (first.isEmpty() || first.get().modified().isBefore(second.get().modified()));
    };
  }

  /** {@code -eq -ne -lt -le -gt -ge}. */
  public static boolean compare(long left, String operator, long right) {
    return switch (operator) {
      case "-eq" -> left == right;
      case "-ne" -> left != right;
      case "-lt" -> left < right;
      case "-le" -> left <= right;
      case "-gt" -> left > right;
      default -> left >= right;
    };
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException notANumber) {
      throw new Wrong(text + ": bad number");
    }
  }
}
