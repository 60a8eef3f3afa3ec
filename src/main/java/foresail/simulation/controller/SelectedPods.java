package foresail.simulation.controller;

import foresail.simulation.api.Pod;
import foresail.simulation.store.Watcher;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Hears of pods for objects that select them by label: a pod whose labels change is told twice, as
 * it was for those that lose it and as it is for those that win it.
 *
 * @param matters whether anything else that changed about a pod counts
 * @param changed told each pod whose selectors have to look again
 */
public record SelectedPods(BiPredicate<Pod, Pod> matters, Consumer<Pod> changed)
    implements Watcher<Pod> {
  @Override
  public void added(Pod pod) {
    changed.accept(pod);
  }

  @Override
  public void updated(Pod before, Pod now) {
    boolean relabelled = !before.metadata().labels().equals(now.metadata().labels());
    if (relabelled) {
      changed.accept(before);
    }
    if (relabelled || matters.test(before, now)) {
      changed.accept(now);
    }
  }

  @Override
  public void deleted(Pod last) {
    changed.accept(last);
  }
}
