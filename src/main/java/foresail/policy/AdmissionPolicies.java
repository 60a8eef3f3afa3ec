package foresail.policy;

import foresail.graph.Graph;
import foresail.model.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All policies of the inputs and of the cluster, with their bindings. Those of the inputs judge
 * objects that are surely applied together with them, those of the cluster all objects; so do all
 * where the inputs are everything.
 */
public final class AdmissionPolicies {
  private static final String GROUP = "admissionregistration.k8s.io";

  private final Predicate<String> complete;
  private final Together together;
  private final Candidates candidates;
  private final Params params;
  private final Map<String, List<ValidatingPolicy>> policies = new LinkedHashMap<>();
  private final List<Binding> bindings = new ArrayList<>();
  private final List<Mutation> mutations = new ArrayList<>();

  /** Something that may change an object before policies see it. */
  private record Mutation(KubernetesObject by, MatchRules match) {}

  private AdmissionPolicies(Graph graph, Predicate<String> complete) {
    this.complete = complete;
    this.together = new Together(graph);
    this.candidates = new Candidates(graph, together);
    this.params = new Params(graph, candidates, together, complete);
  }

  /**
   * Those of a graph; empty where none can judge anything.
   *
   * @param valid whether the server accepts an object
   * @param complete of which kinds every object is among the inputs
   * @param release the server's minor version
   */
  public static Optional<AdmissionPolicies> of(
      Graph graph, Predicate<KubernetesObject> valid, Predicate<String> complete, int release) {
    AdmissionPolicies all = new AdmissionPolicies(graph, complete);
    List<KubernetesObject> declared = new ArrayList<>();
    List<KubernetesObject> everything = new ArrayList<>(graph.existing());
    everything.addAll(graph.objects());
    for (KubernetesObject object : everything) {
      if (object.manifest().id().group().equals(GROUP)
          && !graph.isPartial(object)
          && valid.test(object)) {
        switch (object.kind()) {
          case "ValidatingAdmissionPolicy" -> declared.add(object);
          case "ValidatingAdmissionPolicyBinding" -> all.bindings.add(Binding.of(object));
          case "MutatingAdmissionPolicy", "MutatingWebhookConfiguration" ->
              all.addMutations(object);
          default -> {}
        }
      }
    }
    if (all.bindings.isEmpty()) {
      return Optional.empty(); // before anything is compiled
    }
    for (KubernetesObject policy : declared) {
      ValidatingPolicy.of(policy, release)
          .ifPresent(
              compiled ->
                  all.policies
                      .computeIfAbsent(policy.name(), name -> new ArrayList<>(1))
                      .add(compiled));
    }
    return Optional.of(all).filter(found -> !found.policies.isEmpty());
  }

  private void addMutations(KubernetesObject object) {
    for (var webhook : Labels.items(object.node().get("webhooks"))) {
      mutations.add(new Mutation(object, MatchRules.ofWebhook(webhook)));
    }
    object
        .node()
        .at("spec", "matchConstraints")
        .ifPresent(match -> mutations.add(new Mutation(object, MatchRules.of(Optional.of(match)))));
  }

  /** What the policies have against an object and its pods; of each policy the first refusal. */
  public List<Verdict> of(KubernetesObject object) {
    Map<List<Object>, Verdict> first = new LinkedHashMap<>();
    for (Verdict verdict : all(object)) {
      first.merge(List.of(verdict.policy(), verdict.ofPods()), verdict, AdmissionPolicies::worse);
    }
    return List.copyOf(first.values());
  }

  /** The same, of each policy by each binding. */
  public List<Verdict> all(KubernetesObject object) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Candidate candidate : candidates.of(object)) {
      if (!isMutated(candidate)) {
        for (Binding binding : bindings) {
          for (ValidatingPolicy policy : policies.getOrDefault(binding.policy(), List.of())) {
            if (isConcerned(policy, binding, candidate)) {
              judge(policy, binding, candidate).ifPresent(verdicts::add);
            }
          }
        }
      }
    }
    return verdicts;
  }

  private static Verdict worse(Verdict first, Verdict second) {
    return second.denied() && !first.denied() ? second : first;
  }

  private boolean isMutated(Candidate candidate) {
    for (Mutation mutation : mutations) {
      if (areTogether(mutation.by(), candidate.owner())
          && mutation.match().matches(candidate) != Answer.NO) {
        return true;
      }
    }
    return false;
  }

  private boolean isConcerned(ValidatingPolicy policy, Binding binding, Candidate candidate) {
    return (binding.denies() || binding.warns())
        && areTogether(policy.object(), binding.object())
        && areTogether(policy.object(), candidate.owner())
        && policy.match().matches(candidate) == Answer.YES
        && binding.match().matches(candidate) == Answer.YES;
  }

  private boolean areTogether(KubernetesObject left, KubernetesObject right) {
    return complete.test(left.kind()) || together.are(left, right);
  }

  private Optional<Verdict> judge(ValidatingPolicy policy, Binding binding, Candidate candidate) {
    Params.Found found = params.of(policy, binding, candidate);
    if (found instanceof Params.Found.Missing missing) {
      return policy.failOnError()
          ? Optional.of(
              verdict(
                  policy,
                  binding,
                  candidate,
                  new Judgement.Objection(
                      missing.problem(), binding.object().span("spec", "paramRef"))))
          : Optional.empty();
    }
    if (found instanceof Params.Found.Values values) {
      for (Object one : values.each()) {
        Optional<Judgement.Objection> objection = new Judgement(policy, candidate, one).objection();
        if (objection.isPresent()) {
          return objection.map(it -> verdict(policy, binding, candidate, it));
        }
      }
    }
    return Optional.empty();
  }

  private static Verdict verdict(
      ValidatingPolicy policy,
      Binding binding,
      Candidate candidate,
      Judgement.Objection objection) {
    String names =
        "ValidatingAdmissionPolicy '"
            + policy.object().name()
            + "' with binding '"
            + binding.object().name()
            + "'";
    return new Verdict(
        policy.object(),
        binding.object(),
        binding.denies(),
        candidate.isFromTemplate(),
        objection.reason(),
        binding.denies()
            ? names + " denied request: " + objection.message()
            : "Validation failed for " + names + ": " + objection.message(),
        objection.place());
  }
}
