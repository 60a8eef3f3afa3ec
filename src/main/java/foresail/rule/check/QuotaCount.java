package foresail.rule.check;

import foresail.admission.QuotaRoom;
import foresail.admission.QuotaUsage;
import foresail.finding.Severity;
import foresail.graph.Place;
import foresail.model.Claim;
import foresail.model.Deployment;
import foresail.model.KubernetesObject;
import foresail.model.Pod;
import foresail.model.PodSpec;
import foresail.model.ResourceQuota;
import foresail.model.Service;
import foresail.model.StatefulSet;
import foresail.model.Workload;
import foresail.notation.Quantity;
import foresail.rule.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds up what all objects of a quota's namespace take, and tells where the room ends: first what
 * is written itself, then the pods that run on, then those that end, then what a rollout needs.
 */
final class QuotaCount {
  private final ResourceQuota quota;
  private final QuotaRoom room;
  private final Scope scope;
  private final Map<String, Quantity> used = new TreeMap<>();

  /** Whether something was refused: then a rollout is not told of too. */
  private boolean overfull;

  QuotaCount(ResourceQuota quota, Scope scope) {
    this.quota = quota;
    this.room = new QuotaRoom(quota);
    this.scope = scope;
    if (room.concernsOthers()) {
      add(QuotaUsage.ofEveryNamespace());
    }
  }

  void count(List<KubernetesObject> objects) {
    objects.forEach(this::written);
    List<PodMaker> makers = new ArrayList<>();
    for (KubernetesObject object : objects) {
      if (object instanceof Workload workload && !(workload instanceof Pod)) {
        PodMaker.of(workload, scope.graph()).ifPresent(makers::add);
      }
    }
    makers.stream().filter(maker -> !maker.ends()).forEach(this::made);
    Map<String, Quantity> lasting = new TreeMap<>(used);
    makers.stream()
        .filter(PodMaker::ends)
        .forEach(
            maker -> {
              made(maker);
              used.clear(); // what ends makes room again
              used.putAll(lasting);
            });
    makers.forEach(this::rollout);
  }

  private void written(KubernetesObject object) {
    Map<String, Quantity> wanted = usage(object);
    if (wanted.isEmpty()) {
      return;
    }
    Optional<String> refusal = room.refusal(wanted, used);
    if (refusal.isEmpty()) {
      add(wanted);
      return;
    }
    String resource = PluralNames.of(object.manifest().id());
    report(
        object,
        Place.of(object.metadata(), "name"),
        resource + " \"" + object.name() + "\" is forbidden: " + refusal.get(),
        "kubectl prints the refusal; there is no such object");
  }

  private Map<String, Quantity> usage(KubernetesObject object) {
    if (object instanceof Pod pod) {
      PodSpec spec = completed(pod);
      return isCounted(pod, spec) ? room.limited(QuotaUsage.of(spec)) : Map.of();
    }
    if (!room.concernsOthers()) {
      return Map.of();
    }
    if (object instanceof Claim claim) {
      return room.limited(QuotaUsage.of(claim.spec()));
    }
    return room.limited(
        object instanceof Service service
            ? QuotaUsage.of(service)
            : QuotaUsage.of(PluralNames.of(object.manifest().id())));
  }

  /** Whether pods of a workload come so far that the quota counts them. */
  private boolean isCounted(Workload workload, PodSpec spec) {
    return room.concerns(spec)
        && room.unstated(spec).isEmpty()
        && !PodSecurityRefuses.isRefused(workload, scope)
        && InForce.limits(workload, scope).violations(spec).isEmpty();
  }

  private PodSpec completed(Workload workload) {
    return InForce.limits(workload, scope).completed(workload.template().spec());
  }

