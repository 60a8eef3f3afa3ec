package foresail.simulation.controller.statefulset;

import foresail.model.PodTemplate;
import foresail.model.StatefulSet.ClaimTemplate;
import foresail.simulation.api.Claim;
import foresail.simulation.api.ControllerRevision;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.OwnerReference;
import foresail.simulation.api.Pod;
import foresail.simulation.api.StatefulSet;
import foresail.simulation.controller.PodFromTemplate;
import foresail.simulation.controller.RevisionHistory;
import foresail.simulation.store.Created;
import foresail.simulation.store.Environment;
import foresail.simulation.store.PodDeletion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes and deletes a StatefulSet's pods, each with its name and its claims.
 *
 * <p>Source: pkg/controller/statefulset/{stateful_pod_control,stateful_set_utils}.go, v1.36.
 */
final class StatefulPods {
  private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
  private static final String POD_INDEX = "apps.kubernetes.io/pod-index";

  private final Environment env;

  StatefulPods(Environment env) {
    this.env = env;
  }

  /**
   * Makes a pod, its claims first.
   *
   * @return why one of them was refused; empty where all went well
   */
  Optional<String> create(StatefulSet set, ControllerRevision revision, int ordinal) {
    String name = set.name() + "-" + ordinal;
    Optional<String> failure = createClaims(set, name);
    if (failure.isEmpty()) {
      Created<Pod> answer = env.api().create(pod(set, revision, name, ordinal));
      failure = answer.refused() ? Optional.of(answer.message()) : failure;
    }
    if (failure.isPresent()) {
      env.events()
          .warning(
              set,
              "FailedCreate",
              "Create Pod %s in StatefulSet %s failed error: %s"
                  .formatted(name, set.name(), failure.get()));
      return failure;
    }
    env.events()
        .normal(
            set,
            "SuccessfulCreate",
            "Create Pod " + name + " in StatefulSet " + set.name() + " successful");
    return Optional.empty();
  }

  void delete(StatefulSet set, Pod pod) {
    PodDeletion.request(env.api(), pod.key());
    env.events()
        .normal(
            set,
            "SuccessfulDelete",
            "Delete Pod " + pod.name() + " in StatefulSet " + set.name() + " successful");
  }

  private static Pod pod(StatefulSet set, ControllerRevision revision, String name, int ordinal) {
    PodTemplate template = revision.template();
    Pod pod = PodFromTemplate.named(name, set, template);
    ObjectMeta metadata =
        pod.metadata()
            .withLabel(POD_NAME, name)
            .withLabel(POD_INDEX, Integer.toString(ordinal))
            .withLabel(RevisionHistory.LABEL, revision.name());
    Map<String, String> claims = new LinkedHashMap<>();
    for (ClaimTemplate claim : set.spec().claimTemplates()) {
      claims.put(claim.metadata().name(), claimName(claim, name));
    }
    return pod.withMetadata(metadata)
        .withAssigned(
            pod.assigned().withHostname(name, set.spec().serviceName()).withClaims(claims));
  }

  private static String claimName(ClaimTemplate template, String pod) {
    return template.metadata().name() + "-" + pod;
  }

  /** Makes the claims that a pod lacks; those that are there are used as they are. */
  Optional<String> createClaims(StatefulSet set, String pod) {
    for (ClaimTemplate template : set.spec().claimTemplates()) {
      String name = claimName(template, pod);
      Optional<Claim> known = env.api().get(Claim.KIND, set.namespace(), name);
      if (known.filter(Claim::deleting).isPresent()) {
        return Optional.of("pvc " + name + " is being deleted");
      }
      if (known.isPresent()) {
        continue;
      }
      Created<Claim> answer = env.api().create(claim(set, template, name));
      if (answer.refused()) {
        String message =
            "Create Claim %s for Pod %s in StatefulSet %s failed error: %s"
                .formatted(name, pod, set.name(), answer.message());
        env.events().warning(set, "FailedCreate", message);
        return Optional.of("failed to create PVC " + name + ": " + answer.message());
      }
      env.events()
          .normal(
              set,
              "SuccessfulCreate",
              "Create Claim %s Pod %s in StatefulSet %s success".formatted(name, pod, set.name()));
    }
    return Optional.empty();
  }

  private static Claim claim(StatefulSet set, ClaimTemplate template, String name) {
    Map<String, String> labels = new LinkedHashMap<>(template.metadata().labels());
    set.spec().selector().ifPresent(selector -> labels.putAll(selector.matchLabels()));
    ObjectMeta metadata =
        ObjectMeta.named(set.namespace(), name)
            .withLabels(labels)
            .withAnnotations(template.metadata().annotations());
    return Claim.fresh(
        set.spec().deleteClaimsWhenDeleted()
            ? metadata.withOwners(List.of(OwnerReference.controlledBy(set)))
            : metadata,
        template.spec());
  }

  /** Lets the claims of a pod that scaling removes go with it, where the set says so. */
  void condemnClaims(StatefulSet set, Pod pod) {
    if (!set.spec().deleteClaimsWhenScaled()) {
      return;
    }
    for (String name : pod.assigned().claims().values()) {
      env.api()
          .get(Claim.KIND, set.namespace(), name)
          .ifPresent(
              claim ->
                  env.api()
                      .update(
                          Claim.KIND,
                          claim.key(),
                          now ->
                              now.withMetadata(
                                  now.metadata()
                                      .withOwners(List.of(OwnerReference.controlledBy(pod))))));
    }
  }
}
