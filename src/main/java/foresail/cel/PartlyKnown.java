package foresail.cel;

import foresail.cel.library.Undecided;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** A map of which some values are {@link Values#UNKNOWN}: whoever asks for one learns nothing. */
final class PartlyKnown extends AbstractMap<String, Object> {
  private final Map<String, Object> values;

  PartlyKnown(Map<String, Object> values) {
    this.values = values;
  }

  @Override
  public Object get(Object key) {
    Object value = values.get(key);
    if (value == Values.UNKNOWN) {
      throw new Undecided();
    }
    return value;
  }

  @Override
  public boolean containsKey(Object key) {
    return values.containsKey(key);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Set<String> keySet() {
    return values.keySet();
  }

  /** Whoever takes all values together, as a comparison does, learns nothing either. */
  @Override
  public Set<Entry<String, Object>> entrySet() {
    if (values.containsValue(Values.UNKNOWN)) {
      throw new Undecided();
    }
    return values.entrySet();
  }
}
