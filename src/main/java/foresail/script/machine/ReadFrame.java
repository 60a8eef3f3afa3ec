package foresail.script.machine;

import foresail.script.world.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** {@code read}, {@code mapfile}: waits for lines of standard input. */
final class ReadFrame extends Frame {
  private final List<String> names;
  private final boolean raw;
  private final Optional<Duration> timeout;
  private final Optional<String> all;
  private final StringBuilder text = new StringBuilder();
  private final TreeMap<Integer, String> lines = new TreeMap<>();
  private long limit = -1;

  private ReadFrame(
      List<String> names, boolean raw, Optional<Duration> timeout, Optional<String> all) {
    this.names = names;
    this.raw = raw;
    this.timeout = timeout;
    this.all = all;
  }

  static void read(Process process, List<String> words) {
    var names = new ArrayList<String>();
    boolean raw = false;
    Optional<Duration> timeout = Optional.empty();
    Optional<String> array = Optional.empty();
    for (int i = 1; i < words.size(); i++) {
      var word = words.get(i);
      if (!word.startsWith("-") || word.length() < 2) {
        names.add(word);
        continue;
      }
      raw |= word.indexOf('r') > 0;
      char last = word.charAt(word.length() - 1);
      if (word.startsWith("-t") && word.length() > 2) {
        timeout = seconds(word.substring(2));
      } else if ("tpndua".indexOf(last) >= 0 && i + 1 < words.size()) {
        i++;
        if (last == 't') {
          timeout = seconds(words.get(i));
        } else if (last == 'a') {
          array = Optional.of(words.get(i));
        }
      }
    }
    if (array.isPresent()) {
      names.clear();
      names.add(array.get() + "[]");
    }
    for (var name : names) {
      if (!VariableBuiltins.isName(name.replace("[]", ""))) {
        process.error("read: '" + name + "': bad variable name\n");
        process.status = 2;
        return;
      }
    }
    process.push(
        new ReadFrame(names.isEmpty() ? List.of("REPLY") : names, raw, timeout, Optional.empty()));
  }

  static void readAll(Process process, List<String> words) {
    var name =
        words.size() > 1 && !words.get(words.size() - 1).startsWith("-")
            ? words.get(words.size() - 1)
            : "MAPFILE";
    process.push(new ReadFrame(List.of(), true, Optional.empty(), Optional.of(name)));
  }

  private static Optional<Duration> seconds(String text) {
    try {
      return Optional.of(Duration.ofMillis((long) (Double.parseDouble(text) * 1000)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  @Override
  boolean interruptible() {
    return true;
  }

  @Override
  void step(Process process) {
    var input = process.input();
    if (!input.canRead()) {
      if (limit >= 0 && !process.machine.isPending(limit)) {
        finish(process, 142);
      } else {
        pause(process, input);
      }
      return;
    }
    var line = input.readLine();
    if (all.isPresent()) {
      line.ifPresent(
          each ->
              lines.put(
                  lines.size(), each.endsWith("\n") ? each.substring(0, each.length() - 1) : each));
      if (line.isEmpty()) {
        process.shell.variables.setElements(all.get(), lines);
        process.pop(0);
      }
      return;
    }
    boolean complete = line.filter(each -> each.endsWith("\n")).isPresent();
    line.ifPresent(text::append);
    if (complete) {
      text.setLength(text.length() - 1);
      if (!raw && continued()) {
        text.setLength(text.length() - 1);
        return;
      }
    }
    finish(process, complete ? 0 : 1);
  }

  private boolean continued() {
    int slashes = 0;
    while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private void pause(Process process, OpenFile input) {
    if (timeout.isPresent() && limit < 0) {
      limit = process.machine.request(process, new Effect.Sleep(timeout), answer -> {});
    }
    long mine = limit;
    process.waitFor(() -> input.canRead() || (mine >= 0 && !process.machine.isPending(mine)));
  }

  private void finish(Process process, int status) {
    var separators = process.shell.variables.get("IFS").orElse(" \t\n");
    var values = ReadFields.split(text.toString(), separators, names.size(), raw);
    process.pop(status);
    if (names.size() == 1 && names.get(0).endsWith("[]")) {
      var elements = new TreeMap<Integer, String>();
      for (var value : ReadFields.split(text.toString(), separators, Integer.MAX_VALUE, raw)) {
        elements.put(elements.size(), value);
      }
      var name = names.get(0).substring(0, names.get(0).length() - 2);
      process.shell.variables.setElements(name, elements);
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      process.shell.variables.set(names.get(i), i < values.size() ? values.get(i) : "");
    }
  }

  @Override
  void close(Process process) {
    if (limit >= 0) {
      process.machine.cancel(limit);
    }
  }
}
