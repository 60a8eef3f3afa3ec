package foresail.simulation.controller.disruption;

import foresail.model.PodDisruptionBudget;
import foresail.notation.IntOrString;
import foresail.simulation.api.Condition;
import foresail.simulation.api.DisruptionBudget;
import foresail.simulation.api.DisruptionBudget.Status;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.controller.SelectedPods;
import foresail.simulation.kernel.WorkQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.CoveringBudgets;
import foresail.simulation.store.Environment;
import foresail.simulation.store.Latency;
import foresail.simulation.store.Watcher;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps count of how many pods each PodDisruptionBudget lets go. As the real one it does not watch
 * workloads: what a new scale means shows when pods come or go.
 *
 * <p>Source: trySync and updatePdbStatus in pkg/controller/disruption/disruption.go, v1.36.
 */
public final class DisruptionController {
  private static final String ALLOWED = "DisruptionAllowed";

  private final Environment env;
  private final ApiServer api;
  private final CoveringBudgets budgets;
  private final OwnerScales scales;
  private final Map<Key, CoveredPods> covered = new HashMap<>();
  private final WorkQueue<Key> queue;

  /**
   * @param failure why neither can be told; else empty
   */
  private record Wanted(int expected, int desired, Optional<String> failure) {}

  public DisruptionController(Environment env) {
    this.env = env;
    this.api = env.api();
    this.budgets = new CoveringBudgets(api);
    this.scales = new OwnerScales(api);
    this.queue = new WorkQueue<>(env.clock(), Latency.SYNC, this::sync);
    api.watch(DisruptionBudget.KIND, Latency.WATCH, budgetWatch());
    api.watch(Pod.KIND, Latency.WATCH, new SelectedPods(DisruptionController::matters, this::wake));
  }

  private Watcher<DisruptionBudget> budgetWatch() {
    return new Watcher<>() {
      @Override
      public void added(DisruptionBudget budget) {
        covered(budget.key()).change();
        queue.add(budget.key());
      }

      @Override
      public void updated(DisruptionBudget before, DisruptionBudget now) {
        if (before.spec() != now.spec()) {
          added(now);
        }
      }

      @Override
      public void deleted(DisruptionBudget last) {
        queue.add(last.key());
      }
    };
  }

  private static boolean matters(Pod before, Pod now) {
    return before.ready() != now.ready()
        || before.deleting() != now.deleting()
        || !before.metadata().owners().equals(now.metadata().owners());
  }

  private void wake(Pod pod) {
    for (DisruptionBudget budget : budgets.of(pod)) {
      covered(budget.key()).change(pod);
      queue.add(budget.key());
    }
  }

  private CoveredPods covered(Key budget) {
    return covered.computeIfAbsent(budget, unused -> new CoveredPods());
  }

  private void sync(Key key) {
    Optional<DisruptionBudget> found = api.get(DisruptionBudget.KIND, key);
    if (found.isEmpty()) {
      covered.remove(key);
      return;
    }
    DisruptionBudget budget = found.get();
    CoveredPods pods = covered(key);
    pods.refresh(budget, api);
    if (pods.count() == 0) {
      env.events().normal(budget, "NoPods", "No matching pods found");
    }
    Wanted wanted = wanted(budget, pods);
    Status status =
        wanted.failure().isPresent()
            ? failed(budget, wanted.failure().get())
            : counted(budget.status(), wanted, pods.healthy());
    api.updateStatus(DisruptionBudget.KIND, key, now -> now.withStatus(status));
  }

  /** Source: getExpectedPodCount in pkg/controller/disruption/disruption.go, v1.36. */
  private Wanted wanted(DisruptionBudget budget, CoveredPods pods) {
    PodDisruptionBudget spec = budget.spec();
    Optional<IntOrString> share =
        spec.maxUnavailable().isPresent() ? spec.maxUnavailable() : spec.minAvailable();
    if (share.isEmpty()) {
      return new Wanted(0, 0, Optional.empty());
    }
    if (spec.maxUnavailable().isEmpty() && share.get().isNumber()) {
      return new Wanted(pods.count(), share.get().number(), Optional.empty());
    }
    OwnerScales.Sum sum = scales.sum(pods, budget.namespace());
    if (sum.failure().isEmpty() && pods.hasBare()) {
      env.events().warning(budget, "UnmanagedPods", Unmanaged.message(spec));
    }
    int scaled = share.get().scaled(sum.replicas(), true);
    int desired = spec.maxUnavailable().isPresent() ? Math.max(0, sum.replicas() - scaled) : scaled;
    return new Wanted(sum.replicas(), desired, sum.failure());
  }

  private Status failed(DisruptionBudget budget, String message) {
    env.events()
        .warning(
            budget,
            "CalculateExpectedPodCountFailed",
            "Failed to calculate the number of expected pods: " + message);
    return budget.status().allowingNone().with(condition(false, "SyncFailed", message));
  }

  private Status counted(Status before, Wanted wanted, int healthy) {
    int allowed = wanted.expected() <= 0 ? 0 : Math.max(0, healthy - wanted.desired());
    var status =
        new Status(healthy, wanted.desired(), wanted.expected(), allowed, before.conditions());
    return status.with(
        allowed > 0
            ? condition(true, "SufficientPods", "")
            : condition(false, "InsufficientPods", ""));
  }

  private Condition condition(boolean holds, String reason, String message) {
    return new Condition(
        ALLOWED, holds ? Condition.TRUE : Condition.FALSE, reason, message, env.clock().now());
  }
}
