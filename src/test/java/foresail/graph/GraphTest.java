package foresail.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.model.KubernetesObject;
import foresail.model.Model;
import foresail.model.Service;
import foresail.model.Workload;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import foresail.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GraphTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web, tier: front}}
      spec:
        imagePullSecrets: [{name: registry}]
        containers:
        - name: app
          image: web:1
          env:
          - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: level}}}
          - {name: B, valueFrom: {secretKeyRef: {name: token, key: t, optional: true}}}
          - {name: C, valueFrom: {configMapKeyRef: {name: "${NAME}", key: t}}}
          volumeMounts: [{name: data, mountPath: /d}, {name: all, mountPath: /e}]
        volumes:
        - name: data
          persistentVolumeClaim: {claimName: store}
        - name: all
          projected: {sources: [{configMap: {name: settings, items: [{key: x, path: y}]}}]}
        - name: unused
          configMap: {name: nobody-looks}
      """;

  @Test
  void tellsWhatAPodNamesAndWhatBecomesOfIt() {
    Graph graph =
        graph(
            POD
                + """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {level: info}
                """);
    List<String> told = new ArrayList<>();
    for (Reference reference : graph.references()) {
      told.add(
          reference.kind()
              + " "
              + reference.name()
              + " "
              + reference.resolution().getClass().getSimpleName()
              + " "
              + reference.at().span().line());
    }
    assertEquals(
        List.of(
            "ConfigMap settings Resolved 10",
            "Secret token Optional 11",
            "ConfigMap ${NAME} Unknowable 12",
            "PersistentVolumeClaim store Dangling 16",
            "ConfigMap settings Resolved 18",
            "Secret registry Dangling 5"),
        told);
  }

  @Test
  void twoExplicitNamespacesMustBeEqual() {
    Graph graph =
        graph(
            POD
                + """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: other}
                """);
    assertTrue(graph.references().get(0).dangles());
    assertEquals("other", graph.near("ConfigMap", "shop", "settings").get().namespace());
  }

  @Test
  void aPodOfTheInputsIsBehindTheServiceThatSelectsIt() {
    Graph graph =
        graph(
            POD
                + """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: {app: web, tier: front}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: wbe, namespace: shop}
                spec: {selector: {app: wbe}}
                """);
    Workload pod = graph.workloads().get(0);
    Service web = graph.services().get(0);
    assertEquals(List.of(pod), graph.backends(web));
    assertEquals(List.of(web), graph.servicesOf(pod));
    assertEquals(List.of(), graph.backends(graph.services().get(1)));
    assertEquals(List.of("web"), graph.nearLabelValues("app", "wbe"));
  }

  @Test
  void knowsTheClaimsOfAStatefulSet() {
    Graph graph =
        graph(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: db}]}
              volumeClaimTemplates: [{metadata: {name: data}}]
            """);
    assertTrue(graph.isKnown("PersistentVolumeClaim", "", "data-db-0"));
    assertFalse(graph.isKnown("PersistentVolumeClaim", "", "data-db-x"));
    assertFalse(graph.isKnown("PersistentVolumeClaim", "", "data-dc-0"));
  }

  @Test
  void aKustomizationGivesNamespaceAndGeneratedNames(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        namespace: shop
        resources: [pod.yaml]
        patches: [{path: patch.yaml}]
        configMapGenerator: [{name: settings, literals: [level=info]}]
        """);
    Files.writeString(folder.resolve("pod.yaml"), POD.replace(", namespace: shop", ""));
    Files.writeString(
        folder.resolve("patch.yaml"),
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app}]}\n");
    Sources sources =
        new SourceReader(ReadOptions.standard())
            .read(List.of(folder), InputStream.nullInputStream());
    Graph graph =
        Graph.of(
            new GraphInput(
                models(sources), List.of(), External.NONE, sources.skipped(), "", false));
    assertEquals("shop", graph.namespaceOf(graph.workloads().get(0)));
    assertEquals(1, graph.workloads().size());
    assertTrue(graph.isKnown("ConfigMap", "shop", "settings"));
    assertTrue(graph.worldOf(graph.workloads().get(0)).kustomized());
  }

  @Test
  void externalNamesMayHoldStars() {
    External external = External.of(List.of("secret/*-tls", "cm"));
    assertTrue(external.has("Secret", "web-tls"));
    assertFalse(external.has("Secret", "web"));
    assertTrue(external.has("ConfigMap", "anything"));
  }

  @Test
  void nearNamesAreMisspelledAndNotNumberedOnes() {
    assertTrue(NearNames.isNear("web", "wbe"));
    assertTrue(NearNames.isNear("my-db", "mydb"));
    assertTrue(NearNames.isNear("frontend", "fronted"));
    assertFalse(NearNames.isNear("v1", "v2"));
    assertFalse(NearNames.isNear("web", "app"));
    assertEquals(
        List.of("my-service", "myservise"),
        new NearNames(List.of("other", "myservise", "my-service")).like("myservice"));
  }

  /** What the index says must be what a comparison with every name says. */
  @Test
  void nearNamesOfManyAreThoseOfEachPair() {
    long seed = 20261121;
    var random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      var name = new StringBuilder();
      for (int length = 2 + random.nextInt(6); length > 0; length--) {
        name.append("ab-1".charAt(random.nextInt(4)));
      }
      names.add(name.toString());
    }
    var index = new NearNames(names);
    for (String name : names) {
      List<String> found = index.like(name);
      for (String other : names) {
        if (found.contains(other)) {
          assertTrue(NearNames.isNear(name, other), "seed " + seed + ": " + name + " " + other);
        }
      }
    }
  }

  @Test
  void hostsMeanServicesAsClusterDnsReadsThem() {
    assertEquals(new Host.OfService("db", "shop", true), Host.of("db", "shop"));
    assertEquals(new Host.OfService("db", "data", false), Host.of("db.data", "shop"));
    assertEquals(new Host.OfService("db", "data", true), Host.of("DB.data.svc.cluster.local.", ""));
    assertEquals(
        new Host.OfPod("db-0", "db", "data", true), Host.of("db-0.db.data.svc.cluster.local", ""));
    assertEquals(new Host.Elsewhere(), Host.of("10.0.0.1", "shop"));
    assertEquals(new Host.Elsewhere(), Host.of("localhost", "shop"));
    assertEquals(new Host.Elsewhere(), Host.of("api.example.com", "shop"));
  }

  private static Graph graph(String text) {
    return Graph.of(
        GraphInput.of(models(new SourceReader(ReadOptions.standard()).readText("in.yaml", text))));
  }

  private static List<KubernetesObject> models(Sources sources) {
    return sources.manifests().stream().map(Model::of).toList();
  }
}
