package foresail.cel;

import foresail.cel.library.Undecided;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Variables that are evaluated when an expression asks for one, each once. */
final class LazyVariables extends AbstractMap<String, Object> {
  private final Map<String, Expression> expressions;
  private final Map<String, Object> values;
  private final Map<String, Outcome> known = new HashMap<>();

  /**
   * @param values of all that the expressions may name, which gets this map too
   */
  LazyVariables(Map<String, Expression> expressions, Map<String, Object> values) {
    this.expressions = expressions;
    this.values = values;
  }

  @Override
  public Object get(Object key) {
    Outcome outcome = known.get(key);
    if (outcome == null) {
      outcome = expressions.get(key).evaluateInside(values);
      known.put((String) key, outcome);
    }
    if (outcome instanceof Outcome.Value result) {
      return result.value();
    }
    if (outcome instanceof Outcome.Failure failure) {
      throw new IllegalStateException(
          "composited variable \"" + key + "\" fails to evaluate: " + failure.message());
    }
    throw new Undecided();
  }

  @Override
  public boolean containsKey(Object key) {
    return expressions.containsKey(key);
  }

  @Override
  public Set<String> keySet() {
    return expressions.keySet();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    throw new Undecided();
  }
}
