package foresail.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Edit;
import foresail.finding.Refusal;
import foresail.source.Manifest;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be decoded, as a user reads it. */
final class DecoderTest {
  private static final Schema SCHEMA = Schema.of(Release.DEFAULT);

  /** A pod's container in YAML flow style; fact, path and message of its only refusal, its fix. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          imagePulPolicy: Always | decode.unknown-field spec.containers[0].imagePulPolicy unknown field "spec.containers[0].imagePulPolicy" | write imagePullPolicy
          Image: a | decode.unknown-field spec.containers[0].Image unknown field "spec.containers[0].Image" | write image
          hostNetwork: true | decode.unknown-field spec.containers[0].hostNetwork unknown field "spec.containers[0].hostNetwork" | move it to spec.hostNetwork
          privileged: true | decode.unknown-field spec.containers[0].privileged unknown field "spec.containers[0].privileged" | move it to spec.containers[0].securityContext.privileged
          blub: 1 | decode.unknown-field spec.containers[0].blub unknown field "spec.containers[0].blub" |
          env: [{name: A, value: 8080}] | decode.unquoted-scalar spec.containers[0].env[0].value json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string | write "8080"
          env: [{name: A, value: yes}] | decode.unquoted-scalar spec.containers[0].env[0].value json: cannot unmarshal bool into Go struct field EnvVar.spec.containers.env.value of type string | write "yes"
          env: [{name: A, value: 010}] | decode.unquoted-scalar spec.containers[0].env[0].value json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string | write "010"
          args: [-v, 1.10] | decode.unquoted-scalar spec.containers[0].args[1] json: cannot unmarshal number into Go struct field Container.spec.containers.args of type string | write "1.10"
          command: sh | decode.wrong-type spec.containers[0].command json: cannot unmarshal string into Go struct field Container.spec.containers.command of type []string | write a list: one item a line, each behind a -
          stdin: "true" | decode.wrong-type spec.containers[0].stdin json: cannot unmarshal string into Go struct field Container.spec.containers.stdin of type bool | write true
          ports: [{containerPort: "80"}] | decode.wrong-type spec.containers[0].ports[0].containerPort json: cannot unmarshal string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32 | write 80
          ports: [{containerPort: http}] | decode.wrong-type spec.containers[0].ports[0].containerPort json: cannot unmarshal string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32 |
          ports: {containerPort: 80} | decode.wrong-type spec.containers[0].ports json: cannot unmarshal object into Go struct field Container.spec.containers.ports of type []v1.ContainerPort | put a - before it: the field takes a list
          ports: [{containerPort: 2.5}] | decode.int-range spec.containers[0].ports[0].containerPort json: cannot unmarshal number 2.5 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32 |
          ports: [{containerPort: 2147483648}] | decode.int-range spec.containers[0].ports[0].containerPort json: cannot unmarshal number 2147483648 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32 |
          livenessProbe: {httpGet: {port: true}} | decode.wrong-type spec.containers[0].livenessProbe.ProbeHandler.httpGet.port json: cannot unmarshal bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.ProbeHandler.httpGet.port of type int32 |
          resources: {limits: {memory: 64MB}} | decode.quantity spec.containers[0].resources.limits[memory] quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$' |
          resources: {limits: {memory: 1ki}} | decode.quantity spec.containers[0].resources.limits[memory] unable to parse quantity's suffix |
          resources: {limits: {cpu: true}} | decode.quantity spec.containers[0].resources.limits[cpu] quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$' |
          resources: {limits: 5} | decode.wrong-type spec.containers[0].resources.limits json: cannot unmarshal number into Go struct field ResourceRequirements.spec.containers.resources.limits of type v1.ResourceList |
          env: [{name: A, valueFrom: {secretKeyRef: {name: 1, key: b}}}] | decode.unquoted-scalar spec.containers[0].env[0].valueFrom.secretKeyRef.LocalObjectReference.name json: cannot unmarshal number into Go struct field SecretKeySelector.spec.containers.env.valueFrom.secretKeyRef.LocalObjectReference.name of type string | write "1"
          """)
  void namesFieldReasonAndCure(String field, String expected, String cure) {
    List<Refusal> refusals =
        refusals("{apiVersion: v1, kind: Pod, spec: {containers: [{" + field + "}]}}");
    assertEquals(1, refusals.size(), refusals::toString);
    Refusal refusal = refusals.get(0);
    assertEquals(expected, refusal.fact() + " " + refusal.path() + " " + refusal.message());
    assertEquals(cure == null ? "" : cure, refusal.fix().map(fix -> fix.description()).orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {apiVersion: v1, kind: Secret, data: {a: YQ, b: "c3\\nQ=", c: "a b="}} | data[a]: illegal base64 data at input byte 0; data[c]: illegal base64 data at input byte 1
          {apiVersion: v1, kind: Pod, metadata: {creationTimestamp: 2024-01-01}} | metadata.creationTimestamp: parsing time "2024-01-01" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T"
          {apiVersion: v1, kind: Pod, metadata: {creationTimestamp: 7}} | metadata.creationTimestamp: json: cannot unmarshal number into Go value of type string
          {apiVersion: v1, kind: Pod, metadata: {labels: {a: 1, b: true, c: x}}} | metadata.labels[a]: json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string; metadata.labels[b]: json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string
          {apiVersion: v1, kind: Pod, metadata: x, spec: 1} | metadata: json: cannot unmarshal string into Go struct field Pod.metadata of type v1.ObjectMeta; spec: json: cannot unmarshal number into Go struct field Pod.spec of type v1.PodSpec
          {apiVersion: apps/v1, kind: Deployment, spec: {replica: 2, containers: []}} | spec.replica: unknown field "spec.replica"; spec.containers: unknown field "spec.containers"
          """)
  void reportsEveryProblemOfAnObject(String yaml, String expected) {
    String found =
        refusals(yaml).stream()
            .map(refusal -> refusal.path() + ": " + refusal.message())
            .collect(Collectors.joining("; "));
    assertEquals(expected, found);
  }

  @Test
  void anUnknownFieldIsUnknownAlsoWithoutValue() {
    String yaml = "{apiVersion: v1, kind: Pod, spec: {replicas: }}";
    assertEquals("spec.replicas", refusals(yaml).get(0).path());
  }

  /** All of it is decoded, though some of it is refused later. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {apiVersion: v1, kind: Pod, metadata: {creationTimestamp: null, labels: {a: null}}, spec: {containers: [null]}}
          {apiVersion: v1, kind: Pod, spec: {terminationGracePeriodSeconds: 1e1, priority: 3.0}}
          {apiVersion: v1, kind: Pod, metadata: {managedFields: [{fieldsV1: {"f:spec": {"f:x": {}}}}]}}
          {apiVersion: v1, kind: Service, spec: {ports: [{port: 80, targetPort: http}, {port: 1, targetPort: 2}]}}
          {apiVersion: apps/v1, kind: ControllerRevision, data: {whatever: [1, {a: b}]}, revision: 1}
          {apiVersion: v1, kind: ResourceQuota, spec: {hard: {cpu: 1.5, memory: 1Gi, pods: " 10 ", a: 1e3}}}
          {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, spec: {versions: [{schema: {openAPIV3Schema: {properties: {a: {default: {b: 1}, items: {any: 1}}}}}}]}}
          {apiVersion: acme.io/v1, kind: Anything, spec: {at: {all: 1}}}
          """)
  void whatTheServerDecodesIsNotRefused(String yaml) {
    assertEquals(List.of(), refusals(yaml));
  }

  @Test
  void editsPutTheFileRight() {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, labels: {on: yes}}
        spec:
          containers:
          - name: a
            image: a
            ports: [{containerPort: '80'}]
            "imagePulPolicy": Always
        """;
    List<Refusal> refusals = refusals(text);
    assertEquals(3, refusals.size());
    String fixed = text;
    for (int i = refusals.size() - 1; i >= 0; i--) {
      Edit edit = refusals.get(i).fix().orElseThrow().edits().get(0);
      var file = edit.span().file();
      int from = file.offset(edit.span().line(), edit.span().column());
      int to = file.offset(edit.span().endLine(), edit.span().endColumn());
      fixed = fixed.substring(0, from) + edit.text() + fixed.substring(to);
    }
    assertEquals(
        text.replace("yes", "\"yes\"").replace("'80'", "80").replace("PulP", "PullP"), fixed);
    assertEquals(List.of(), refusals(fixed));
  }

  /** Takes a valid object, breaks one value in a random place, and expects to hear of it there. */
  @Test
  void aBrokenValueIsFoundWhereItIs() {
    String pod =
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"labels\":{\"b\":\"c\"}},"
            + "\"spec\":{\"hostNetwork\":true,\"containers\":[{\"name\":\"a\",\"args\":[\"x\"],"
            + "\"ports\":[{\"containerPort\":80}],\"resources\":{\"limits\":{\"cpu\":\"1\"}}}]}}";
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      var tree = Objects.JSON.readTree(pod);
      String place = Breaker.breakOneValue(tree, random);
      List<Refusal> refusals = SCHEMA.decode(Objects.manifest(tree)).refusals();
      assertTrue(
          refusals.stream().anyMatch(refusal -> refusal.path().equals(place)),
          () -> "seed " + seed + ": " + place + " of " + tree + ": " + refusals);
    }
  }

  private static List<Refusal> refusals(String yaml) {
    List<Manifest> manifests =
        new SourceReader(ReadOptions.standard()).readText("test.yaml", yaml).manifests();
    assertEquals(1, manifests.size(), yaml);
    return SCHEMA.decode(manifests.get(0)).refusals();
  }
}
