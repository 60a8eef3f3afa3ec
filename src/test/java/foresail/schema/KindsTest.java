package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kinds a release serves, and what is said about others. */
final class KindsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.36 | apps/v1 | Deployment | deployments
          1.36 | v1 | Node | nodes
          1.32 | resource.k8s.io/v1 | DeviceClass | decode.no-match: it is served from 1.34 on
          1.36 | resource.k8s.io/v1 | DeviceClass | deviceclasses
          1.36 | extensions/v1beta1 | Ingress | decode.removed-version: not served since 1.22 (write it for apiVersion: networking.k8s.io/v1; its fields differ)
          1.36 | batch/v1beta1 | CronJob | decode.removed-version: not served since 1.25 (write apiVersion: batch/v1)
          1.36 | policy/v1beta1 | PodSecurityPolicy | decode.removed-version: not served since 1.25
          1.36 | policy/v1 | PodSecurityPolicy | decode.no-match: policy/v1beta1 had it until 1.25
          1.36 | scheduling.k8s.io/v1alpha2 | Workload | decode.not-served-by-default: 1.36 serves it only where it is turned on
          1.36 | networking.k8s.io/v1beta1 | IPAddress | decode.not-served-by-default: 1.36 serves it only where it is turned on (write apiVersion: networking.k8s.io/v1)
          1.37 | networking.k8s.io/v1beta1 | IPAddress | decode.removed-version: not served since 1.37 (write apiVersion: networking.k8s.io/v1)
          1.36 | apps/v1 | Service | decode.no-match: Service is a kind of v1 (write apiVersion: v1)
          1.36 | v1beta9 | Deployment | decode.no-match: Deployment is a kind of apps/v1 (write apiVersion: apps/v1)
          1.36 | apps | Deployment | decode.no-match: Deployment is a kind of apps/v1 (write apiVersion: apps/v1)
          1.36 | apps/v1x | Event | decode.no-match: Event is a kind of v1 (write apiVersion: v1)
          1.36 | apps/v1 | deployment | decode.no-match: did you mean Deployment? (write kind: Deployment)
          1.36 | v1 | Deploymnet | decode.no-match: did you mean Deployment of apps/v1?
          1.36 | v1 | Robot | decode.no-match:
          1.36 | autoscaling/v3 | HorizontalPodAutoscaler | decode.no-match: HorizontalPodAutoscaler is a kind of autoscaling/v2 (write apiVersion: autoscaling/v2)
          1.36 | acme.io/v1 | Deployment | foreign
          1.36 | builtin | LabelTransformer | foreign
          1.36 | snapshot.storage.k8s.io/v1 | VolumeSnapshot | foreign
          """)
  void everyPairOfApiVersionAndKindHasAnAnswer(
      String release, String apiVersion, String kind, String expected) {
    Kinds kinds = Schema.of(Release.parse(release).orElseThrow()).kinds();
    String json = "{\"apiVersion\": \"" + apiVersion + "\", \"kind\": \"" + kind + "\"}";
    Recognition answer = kinds.recognise(Objects.manifest(json));
    String words = "no matches for kind \"" + kind + "\" in version \"" + apiVersion + "\"";
    if (answer instanceof Recognition.Refused refused) {
      assertTrue(refused.refusal().message().startsWith(words), refused.refusal().message());
    }
    assertEquals(expected, told(answer, words));
  }

  private static String told(Recognition answer, String words) {
    if (answer instanceof Recognition.Served served) {
      return served.kind().resource();
    }
    if (answer instanceof Recognition.Refused refused) {
      Refusal refusal = refused.refusal();
      String cure = refusal.fix().map(fix -> " (" + fix.description() + ")").orElse("");
      return refusal.fact()
          + ":"
          + refusal.message().substring(words.length()).replaceFirst("^:", "")
          + cure;
    }
    return "foreign";
  }

  @Test
  void everyServedKindHasItsTypeInEveryRelease() {
    for (Release release : Release.BUNDLED) {
      Schema schema = Schema.of(release);
      assertTrue(schema.kinds().all().size() > 50);
      for (Kind kind : schema.kinds().all()) {
        String json =
            "{\"apiVersion\": \"" + kind.apiVersion() + "\", \"kind\": \"" + kind.name() + "\"}";
        Decoded decoded = schema.decode(Objects.manifest(json));
        assertEquals(kind, decoded.kind().orElseThrow());
        assertEquals(0, decoded.refusals().size());
      }
    }
  }

  @Test
  void apiVersionAndKindOfKubernetesAreKnownOneByOne() {
    Kinds kinds = Schema.of(Release.DEFAULT).kinds();
    assertTrue(kinds.isBuiltInKind("Deployment"));
    assertTrue(kinds.isBuiltInKind("PodSecurityPolicy"));
    assertTrue(kinds.isBuiltInApiVersion("extensions/v1beta1"));
    assertTrue(!kinds.isBuiltInApiVersion("acme.io/v1"));
  }
}
