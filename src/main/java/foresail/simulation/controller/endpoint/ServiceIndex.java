package foresail.simulation.controller.endpoint;

import foresail.model.LabelSelector;
import foresail.model.Service;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Key;
import foresail.simulation.api.Pod;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Watcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which Services select a pod, found by the first label of their selectors. */
final class ServiceIndex {
  private final ApiServer api;
  private final Map<String, Set<Key>> byLabel = new HashMap<>();

  ServiceIndex(ApiServer api) {
    this.api = api;
    api.watch(
        Declared.SERVICE,
        Duration.ZERO,
        new Watcher<Declared>() {
          @Override
          public void added(Declared service) {
            bucket(service)
                .ifPresent(
                    bucket ->
                        byLabel
                            .computeIfAbsent(bucket, unused -> new LinkedHashSet<>())
                            .add(service.key()));
          }

          @Override
          public void updated(Declared before, Declared now) {
            deleted(before);
            added(now);
          }

          @Override
          public void deleted(Declared last) {
            bucket(last).map(byLabel::get).ifPresent(keys -> keys.remove(last.key()));
          }
        });
  }

  /** The selector of a Service that has endpoints by it. */
  static Optional<LabelSelector> selector(Declared service) {
    return service
        .as(Service.class)
        .filter(spec -> !spec.isExternalName())
        .flatMap(Service::selector);
  }

  private static Optional<String> bucket(Declared service) {
    return selector(service)
        .flatMap(selector -> selector.matchLabels().entrySet().stream().findFirst())
        .map(label -> bucket(service.namespace(), label));
  }

  private static String bucket(String namespace, Map.Entry<String, String> label) {
    return namespace + '/' + label.getKey() + '=' + label.getValue();
  }

  /** Those that select a pod. */
  List<Key> selecting(Pod pod) {
    List<Key> found = new ArrayList<>();
    for (Map.Entry<String, String> label : pod.metadata().labels().entrySet()) {
      for (Key key : byLabel.getOrDefault(bucket(pod.namespace(), label), Set.of())) {
        boolean selects =
            api.get(Declared.SERVICE, key)
                .flatMap(ServiceIndex::selector)
                .filter(selector -> selector.matches(pod.metadata().labels()))
                .isPresent();
        if (selects) {
          found.add(key);
        }
      }
    }
    return found;
  }
}