  private void made(PodMaker maker) {
    Workload workload = maker.workload();
    if (workload instanceof Deployment && room.concernsOthers()) {
      add(room.limited(QuotaUsage.of("replicasets.apps")));
    }
    PodSpec spec = completed(workload);
    if (!isCounted(workload, spec)) {
      return;
    }
    Map<String, Quantity> each = room.limited(QuotaUsage.of(spec));
    Map<String, Quantity> claims = claims(workload);
    int claimed = room.times(claims, used, maker.pods());
    int made = room.times(each, used, claimed);
    add(claims, made);
    add(each, made);
    if (made < maker.pods() && (!maker.ends() || made == 0)) {
      // The server makes the claims of a pod before the pod.
      Optional<String> noClaim = claims.isEmpty() ? Optional.empty() : room.refusal(claims, used);
      noClaim
          .or(() -> room.refusal(each, used))
          .ifPresent(refusal -> missing(maker, made, refusal, noClaim.isPresent()));
    }
  }

  /** What each pod of a StatefulSet takes by its claims. */
  private Map<String, Quantity> claims(Workload workload) {
    Map<String, Quantity> claims = new TreeMap<>();
    if (workload instanceof StatefulSet set && room.concernsOthers()) {
      set.claimTemplates()
          .forEach(
              template ->
                  room.limited(QuotaUsage.of(template.spec()))
                      .forEach((name, amount) -> claims.merge(name, amount, Quantity::plus)));
    }
    return claims;
  }

  private void missing(PodMaker maker, int made, String refusal, boolean ofClaim) {
    Workload workload = maker.workload();
    String words =
        ofClaim
            ? "persistentvolumeclaims \"%s-%s-%s\" is forbidden: %s"
                .formatted(claimName(workload), workload.name(), made, refusal)
            : RefusedPods.forbidden(workload, refusal);
    report(
        workload,
        maker.place(),
        "%s creates %s of %s %s: %s"
            .formatted(
                RefusedPods.creator(workload),
                made == 0 ? "none" : "only " + made,
                maker.pods(),
                maker.pods() == 1 ? "pod" : "pods",
                words),
        RefusedPods.consequence(workload));
  }

  private static String claimName(Workload workload) {
    return workload instanceof StatefulSet set && !set.claimTemplates().isEmpty()
        ? set.claimTemplates().get(0).metadata().name()
        : "";
  }

  /** Whether a rollout that may not take a pod away first finds room for one more. */
  private void rollout(PodMaker maker) {
    if (!(maker.workload() instanceof Deployment deployment)
        || deployment.recreate()
        || maker.pods() == 0
        || deployment.maxUnavailable().scaled(maker.pods(), false) > 0) {
      return;
    }
    PodSpec spec = completed(deployment);
    if (!isCounted(deployment, spec)) {
      return;
    }
    Map<String, Quantity> each = room.limited(QuotaUsage.of(spec));
    Optional<String> refusal =
        each.isEmpty() || overfull ? Optional.empty() : room.refusal(each, used);
    if (refusal.isPresent()) {
      scope
          .report(
              deployment,
              maker.place(),
              "a rollout of "
                  + Words.of(deployment)
                  + " finds no room for its first pod: "
                  + RefusedPods.forbidden(deployment, refusal.get()))
          .severity(Severity.WARNING)
          .why("maxUnavailable is 0: the old pods stay until a new one is ready")
          .related(quota.span("spec", "hard"), Words.of(quota));
    }
  }

  private void report(KubernetesObject object, Place place, String message, String why) {
    overfull = true;
    scope
        .report(object, place, message)
        .why(why)
        .related(quota.span("spec", "hard"), Words.of(quota));
  }

  private void add(Map<String, Quantity> more) {
    add(more, 1);
  }

  private void add(Map<String, Quantity> more, int times) {
    BigDecimal factor = BigDecimal.valueOf(times);
    more.forEach(
        (name, amount) ->
            used.merge(
                name,
                new Quantity(amount.value().multiply(factor), amount.form()),
                Quantity::plus));
  }
}
