package foresail.script.machine;

import foresail.script.world.Signal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a shell does at signals and at its exit; an empty action ignores the signal. */
final class Traps {
  private final Map<Signal, String> actions = new EnumMap<>(Signal.class);
  private String atExit;

  Optional<String> action(Signal signal) {
    return Optional.ofNullable(actions.get(signal));
  }

  void set(Signal signal, String action) {
    actions.put(signal, action);
  }

  void reset(Signal signal) {
    actions.remove(signal);
  }

  Optional<String> atExit() {
    return Optional.ofNullable(atExit);
  }

  void setAtExit(String action) {
    atExit = action;
  }

  void resetAtExit() {
    atExit = null;
  }

  Map<Signal, String> all() {
    return actions;
  }

  boolean isEmpty() {
    return actions.isEmpty() && atExit == null;
  }

  /** A subshell and a started program keep only what is ignored. */
  Traps inherited() {
    var copy = new Traps();
    actions.forEach(
        (signal, action) -> {
          if (action.isEmpty()) {
            copy.set(signal, action);
          }
        });
    return copy;
  }
}
