package foresail.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Label;
import foresail.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cluster facts and scenarios as users write them. */
final class FactsFilesTest {
  private static final Path RECORDED = Path.of("../shared/recorded");

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> said(Loaded<?> loaded) {
    return loaded.problems().stream().map(FactsFilesTest::said).toList();
  }

  private static String said(Label label) {
    return label.span().line() + ":" + label.span().column() + ": " + label.message();
  }

  @Test
  void everyRecordedFileLoads() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(RECORDED));
    assertEquals(List.of(), said(ClusterFactsReader.read(RECORDED.resolve("cluster.yaml"))));
    try (Stream<Path> folders = Files.list(RECORDED)) {
      for (Path scenario : folders.map(case_ -> case_.resolve("scenario.yaml")).toList()) {
        if (Files.exists(scenario)) {
          Loaded<Scenario> loaded = ScenarioReader.read(scenario);
          assertEquals(List.of(), said(loaded), scenario::toString);
          assertTrue(
              loaded.value().get().steps().get(0) instanceof Step.Apply apply
                  && apply.files() instanceof Origin.Paths files
                  && Files.exists(files.paths().get(0)),
              scenario::toString);
        }
      }
    }
  }

  @Test
  void anchorsAliasesAndMergeKeysAreRead() throws IOException {
    Path file =
        write(
            "scenario.yaml",
            """
            until: &end 60s
            steps:
            - &first {at: 0s, apply: [web.yaml]}
            - {<<: *first, at: *end}
            """);
    Loaded<Scenario> loaded = ScenarioReader.read(file);
    assertEquals(List.of(), said(loaded));
    assertEquals(Duration.ofSeconds(60), loaded.value().get().steps().get(1).at());
  }

  @Test
  void aScenarioSaysAllItCan() throws IOException {
    Path file =
        write(
            "scenario.yaml",
            """
            namespace: shop
            until: 1m30s
            start: 2026-11-20T23:31:10Z
            steps:
            - {at: 12s, delete: deploy/web}
            - {at: 0s, apply: [a.yaml, b.yaml]}
            - {at: 20s, stop: node/node-1}
            - {at: 0.5m, start: node/node-1}
            containers:
            - {match: "Deployment/web/app", starts: 8s, serves: {8080: {after: 8s, "/ok": 204}}, exits: {code: 1, after: 90s}}
            """);
    Loaded<Scenario> loaded = ScenarioReader.read(file);
    assertEquals(List.of(), said(loaded));
    Scenario scenario = loaded.value().get();
    assertEquals("shop", scenario.namespace().get());
    assertEquals(Duration.ofSeconds(90), scenario.until().get());
    assertEquals(Instant.parse("2026-11-20T23:31:10Z"), scenario.start().get());
    assertEquals(
        List.of(
            new Step.Apply(
                Duration.ZERO, List.of(folder.resolve("a.yaml"), folder.resolve("b.yaml"))),
            new Step.Delete(Duration.ofSeconds(12), new ObjectName("deploy", "web")),
            new Step.StopNode(Duration.ofSeconds(20), "node-1"),
            new Step.StartNode(Duration.ofSeconds(30), "node-1")),
        scenario.steps());
    ContainerFacts facts = scenario.containers().get(0);
    assertTrue(facts.match().matches("deployment", "web", "app"));
    assertEquals(Duration.ofSeconds(8), facts.behaviour().starts().get());
    assertEquals(204, facts.behaviour().serves().get(8080).status("/ok"));
    assertEquals(404, facts.behaviour().serves().get(8080).status("/other"));
    assertEquals(new Behaviour.Exit(Duration.ofSeconds(90), 1), facts.behaviour().exits().get());
  }

  @Test
  void aWrongScenarioIsToldWhereAndHow() throws IOException {
    Path file =
        write(
            "scenario.yaml",
            """
            untli: 60s
            steps:
            - {at: soon, apply: a.yaml}
            - {apply: a.yaml}
            - {at: 1s}
            - {at: 1s, delete: p}
            - {at: 1s, stop: pod/p}
            containers:
            - {match: web, exits: {code: 256}}
            """);
    assertEquals(
        List.of(
            "1:1: unknown key \"untli\"; did you mean until?",
            "3:8: \"at\" should be a length of time such as 5s, 0.4s or 1m30s and is \"soon\"",
            "4:3: \"at\" is missing",
            "5:3: the step does nothing; it needs apply, delete, stop or start",
            "6:20: \"delete\" should name an object such as pod/p",
            "7:18: only a node can stop, such as node/node-1",
            "9:11: \"match\" should be KIND/NAME/CONTAINER, such as Deployment/web/app and is"
                + " \"web\"",
            "9:30: \"code\" should be a whole number from 0 to 255 and is \"256\""),
        said(ScenarioReader.read(file)));
  }

  @Test
  void clusterFactsInTheirOwnForm() throws IOException {
    write("there.yaml", "{apiVersion: v1, kind: Secret, metadata: {name: s}}");
    Path file =
        write(
            "cluster.yaml",
            """
            kubernetes: 1.30
            nodes:
            - {name: n, cpu: 500m, memory: 8Gi, nvidia.com/gpu: 1, labels: {zone: a}, taints: [{key: k, effect: NoExecute}]}
            images:
            - {match: "web:*", present: true, user: 1000, command: [run, "-v"], stops: {after: 0.1s, code: 3}}
            - {match: "web:2", pull: absent}
            storageClasses:
            - {name: fast, default: true, volumeBindingMode: WaitForFirstConsumer, binds: never}
            dns: false
            objects:
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: x}}
            - there.yaml
            timings: {pull: 9s}
            """);
    Loaded<ClusterFacts> loaded = ClusterFactsReader.read(file);
    assertEquals(List.of(), said(loaded));
    ClusterFacts facts = loaded.value().get();
    assertEquals("1.30", facts.kubernetes().get());
    NodeFacts node = facts.nodes().get().get(0);
    assertEquals("{cpu=500m, memory=8Gi, nvidia.com/gpu=1}", node.allocatable().toString());
    assertEquals(List.of(new NodeFacts.Taint("k", "", "NoExecute")), node.taints());
    ImageFacts image = facts.image("web:2").get();
    assertTrue(image.present(), "the first match wins");
    assertEquals(List.of("run", "-v"), image.command().get());
    assertEquals("1000", image.user().get());
    assertEquals(3, image.behaviour().stops().get().code());
    StorageClassFacts fast = facts.storageClasses().get().get(0);
    assertTrue(fast.isDefault() && fast.waitForFirstConsumer() && fast.binds().isEmpty());
    assertTrue(!facts.dns() && facts.serviceRouting());
    assertEquals(
        List.of("ConfigMap \"c\"", "Secret \"s\""),
        facts.objects().stream().map(object -> object.id().toString()).toList());
    assertEquals(Duration.ofSeconds(9), facts.timings().pull());
    assertEquals(Timings.USUAL.start(), facts.timings().start());
  }

  @Test
  void clusterFactsFromKubectl() throws IOException {
    Path file =
        write(
            "objects.yaml",
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Node
              metadata: {name: n, labels: {a: b}}
              spec: {unschedulable: true, taints: [{key: k, value: v, effect: NoSchedule}]}
              status: {allocatable: {cpu: "4", memory: 8Gi}, capacity: {cpu: "8"}}
            - apiVersion: storage.k8s.io/v1
              kind: StorageClass
              metadata: {name: local}
              provisioner: kubernetes.io/no-provisioner
            - {apiVersion: v1, kind: Secret, metadata: {name: s}}
            """);
    Loaded<ClusterFacts> loaded = ClusterFactsReader.read(file);
    assertEquals(List.of(), said(loaded));
    ClusterFacts facts = loaded.value().get();
    NodeFacts node = facts.nodes().get().get(0);
    assertEquals("{cpu=4, memory=8Gi}", node.allocatable().toString());
    assertTrue(node.unschedulable());
    assertEquals(List.of(new NodeFacts.Taint("k", "v", "NoSchedule")), node.taints());
    assertTrue(facts.storageClasses().get().get(0).binds().isEmpty());
    assertEquals(1, facts.objects().size());
  }

  @Test
  void wrongClusterFactsAreToldWhereAndHow() throws IOException {
    Path file =
        write(
            "cluster.yaml",
            """
            nodes: {name: n}
            images: [{pull: sometimes}]
            storageClasses: [{name: a, binds: late}]
            objects: [missing.yaml, [x]]
            dns: "no"
            """);
    assertEquals(
        List.of(
            "1:8: \"nodes\" should be a list and is a mapping",
            "2:10: \"match\" is missing",
            "2:17: \"pull\" should be one of ok, absent, unreachable and is \"sometimes\"",
            "3:35: \"binds\" should be a length of time such as 5s, 0.4s or 1m30s and is \"late\"",
            "4:25: \"objects\" holds objects and names of files",
            "5:6: \"dns\" should be true or false and is \"no\"",
            "1:1: there is no such file"),
        said(ClusterFactsReader.read(file)));
  }

  @Test
  void aProjectSaysWhatItWants() throws IOException {
    write(
        ".foresail.yaml",
        """
        kubernetes: 1.34
        exclude: [vendor/, "*.tpl.yaml"]
        external: [secret/*-tls]
        complete: [ConfigMap]
        rules: {image-not-pinned: note, style: off}
        fail-on: never
        cluster: facts.yaml
        """);
    Path below = Files.createDirectories(folder.resolve("a/b"));
    Path found = ConfigReader.find(below).get();
    assertEquals(folder.resolve(".foresail.yaml").toAbsolutePath(), found);
    Loaded<Config> loaded = ConfigReader.read(found);
    assertEquals(List.of(), said(loaded));
    Config config = loaded.value().get();
    assertEquals("1.34", config.kubernetes().get());
    assertEquals(List.of("vendor/", "*.tpl.yaml"), config.exclude());
    assertEquals(
        "{image-not-pinned=Optional[NOTE], style=Optional.empty}", config.rules().toString());
    assertTrue(config.failOn().get().isEmpty());
    assertEquals(found.resolveSibling("facts.yaml"), config.cluster().get());
  }

  @Test
  void aWrongConfigIsToldWhereAndHow() throws IOException {
    Path file = write(".foresail.yaml", "rules: {a: bad}\nfail_on: error\n");
    assertEquals(
        List.of(
            "1:12: \"a\" should be one of error, warning, note, off and is \"bad\"",
            "2:1: unknown key \"fail_on\"; did you mean fail-on?"),
        said(ConfigReader.read(file)));
  }

  @Test
  void whatDoesNotParseIsToldToo() throws IOException {
    Path file = write("scenario.yaml", "until: [60s\n");
    Loaded<Scenario> loaded = ScenarioReader.read(file);
    assertEquals(1, loaded.problems().size());
    assertTrue(loaded.value().isEmpty());
  }

  @Test
  void anEmptyFileSaysNothing() throws IOException {
    assertEquals(
        ClusterFacts.UNKNOWN, ClusterFactsReader.read(write("c.yaml", "# none\n")).value().get());
  }
}
