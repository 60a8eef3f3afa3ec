package foresail.cel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What expressions may name.
 *
 * @param release the server's minor version, 36 for Kubernetes 1.36: decides which functions there
 *     are; a server takes new expressions only with functions that the release before it knew
 * @param variables by name, which may have dots; in the order given
 * @param patches whether {@code Object{}} and {@code JSONPatch{}} can be made, as mutations do
 */
public record Declarations(int release, Map<String, CelType> variables, boolean patches) {
  public Declarations {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  public Declarations(int release, Map<String, CelType> variables) {
    this(release, variables, false);
  }

  /** These and one more, or one with another type. */
  public Declarations with(String name, CelType type) {
    Map<String, CelType> all = new LinkedHashMap<>(variables);
    all.put(name, type);
    return new Declarations(release, all, patches);
  }
}
