package foresail.script.machine;

import foresail.script.syntax.Dialect;
import foresail.script.syntax.Program;
import foresail.script.syntax.WordPart;
import foresail.script.word.ExpansionFailure;
import foresail.script.word.Scope;
import foresail.script.world.FileSystem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What words see while they are expanded. The outputs of command substitutions are played back; at
 * the first that is not there yet the expansion is left, and begins anew once it is. Until it comes
 * through, what it assigns is only kept here.
 */
final class Replay implements Scope {
  private final Process process;
  private final List<String> outputs = new ArrayList<>();
  private final Map<String, String> assigned = new LinkedHashMap<>();
  private final Set<Integer> unknownOutputs = new HashSet<>();
  private int played;
  private boolean unknown;

  Replay(Process process) {
    this.process = process;
  }

  /** The expansion needs the output of a command first. */
  static final class NeedsOutput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Program body;
    final boolean asFile;

    NeedsOutput(Program body, boolean asFile) {
      super(null, null, false, false);
      this.body = body;
      this.asFile = asFile;
    }
  }

  void begin() {
    played = 0;
    unknown = false;
    assigned.clear();
  }

  void commit() {
    assigned.forEach(process.shell.variables::set);
    outputs.clear();
    unknownOutputs.clear();
  }

  /**
   * Hands over what a command printed.
   *
   * @param isUnknown whether an unknown program was among those that printed it
   */
  void add(String output, boolean isUnknown) {
    if (isUnknown) {
      unknownOutputs.add(outputs.size());
    }
    outputs.add(output);
  }

  /** Whether the expansion used what an unknown program printed. */
  boolean isUnknown() {
    return unknown;
  }

  @Override
  public String output(WordPart.CommandSubstitution substitution) {
    return play(substitution.body(), false);
  }

  @Override
  public String path(WordPart.ProcessSubstitution substitution) {
    if (!substitution.reads()) {
      throw ExpansionFailure.unsupported(">(...) is not read");
    }
    return play(substitution.body(), true);
  }

  private String play(Program body, boolean asFile) {
    if (played == outputs.size()) {
      throw new NeedsOutput(body, asFile);
    }
    unknown |= unknownOutputs.contains(played);
    return outputs.get(played++);
  }

  @Override
  public Optional<String> get(String name) {
    var value = assigned.get(name);
    return value != null ? Optional.of(value) : parameter(name);
  }

  private Optional<String> parameter(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var shell = process.shell;
    char first = name.charAt(0);
    if (first >= '0' && first <= '9') {
      int position = name.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(name);
      return position == 0
          ? Optional.of(shell.name)
          : position <= shell.positional.size()
              ? Optional.of(shell.positional.get(position - 1))
              : Optional.empty();
    }
    return switch (name) {
      case "?" -> Optional.of(Integer.toString(process.status));
      case "$" -> Optional.of(Integer.toString(shell.ownPid));
      case "#" -> Optional.of(Integer.toString(shell.positional.size()));
      case "!" ->
          shell.lastBackground == 0
              ? Optional.empty()
              : Optional.of(Integer.toString(shell.lastBackground));
      case "-" -> Optional.of(shell.flags());
      case "RANDOM" -> Optional.of(Integer.toString(process.machine.random()));
      case "PPID" -> Optional.of("0");
      case "BASHPID" -> Optional.of(Integer.toString(process.pid));
      case "UID", "EUID" -> Optional.of(userNumber());
      case "EPOCHSECONDS" ->
          Optional.of(Long.toString(process.machine.world().now().getEpochSecond()));
      case "SECONDS" -> Optional.of(Long.toString(process.machine.seconds()));
      case "LINENO" -> Optional.of("1");
      default -> {
        unknown |= shell.variables.isUnknown(name);
        yield shell.variables.get(name);
      }
    };
  }

  private String userNumber() {
    var user = process.machine.environment().user();
    return user.equals("root") ? "0" : user.matches("[0-9]+") ? user : "1000";
  }

  @Override
  public long length(String name) {
    return process.shell.variables.find(name).map(Variable::length).orElse(0L);
  }

  @Override
  public void set(String name, String value) {
    assigned.put(name, value);
  }

  @Override
  public List<String> positional() {
    return process.shell.positional;
  }

  @Override
  public Optional<SortedMap<Integer, String>> array(String name) {
    return process.shell.variables.find(name).flatMap(Variable::elements);
  }

  @Override
  public boolean rejectsUnset() {
    return process.shell.nounset;
  }

  @Override
  public boolean globs() {
    return !process.shell.noglob;
  }

  @Override
  public Dialect dialect() {
    return process.shell.dialect;
  }

  @Override
  public FileSystem files() {
    return process.machine.world().files();
  }

  @Override
  public String directory() {
    return process.shell.directory;
  }
}
