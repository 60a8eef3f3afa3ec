package foresail.graph;

import foresail.config.Glob;
import foresail.config.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects that the user declares to exist elsewhere: {@code secret/*-tls}. */
public final class External {
  /** Nothing is declared. */
  public static final External NONE = new External(List.of());

  /** All that is named exists. */
  public static final External EVERYTHING =
      new External(List.of(new Pattern(Optional.empty(), new Glob("*"))));

  private final List<Pattern> patterns;

  /**
   * @param object its kind; empty for any
   */
  private record Pattern(Optional<ObjectName> object, Glob name) {}

  private External(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /**
   * @param texts each {@code KIND/NAME}, where NAME may hold stars and question marks; one without
   *     a slash means all objects of the kind
   */
  public static External of(List<String> texts) {
    List<Pattern> patterns = new ArrayList<>();
    for (String text : texts) {
      int slash = text.indexOf('/');
      String kind = slash < 0 ? text : text.substring(0, slash);
      String name = slash < 0 ? "*" : text.substring(slash + 1);
      patterns.add(new Pattern(Optional.of(new ObjectName(kind, name)), new Glob(name)));
    }
    return new External(patterns);
  }

  /** Whether an object of that kind and name is declared. */
  public boolean has(String kind, String name) {
    for (Pattern pattern : patterns) {
      boolean sameKind = pattern.object().map(object -> object.isA(kind)).orElse(true);
      if (sameKind && pattern.name().matches(name)) {
        return true;
      }
    }
    return false;
  }
}
