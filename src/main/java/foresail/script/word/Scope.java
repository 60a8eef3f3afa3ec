package foresail.script.word;

import foresail.script.syntax.Dialect;
import foresail.script.syntax.WordPart;
import foresail.script.world.FileSystem;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What expansion asks the shell that expands. */
public interface Scope {
  /** A variable's value, or that of a special parameter except {@code @} and {@code *}. */
  Optional<String> get(String name);

  /** The length a value has in the real shell; ours is cut at {@link Fields#LONGEST}. */
  long length(String name);

  void set(String name, String value);

  List<String> positional();

  /** The elements of an array by index. */
  Optional<SortedMap<Integer, String>> array(String name);

  /** Whether an unset variable is an error: set -u. */
  boolean rejectsUnset();

  /** Whether file names are matched: not after set -f. */
  boolean globs();

  Dialect dialect();

  FileSystem files();

  /** The working directory. */
  String directory();

  /** The output of a command substitution, without its trailing line ends. */
  String output(WordPart.CommandSubstitution substitution);

  /** The path under which a process substitution's text can be read. */
  String path(WordPart.ProcessSubstitution substitution);
}
