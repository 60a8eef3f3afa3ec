package foresail.model;

import foresail.source.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Keeps numbered replicas of a template, each with claims of its own.
 *
 * @param parallel whether pods start and stop all at once; else one after the other
 * @param onDelete whether pods are replaced only when somebody deletes them; else they roll
 * @param partition pods with a lower index keep the old template
 * @param firstOrdinal number of the first pod
 */
public record StatefulSet(
    Manifest manifest,
    ObjectMeta metadata,
    Optional<LabelSelector> selector,
    PodTemplate template,
    int replicas,
    String serviceName,
    boolean parallel,
    boolean onDelete,
    int partition,
    int minReadySeconds,
    int firstOrdinal,
    List<ClaimTemplate> claimTemplates,
    boolean deleteClaimsWhenScaled,
    boolean deleteClaimsWhenDeleted)
    implements Workload {
  /** A claim that each pod gets, named {@code TEMPLATE-SET-ORDINAL}. */
  public record ClaimTemplate(ObjectMeta metadata, ClaimSpec spec) {
    static ClaimTemplate of(Fields template) {
      return new ClaimTemplate(ObjectMeta.of(template), ClaimSpec.of(template.orEmpty("spec")));
    }
  }

  static StatefulSet of(Manifest manifest, Fields object) {
    Fields spec = object.orEmpty("spec");
    Fields strategy = spec.orEmpty("updateStrategy");
    Fields retention = spec.orEmpty("persistentVolumeClaimRetentionPolicy");
    return new StatefulSet(
        manifest,
        ObjectMeta.of(object),
        spec.read("selector", LabelSelector::of),
        PodTemplate.of(spec.orEmpty("template")),
        spec.intValue("replicas"),
        spec.string("serviceName"),
        spec.string("podManagementPolicy").equals("Parallel"),
        strategy.string("type").equals("OnDelete"),
        strategy.orEmpty("rollingUpdate").intValue("partition"),
        spec.intValue("minReadySeconds"),
        spec.orEmpty("ordinals").intValue("start"),
        spec.list("volumeClaimTemplates", ClaimTemplate::of),
        retention.string("whenScaled").equals("Delete"),
        retention.string("whenDeleted").equals("Delete"));
  }
}
