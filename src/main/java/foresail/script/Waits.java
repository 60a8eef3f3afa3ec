package foresail.script;

import java.util.List;

/** Finds what a script waits for, by reading it only; nothing is run. */
public final class Waits {
  private Waits() {}

  /**
   * The loops that ask a server or a name until it answers, and the programs that do nothing else.
   *
   * @param facts values for variables and for {@code $(cat FILE)}; a word that depends on anything
   *     else makes only that host or port unknown
   * @return in the order of the script
   */
  public static List<Wait> of(Script script, Facts facts) {
    if (script.shell().isPresent()) {
      var shell = script.shell().get();
      var finder = new WaitFinder(new Constants(facts));
      boolean limited = script.isLimited();
      shell.program().lines().forEach(line -> finder.walk(line, false, limited));
      return finder.found();
    }
    var finder = new WaitFinder(new Constants(facts));
    finder.vector(script.argv());
    return finder.found();
  }
}
