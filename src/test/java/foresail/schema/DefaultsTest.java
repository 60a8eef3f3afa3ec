package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.schema.defaults.AdmissionDefaults;
import foresail.schema.defaults.Defaults;
import foresail.source.MappingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The defaults that {@code kubectl get -o yaml} would show. */
final class DefaultsTest {
  private static final Schema SCHEMA = Schema.of(Release.DEFAULT);

  /** Objects in JSON with ' for ", a path in JSON Pointer notation, and what stands there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          v1 | Pod | {'spec': {'containers': [{'image': 'a:1'}]}} | /spec/restartPolicy | 'Always'
          v1 | Pod | {'spec': {'containers': [{'image': 'a:1'}]}} | /spec/enableServiceLinks | true
          v1 | Pod | {'spec': {'containers': [{'image': 'a:1'}]}} | /spec/containers/0/imagePullPolicy | 'IfNotPresent'
          v1 | Pod | {'spec': {'containers': [{'image': 'host:5000/a'}]}} | /spec/containers/0/imagePullPolicy | 'Always'
          v1 | Pod | {'spec': {'containers': [{'image': 'A'}]}} | /spec/containers/0/imagePullPolicy | 'IfNotPresent'
          v1 | Pod | {'spec': {'containers': [{'imagePullPolicy': 'Never'}]}} | /spec/containers/0/imagePullPolicy | 'Never'
          v1 | Pod | {'spec': {'restartPolicy': null}} | /spec/restartPolicy | 'Always'
          v1 | Pod | {'spec': {'containers': [null]}} | /spec/containers/0/terminationMessagePolicy | 'File'
          v1 | Pod | {'spec': {'nodeSelector': {'a': null}}} | /spec/nodeSelector/a | ''
          v1 | Pod | {'spec': {'containers': [{'livenessProbe': {'periodSeconds': 0, 'httpGet': {'port': 1}}}]}} | /spec/containers/0/livenessProbe/periodSeconds | 10
          v1 | Pod | {'spec': {'containers': [{'livenessProbe': {'periodSeconds': -1, 'httpGet': {'port': 1}}}]}} | /spec/containers/0/livenessProbe/periodSeconds | -1
          v1 | Pod | {'spec': {'containers': [{'livenessProbe': {'httpGet': {'port': 1}}}]}} | /spec/containers/0/livenessProbe/httpGet | {'port':1,'path':'/','scheme':'HTTP'}
          v1 | Pod | {'spec': {'containers': [{'resources': {'limits': {'cpu': '1'}}}]}} | /spec/containers/0/resources/requests | {'cpu':'1'}
          v1 | Pod | {'spec': {'containers': [{'resources': {'limits': {'cpu': '1'}}}], 'resources': {'limits': {'cpu': '3', 'memory': '1Gi'}}}} | /spec/resources/requests | {'cpu':'1','memory':'1Gi'}
          v1 | Pod | {'spec': {'hostNetwork': true, 'containers': [{'ports': [{'containerPort': 80}]}]}} | /spec/containers/0/ports/0/hostPort | 80
          v1 | Pod | {'spec': {'volumes': [{'name': 'a'}]}} | /spec/volumes/0/emptyDir | {}
          v1 | Pod | {'spec': {'volumes': [{'name': 'a', 'emptyDir': null}]}} | /spec/volumes/0/emptyDir | {}
          v1 | Pod | {'spec': {'volumes': [{'name': 'a', 'secret': {}}]}} | /spec/volumes/0/secret/defaultMode | 420
          v1 | Pod | {'spec': {'serviceAccount': 'robot'}} | /spec/serviceAccountName | 'robot'
          apps/v1 | Deployment | {} | /spec/template/spec/dnsPolicy | 'ClusterFirst'
          apps/v1 | Deployment | {} | /spec/replicas | 1
          apps/v1 | Deployment | {'spec': {'strategy': {'rollingUpdate': {'maxSurge': 0}}}} | /spec/strategy | {'rollingUpdate':{'maxSurge':0,'maxUnavailable':'25%'},'type':'RollingUpdate'}
          apps/v1 | Deployment | {'spec': {'strategy': {'type': 'Recreate'}}} | /spec/strategy | {'type':'Recreate'}
          apps/v1 | Deployment | {'spec': {'template': {'spec': {'containers': [{'resources': {'limits': {'cpu': '1'}}}]}}}} | /spec/template/spec/containers/0/resources | {'limits':{'cpu':'1'}}
          apps/v1 | StatefulSet | {} | /spec/updateStrategy | {'type':'RollingUpdate','rollingUpdate':{'partition':0}}
          apps/v1 | StatefulSet | {'spec': {'updateStrategy': {'type': 'RollingUpdate'}}} | /spec/updateStrategy | {'type':'RollingUpdate'}
          apps/v1 | DaemonSet | {} | /spec/updateStrategy/rollingUpdate | {'maxUnavailable':1,'maxSurge':0}
          batch/v1 | Job | {} | /spec/completions | 1
          batch/v1 | Job | {'spec': {'backoffLimitPerIndex': 1}} | /spec/backoffLimit | 2147483647
          batch/v1 | Job | {'spec': {'podFailurePolicy': {'rules': []}}} | /spec/podReplacementPolicy | 'Failed'
          batch/v1 | Job | {'spec': {'template': {'metadata': {'labels': {'a': 'b'}}}}} | /metadata/labels | {'a':'b'}
          batch/v1 | CronJob | {} | /spec/jobTemplate/spec/template/spec/restartPolicy | 'Always'
          v1 | Service | {'spec': {'ports': [{'port': 80}]}} | /spec/ports/0 | {'port':80,'protocol':'TCP','targetPort':80}
          v1 | Service | {'spec': {'type': 'LoadBalancer'}} | /spec/externalTrafficPolicy | 'Cluster'
          v1 | Service | {'spec': {'clusterIP': 'None'}} | /spec/clusterIPs | ['None']
          v1 | Service | {'spec': {'sessionAffinity': 'ClientIP'}} | /spec/sessionAffinityConfig/clientIP/timeoutSeconds | 10800
          v1 | Secret | {'data': {'a': 'YQ=='}, 'stringData': {'a': 'b', 'c': 'd'}} | /data | {'a':'Yg==','c':'ZA=='}
          v1 | Secret | {} | /type | 'Opaque'
          v1 | Namespace | {'metadata': {'name': 'a'}} | /metadata/labels | {'kubernetes.io/metadata.name':'a'}
          v1 | LimitRange | {'spec': {'limits': [{'type': 'Container', 'max': {'cpu': '2'}, 'min': {'memory': '1'}}]}} | /spec/limits/0/defaultRequest | {'cpu':'2','memory':'1'}
          v1 | PersistentVolumeClaim | {} | /spec/volumeMode | 'Filesystem'
          autoscaling/v2 | HorizontalPodAutoscaler | {} | /spec/metrics/0/resource/target/averageUtilization | 80
          autoscaling/v2 | HorizontalPodAutoscaler | {'spec': {'behavior': {}}} | /spec/behavior/scaleDown | {'selectPolicy':'Max','policies':[{'type':'Percent','value':100,'periodSeconds':15}]}
          networking.k8s.io/v1 | NetworkPolicy | {'spec': {'egress': [{}]}} | /spec/policyTypes | ['Ingress','Egress']
          rbac.authorization.k8s.io/v1 | RoleBinding | {'subjects': [{'kind': 'User'}]} | /subjects/0/apiGroup | 'rbac.authorization.k8s.io'
          """)
  void addsWhatTheServerAdds(
      String apiVersion, String kind, String object, String pointer, String expected) {
    String json =
        "{'apiVersion': '" + apiVersion + "', 'kind': '" + kind + "', " + object.substring(1);
    json = json.replace(", }", "}").replace('\'', '"');
    Decoded decoded = SCHEMA.decode(Objects.manifest(json));
    String found = Objects.tree(decoded.root()).at(pointer).toString();
    assertEquals(expected.replace('\'', '"'), found, () -> Objects.json(decoded.root()));
  }

  @Test
  void anAddedNodePointsAtTheKeyOfItsNearestWrittenParent() {
    // Spans are tested with real text where manifests are read; here only that they are marked.
    MappingNode root =
        SCHEMA.decode(Objects.manifest("{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}")).root();
    assertTrue(root.at("spec", "restartPolicy").orElseThrow().added());
    assertTrue(root.get("spec").orElseThrow().added());
  }

  @Test
  void admissionTouchesPodsOnly() {
    MappingNode pod =
        AdmissionDefaults.add(
            Objects.manifest("{\"spec\":{\"tolerations\":[{\"operator\":\"Exists\"}]}}").root(),
            new AdmissionDefaults.Priority("high", 7, "Never"));
    assertEquals(
        "{\"spec\":{\"tolerations\":[{\"operator\":\"Exists\"}],\"serviceAccountName\":\"default\","
            + "\"priority\":7,\"priorityClassName\":\"high\",\"preemptionPolicy\":\"Never\"}}",
        Objects.json(pod));
    MappingNode plain =
        AdmissionDefaults.add(
            Objects.manifest("{\"spec\":{}}").root(), AdmissionDefaults.Priority.NONE);
    assertEquals(2, Objects.tree(plain).at("/spec/tolerations").size());
    assertEquals(
        Objects.json(plain),
        Objects.json(AdmissionDefaults.add(plain, AdmissionDefaults.Priority.NONE)));
  }

  @Test
  void defaultsOfDefaultsChangeNothing() throws IOException {
    Path mutants = Path.of("../shared/verdicts/mutants.jsonl");
    Assumptions.assumeTrue(Files.exists(mutants));
    for (String line : Files.readAllLines(mutants)) {
      Decoded once = SCHEMA.decode(Objects.manifest(Objects.JSON.readTree(line).path("object")));
      if (once.kind().isPresent()) {
        MappingNode twice = Defaults.add(once.kind().get(), once.root());
        assertSame(once.root(), twice, () -> line + "\n" + Objects.json(once.root()));
      }
    }
  }

  @Test
  void whatDefaultsAddIsDecodable() throws IOException {
    Path mutants = Path.of("../shared/verdicts/mutants.jsonl");
    Assumptions.assumeTrue(Files.exists(mutants));
    for (String line : Files.readAllLines(mutants)) {
      Decoded once = SCHEMA.decode(Objects.manifest(Objects.JSON.readTree(line).path("object")));
      if (once.refusals().isEmpty()) {
        Decoded twice = SCHEMA.decode(Objects.manifest(Objects.tree(once.root())));
        assertEquals(List.of(), twice.refusals(), line);
      }
    }
  }
}
