package foresail.script.machine;

import foresail.script.word.ExpansionFailure;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables of one shell process. */
final class Variables {
  private static final Variable UNSET =
      new Variable(Optional.empty(), 0, Optional.empty(), false, false);

  private final Map<String, Variable> byName;

  /** Variables whose value comes from an unknown program. */
  private final Set<String> unknown = new HashSet<>();

  Variables(Map<String, Variable> byName) {
    this.byName = new LinkedHashMap<>(byName);
  }

  Variables copy() {
    var copy = new Variables(byName);
    copy.unknown.addAll(unknown);
    return copy;
  }

  boolean isUnknown(String name) {
    return unknown.contains(name);
  }

  void markUnknown(String name, boolean isUnknown) {
    if (isUnknown) {
      unknown.add(name);
    } else {
      unknown.remove(name);
    }
  }

  Optional<Variable> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<String> get(String name) {
    var variable = byName.get(name);
    return variable == null ? Optional.empty() : variable.value();
  }

  void set(String name, String value) {
    set(name, value, value.length());
  }

  /** Sets {@code name} or {@code name[index]}. */
  void set(String name, String value, long length) {
    int bracket = name.indexOf('[');
    if (bracket > 0) {
      int index = index(name, bracket);
      var array = name.substring(0, bracket);
      var elements = elements(array);
      elements.put(index, value);
      setElements(array, elements);
    } else {
      var before = writable(name);
      // A scalar assignment to an array sets its first element.
      if (before.elements().isPresent()) {
        var elements = elements(name);
        elements.put(0, value);
        setElements(name, elements);
      } else {
        byName.put(name, before.with(value, length));
      }
    }
  }

  private static int index(String name, int bracket) {
    var digits = name.substring(bracket + 1, Math.max(bracket + 1, name.length() - 1));
    if (!digits.matches("[0-9]{1,9}")) {
      throw ExpansionFailure.of(name + ": bad array subscript");
    }
    return Integer.parseInt(digits);
  }

  /** A copy of an array's elements; a scalar is an array of one. */
  SortedMap<Integer, String> elements(String name) {
    var variable = byName.getOrDefault(name, UNSET);
    var elements = new TreeMap<Integer, String>(variable.elements().orElseGet(TreeMap::new));
    if (variable.elements().isEmpty()) {
      variable.value().ifPresent(value -> elements.put(0, value));
    }
    return elements;
  }

  void setElements(String name, SortedMap<Integer, String> elements) {
    byName.put(name, writable(name).withElements(elements));
  }

  private Variable writable(String name) {
    var variable = byName.getOrDefault(name, UNSET);
    if (variable.readonly()) {
      throw ExpansionFailure.of(name + ": is read only");
    }
    return variable;
  }

  void mark(String name, boolean export, boolean readonly) {
    byName.put(name, byName.getOrDefault(name, UNSET).marked(export, readonly));
  }

  void unset(String name) {
    writable(name);
    byName.remove(name);
  }

  /** Puts back what {@link #find} gave before. */
  void restore(String name, Optional<Variable> before) {
    before.ifPresentOrElse(variable -> byName.put(name, variable), () -> byName.remove(name));
  }

  /** What a program that is started gets. */
  Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    byName.forEach(
        (name, variable) -> {
          if (variable.exported() && variable.value().isPresent()) {
            environment.put(name, variable.value().get());
          }
        });
    return environment;
  }

  Iterable<Map.Entry<String, Variable>> all() {
    return byName.entrySet();
  }

  /** Memory that the values take in the real shell, in bytes. */
  long size() {
    long size = 0;
    for (var variable : byName.values()) {
      size += variable.length();
      if (size < 0) {
        return Long.MAX_VALUE;
      }
    }
    return size;
  }
}
