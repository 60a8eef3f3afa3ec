package foresail.simulation.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes manifests of pods and workloads that do all kinds of things; the same seed, the same text.
 */
final class RandomManifests {
  private static final List<String> SCRIPTS =
      List.of(
          "sleep 3600",
          "exit 0",
          "exit 3",
          "sleep 2; exit 1",
          "sleep 5",
          "trap 'exit 0' TERM; while true; do sleep 0.3; done",
          "trap '' TERM; while true; do sleep 1; done",
          "sleep 1; x=a; while true; do x=$x$x$x$x; done",
          "until nslookup web; do sleep 1; done",
          "touch /tmp/up; sleep 6; rm /tmp/up; sleep 100",
          "while :; do :; done",
          "echo hello > /shared/f; sleep 3",
          "until [ -f /shared/f ]; do sleep 1; done; sleep 7; exit 4",
          "n=$(cat /shared/n 2>/dev/null || echo 0); echo $((n+1)) > /shared/n; [ $n -ge 2 ]",
          "kill -9 $$",
          "nc -z web 80 || exit 9",
          "if ((; then");

  private static final List<String> IMAGES =
      List.of("busybox:1.36", "nginx:1.27", "example.com/app:1", "absent:1", "Bad/Name:x");

  private static final List<String> PROBES =
      List.of(
          "exec: {command: [cat, /tmp/up]}",
          "exec: {command: ['true']}",
          "exec: {command: [sleep, '5']}",
          "httpGet: {port: 80}",
          "tcpSocket: {port: 81}",
          "tcpSocket: {port: nosuch}",
          "grpc: {port: 5000}");

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private RandomManifests(long seed) {
    this.random = new Random(seed);
  }

  static String of(long seed) {
    var manifests = new RandomManifests(seed);
    manifests.service();
    int count = 1 + manifests.random.nextInt(4);
    for (int i = 0; i < count; i++) {
      manifests.object("o" + i);
    }
    return manifests.text.toString();
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private void service() {
    text.append("apiVersion: v1\nkind: Service\nmetadata: {name: web}\n");
    text.append("spec: {selector: {app: o0}, ports: [{port: 80}]");
    text.append(chance(0.5) ? ", clusterIP: None}\n" : "}\n");
  }

  private void object(String name) {
    text.append("---\n");
    switch (random.nextInt(5)) {
      case 0 -> workload("apps/v1", "Deployment", name, "  replicas: 2\n");
      case 1 -> workload("apps/v1", "StatefulSet", name, "  replicas: 2\n  serviceName: web\n");
      case 2 -> job(name);
      default -> {
        text.append("apiVersion: v1\nkind: Pod\nmetadata: {name: ").append(name);
        text.append(", labels: {app: ").append(name).append("}}\nspec:\n");
        podSpec("  ", one(List.of("Always", "OnFailure", "Never")));
      }
    }
  }

  private void workload(String version, String kind, String name, String fields) {
    text.append("apiVersion: ").append(version).append("\nkind: ").append(kind);
    text.append("\nmetadata: {name: ").append(name).append("}\nspec:\n").append(fields);
    text.append("  selector: {matchLabels: {app: ").append(name).append("}}\n  template:\n");
    text.append("    metadata: {labels: {app: ").append(name).append("}}\n    spec:\n");
    podSpec("      ", "Always");
  }

  private void job(String name) {
    text.append("apiVersion: batch/v1\nkind: Job\nmetadata: {name: ").append(name);
    text.append("}\nspec:\n  backoffLimit: 2\n  completions: 2\n  template:\n    spec:\n");
    podSpec("      ", one(List.of("OnFailure", "Never")));
  }

  private void podSpec(String indent, String policy) {
    text.append(indent).append("restartPolicy: ").append(policy).append('\n');
    if (chance(0.2)) {
      text.append(indent).append("activeDeadlineSeconds: ").append(1 + random.nextInt(30));
      text.append('\n');
    }
    if (chance(0.3)) {
      text.append(indent).append("terminationGracePeriodSeconds: ").append(random.nextInt(8));
      text.append('\n');
    }
    if (chance(0.1)) {
      text.append(indent).append("nodeSelector: {disk: ssd}\n");
    }
    if (chance(0.4)) {
      text.append(indent).append("initContainers:\n");
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        container(indent, "i" + i, chance(0.4), true);
      }
    }
    text.append(indent).append("containers:\n");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      container(indent, "c" + i, false, false);
    }
    text.append(indent).append("volumes:\n").append(indent).append("- {name: shared, ");
    text.append(one(List.of("emptyDir: {}", "emptyDir: {}", "configMap: {name: nope}")));
    text.append("}\n");
  }

  private void container(String indent, String name, boolean sidecar, boolean init) {
    String in = indent + "  ";
    text.append(indent).append("- name: ").append(name).append('\n');
    text.append(in).append("image: ").append(chance(0.8) ? "busybox:1.36" : one(IMAGES));
    text.append('\n');
    if (chance(0.9)) {
      text.append(in).append("command: [sh, -c, \"").append(one(SCRIPTS)).append("\"]\n");
    }
    text.append(in).append("volumeMounts: [{name: shared, mountPath: /shared}]\n");
    if (sidecar) {
      text.append(in).append("restartPolicy: Always\n");
    }
    if (chance(0.2)) {
      text.append(in).append("resources: {limits: {memory: 24Mi, cpu: ");
      text.append(one(List.of("100m", "1", "3"))).append("}}\n");
    }
    if (chance(0.1)) {
      text.append(in).append("env: [{name: A, valueFrom: {configMapKeyRef: {name: x, key: y}}}]\n");
    }
    if (sidecar || !init) {
      for (String probe : new ArrayList<>(List.of("liveness", "readiness", "startup"))) {
        if (chance(0.25)) {
          text.append(in).append(probe).append("Probe: {").append(one(PROBES));
          text.append(", periodSeconds: ").append(1 + random.nextInt(4)).append("}\n");
        }
      }
      if (chance(0.15)) {
        text.append(in).append("lifecycle: {preStop: {exec: {command: [sleep, '3']}}}\n");
      }
    }
  }
}
