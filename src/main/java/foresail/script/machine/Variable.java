package foresail.script.machine;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A shell variable.
 *
 * @param value empty: declared without a value
 * @param length of the real value, which may be longer than ours
 * @param elements of an array, by index
 */
record Variable(
    Optional<String> value,
    long length,
    Optional<SortedMap<Integer, String>> elements,
    boolean exported,
    boolean readonly) {

  static Variable of(String value, boolean exported) {
    return new Variable(Optional.of(value), value.length(), Optional.empty(), exported, false);
  }

  Variable with(String value, long length) {
    return new Variable(Optional.of(value), length, Optional.empty(), exported, readonly);
  }

  Variable withElements(SortedMap<Integer, String> elements) {
    var copy = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
    return new Variable(Optional.ofNullable(copy.get(0)), 0, Optional.of(copy), exported, readonly);
  }

  Variable marked(boolean export, boolean readOnly) {
    return new Variable(value, length, elements, exported || export, readonly || readOnly);
  }
}
