package foresail.script.command;

import java.util.HashMap;
import java.util.Optional;

/** Programs that make large files. */
final class DiskFilling {
  private DiskFilling() {}

  static Outcome dd(Invocation call) {
    var operands = new HashMap<String, String>();
    for (var word : call.arguments()) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        operands.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    var output = operands.getOrDefault("of", "/dev/stdout");
    var input = operands.getOrDefault("if", "/dev/stdin");
    var block = bytes(operands.getOrDefault("bs", "512"));
    var count = operands.containsKey("count") ? bytes(operands.get("count")) : Optional.of(-1L);
    if (block.isEmpty() || count.isEmpty()) {
      return call.fail("invalid number");
    }
    boolean endless = isEndless(input);
    if (endless && count.get() < 0) {
      // It ends only when the disk is full; to nowhere it never ends.
      return output.equals("/dev/null") ? Outcome.forEver() : fill(call, output, Long.MAX_VALUE);
    }
    if (endless) {
      return output.equals("/dev/null") || output.equals("/dev/stdout")
          ? Outcome.done(0)
          : fill(call, output, block.get() * count.get());
    }
    var status = call.files().status(call.path(input));
    if (status.isEmpty()) {
      return call.fail("can't open '" + input + "': No such file or directory");
    }
    if (output.equals("/dev/null")) {
      return Outcome.done(0);
    }
    long size = status.get().size();
    return fill(call, output, count.get() < 0 ? size : Math.min(size, block.get() * count.get()));
  }

  /** Whether a device gives bytes for ever. */
  static boolean isEndless(String name) {
    return name.equals("/dev/zero") || name.equals("/dev/urandom") || name.equals("/dev/random");
  }

  static Outcome fallocate(Invocation call) {
    var options = Options.of(call.arguments(), "lso", "length", "size");
    var size = options.value("l", "length", "s", "size").flatMap(DiskFilling::bytes);
    if (size.isEmpty() || options.operands().isEmpty()) {
      return call.fail("invalid size");
    }
    return fill(call, options.operands().get(0), size.get());
  }

  private static Outcome fill(Invocation call, String name, long size) {
    var allocated = call.files().allocate(call.path(name), size);
    return allocated
        .failure()
        .map(message -> call.fail(name + ": " + message))
        .orElse(Outcome.done(0));
  }

  /** Reads {@code 512}, {@code 4k}, {@code 1M}, {@code 1MB}, {@code 2GiB}. */
  static Optional<Long> bytes(String text) {
    int end = 0;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == 0 || end > 15) {
      return Optional.empty();
    }
    long number = Long.parseLong(text.substring(0, end));
    var unit = text.substring(end);
    boolean decimal = unit.length() == 2 && unit.endsWith("B");
    long base = decimal ? 1000 : 1024;
    return switch (unit.isEmpty() ? ' ' : Character.toLowerCase(unit.charAt(0))) {
      case ' ', 'c', 'b' -> Optional.of(number);
      case 'w' -> Optional.of(number * 2);
      case 'k' -> Optional.of(number * base);
      case 'm' -> Optional.of(number * base * base);
      case 'g' -> Optional.of(number * base * base * base);
      case 't' -> Optional.of(number * base * base * base * base);
      default -> Optional.empty();
    };
  }
}
