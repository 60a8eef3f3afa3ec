package foresail.simulation.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Small servers that scripts start: busybox httpd, nc -l, Python's http.server. */
final class Servers {
  /** Stands for a program that runs on. */
  private static final Optional<ScriptRun.UnknownEnd> RUNS =
      Optional.of(new ScriptRun.UnknownEnd(Duration.ofNanos(-1), 0));

  private static final Optional<ScriptRun.UnknownEnd> RETURNS =
      Optional.of(new ScriptRun.UnknownEnd(Duration.ofMillis(5), 0));

  private Servers() {}

  /**
   * Begins to listen where a command line is that of a known server.
   *
   * @return when the command returns, negative where it runs on; empty for no server
   */
  static Optional<ScriptRun.UnknownEnd> start(List<String> words, Listening listening) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String name = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    if (name.equals("httpd") && words.stream().anyMatch(Servers::isBusyBoxOption)) {
      String root = option(words, "-h").orElse("/");
      listening.serveFiles(port(option(words, "-p").orElse("80")), root);
      return words.contains("-f") || words.contains("-fv") ? RUNS : RETURNS;
    }
    int module = words.indexOf("http.server");
    if (name.startsWith("python") && module > 0) {
      String port = module + 1 < words.size() ? words.get(module + 1) : "8000";
      listening.serve(port(port));
      return RUNS;
    }
    boolean listens = words.stream().anyMatch(word -> word.matches("-[a-z]*l[a-z]*|--listen"));
    if (listens && (name.equals("nc") || name.equals("ncat") || name.equals("netcat"))) {
      String last = words.get(words.size() - 1);
      listening.serve(port(option(words, "-p").or(() -> option(words, "-lp")).orElse(last)));
      return RUNS;
    }
    return Optional.empty();
  }

  private static boolean isBusyBoxOption(String word) {
    return word.startsWith("-p") || word.equals("-f") || word.equals("-h");
  }

  private static Optional<String> option(List<String> words, String flag) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(flag) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
      if (word.startsWith(flag) && word.length() > flag.length()) {
        return Optional.of(word.substring(flag.length()));
      }
    }
    return Optional.empty();
  }

  private static int port(String text) {
    String digits = text.substring(text.lastIndexOf(':') + 1);
    boolean number = !digits.isEmpty() && digits.chars().allMatch(Character::isDigit);
    return number && digits.length() < 6 ? Integer.parseInt(digits) : 80;
  }
}
