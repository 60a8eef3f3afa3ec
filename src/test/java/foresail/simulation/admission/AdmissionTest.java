package foresail.simulation.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.model.KubernetesObject;
import foresail.model.LimitRange;
import foresail.model.Model;
import foresail.model.ResourceQuota;
import foresail.simulation.api.Declared;
import foresail.simulation.api.Key;
import foresail.simulation.api.ObjectMeta;
import foresail.simulation.api.Pod;
import foresail.simulation.kernel.EventQueue;
import foresail.simulation.store.ApiServer;
import foresail.simulation.store.Created;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
  private final EventQueue clock = new EventQueue();
  private final ApiServer api = new ApiServer(clock);

  AdmissionTest() {
    api.admitThrough(new LimitRanger(api));
    api.admitThrough(new QuotaAdmission(api, clock));
  }

  private static KubernetesObject read(String yaml) {
    var sources = new SourceReader(ReadOptions.standard()).readText("test.yaml", yaml);
    return Model.of(sources.manifests().get(0));
  }

  private void put(String yaml) {
    KubernetesObject object = read(yaml);
    var kind = object instanceof ResourceQuota ? Declared.RESOURCE_QUOTA : Declared.LIMIT_RANGE;
    assertEquals(true, object instanceof ResourceQuota || object instanceof LimitRange);
    api.create(new Declared(kind, ObjectMeta.named("default", object.name()), Optional.of(object)));
  }

  private String create(String name, String resources) {
    var pod =
        (foresail.model.Pod)
            read(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  containers: [{name: a, image: x, resources: %s}]
                """
                    .formatted(name, resources));
    Created<Pod> answer = api.create(Pod.fresh(ObjectMeta.named("default", name), pod.spec()));
    return answer.refused() ? answer.reason() + ": " + answer.message() : "stored";
  }

  @Test
  void quotaCountsWhatIsThere() {
    put(
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: {cpu: 1, pods:"
            + " 3}}}");
    assertEquals("stored", create("one", "{requests: {cpu: 600m}}"));
    assertEquals(
        "Forbidden: pods \"two\" is forbidden: exceeded quota: q, requested: cpu=600m, used:"
            + " cpu=600m, limited: cpu=1",
        create("two", "{requests: {cpu: 600m}}"));
    assertEquals("stored", create("three", "{requests: {cpu: 400m}}"));
    assertEquals(
        "Forbidden: pods \"four\" is forbidden: failed quota: q: must specify cpu for: a",
        create("four", "{}"));
  }

  @Test
  void quotaForBestEffortOnly() {
    put(
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q},"
            + " spec: {scopes: [BestEffort], hard: {pods: 0}}}");
    assertEquals("stored", create("one", "{requests: {cpu: 1}}"));
    assertEquals(
        "Forbidden: pods \"two\" is forbidden: exceeded quota: q, requested: pods=1, used:"
            + " pods=0, limited: pods=0",
        create("two", "{}"));
  }

  @Test
  void limitRangeFillsInAndRefuses() {
    put(
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: l}
        spec:
          limits:
          - type: Container
            default: {cpu: 500m}
            defaultRequest: {cpu: 200m}
            max: {cpu: 1}
            min: {cpu: 100m}
            maxLimitRequestRatio: {cpu: 4}
        """);
    assertEquals("stored", create("one", "{}"));
    var container =
        api.get(Pod.KIND, new Key("default", "one")).orElseThrow().spec().containers().get(0);
    assertEquals("{cpu=200m}", container.resources().requests().toString());
    assertEquals("{cpu=500m}", container.resources().limits().toString());
    assertEquals(
        "Forbidden: pods \"two\" is forbidden: maximum cpu usage per Container is 1, but limit is"
            + " 2",
        create("two", "{limits: {cpu: 2}, requests: {cpu: 1}}"));
    assertEquals(
        "Forbidden: pods \"three\" is forbidden: [minimum cpu usage per Container is 100m, but"
            + " request is 50m, cpu max limit to request ratio per Container is 4, but provided"
            + " ratio is 10.000000]",
        create("three", "{requests: {cpu: 50m}}"));
  }
}
