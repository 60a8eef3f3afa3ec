package foresail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * In which formats something is written, and where each goes.
 *
 * @param <F> a format
 */
final class Outputs<F> {
  private final List<Target<F>> targets;

  /**
   * @param file empty for standard output
   */
  private record Target<F>(F format, Optional<Path> file) {}

  /** Makes a format of its name. */
  @FunctionalInterface
  interface Formats<F> {
    /**
     * @param file where it goes; empty for standard output
     * @return empty where there is none of that name
     */
    Optional<F> of(String name, Optional<Path> file);
  }

  /** Writes in one format. */
  @FunctionalInterface
  interface Written<F> {
    void write(F format, Appendable out) throws IOException;
  }

  private Outputs(List<Target<F>> targets) {
    this.targets = targets;
  }

  /**
   * What {@code --format} and {@code --output} ask for; the format text where they are silent.
   *
   * @param names of all formats, for people
   * @throws UsageException where a format is unknown or has no place
   */
  static <F> Outputs<F> of(ParseResult options, String names, Formats<F> formats) {
    List<String> asked = Options.texts(options, "--format");
    Optional<Path> output = Options.text(options, "--output").map(Path::of);
    List<Target<F>> targets = new ArrayList<>();
    int withoutFile = 0;
    for (String text : asked.isEmpty() ? List.of("text") : asked) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      Optional<Path> file = equals < 0 ? output : Optional.of(Path.of(text.substring(equals + 1)));
      withoutFile += equals < 0 ? 1 : 0;
      F format =
          formats
              .of(name, file)
              .orElseThrow(() -> new UsageException("--format " + name + ": choose " + names));
      targets.add(new Target<>(format, file));
    }
    if (withoutFile > 1) {
      throw new UsageException("only one --format can go to standard output; write FORMAT=FILE");
    }
    if (output.isPresent() && withoutFile == 0) {
      throw new UsageException("--output is for the format without a file, and there is none");
    }
    return new Outputs<>(targets);
  }

  void write(Written<F> written, Surroundings surroundings) {
    for (Target<F> target : targets) {
      Texts.put(out -> written.write(target.format(), out), target.file(), surroundings);
    }
  }
}
