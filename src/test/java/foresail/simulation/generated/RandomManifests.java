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

  private static final String NEAR_O0 =
      "{labelSelector: {matchLabels: {app: o0}}, topologyKey: kubernetes.io/hostname}";
  private static final List<String> APART =
      List.of(
          "requiredDuringSchedulingIgnoredDuringExecution: [" + NEAR_O0 + "]",
          "preferredDuringSchedulingIgnoredDuringExecution: [{weight: 9, podAffinityTerm: "
              + NEAR_O0
              + "}]");

  private static final List<String> SURROUNDINGS =
      List.of(
          "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: low}, value:"
              + " 5}",
          "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value:"
              + " 900}",
          "{apiVersion: v1, kind: ResourceQuota, metadata: {name: NAME}, spec: {hard: {pods:"
              + " '4'}}}",
          "{apiVersion: v1, kind: LimitRange, metadata: {name: NAME}, spec: {limits: [{type:"
              + " Container, default: {cpu: 500m}, defaultRequest: {cpu: 200m}, max: {cpu:"
              + " '2'}}]}}",
          "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: NAME}, spec:"
              + " {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}",
          "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: NAME},"
              + " spec: {minReplicas: 2, maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1,"
              + " kind: Deployment, name: o0}}}",
          "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: NAME}, spec:"
              + " {maxUnavailable: 30%, selector: {matchLabels: {app: o0}}}}",
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: nope}, data: {a: b}}");

  /** What the numbers of kinds mean. */
  static final List<String> KINDS =
      List.of(
          "deployment",
          "deployment",
          "statefulset",
          "daemonset",
          "job",
          "job",
          "cronjob",
          "replicaset",
          "pod",
          "pod",
          "pod");

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private RandomManifests(long seed) {
    this.random = new Random(seed);
  }

  /** All kinds of objects, for a cluster of which nothing is known. */
  static String of(long seed) {
    var manifests = new RandomManifests(seed);
    manifests.service();
    int count = 1 + manifests.random.nextInt(4);
    for (int i = 0; i < count; i++) {
      manifests.object("o" + i);
    }
    return manifests.text.toString();
  }

  /** One object that others depend on; the same number names the same object. */
  static String surrounding(long seed, int number) {
    var manifests = new RandomManifests(seed);
    return manifests.one(SURROUNDINGS).replace("NAME", "s" + number);
  }

  /**
   * One object; the same name and kind with another seed is an update of it.
   *
   * @param kind 0 to 10: see {@link #KINDS}
   */
  static String object(long seed, String name, int kind) {
    var manifests = new RandomManifests(seed);
    manifests.text.append("---\n");
    manifests.kind(name, kind);
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
    kind(name, random.nextInt(KINDS.size()));
  }

  private void kind(String name, int kind) {
    switch (kind) {
      case 0, 1 -> workload("apps/v1", "Deployment", name, replicas() + deploymentStrategy());
      case 2 ->
          workload(
              "apps/v1", "StatefulSet", name, replicas() + "  serviceName: web\n" + setStrategy());
      case 3 -> workload("apps/v1", "DaemonSet", name, daemonStrategy());
      case 4, 5 -> job(name);
      case 6 -> cronJob(name);
      case 7 -> workload("apps/v1", "ReplicaSet", name, replicas());
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

  private String replicas() {
    return "  replicas: " + random.nextInt(5) + "\n";
  }

  private String deploymentStrategy() {
    return "  minReadySeconds: "
        + random.nextInt(4)
        + "\n"
        + one(
            List.of(
                "",
                "  strategy: {type: Recreate}\n",
                "  strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}\n",
                "  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 50%}}\n",
                "  strategy: {rollingUpdate: {maxSurge: 100%, maxUnavailable: 100%}}\n",
                "  paused: true\n",
                "  progressDeadlineSeconds: 20\n"));
  }

  private String setStrategy() {
    return one(
        List.of(
            "",
            "  podManagementPolicy: Parallel\n",
            "  updateStrategy: {type: OnDelete}\n",
            "  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}\n"));
  }

  private String daemonStrategy() {
    return one(
        List.of(
            "",
            "  updateStrategy: {type: OnDelete}\n",
            "  updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}\n",
            "  updateStrategy: {rollingUpdate: {maxUnavailable: 50%}}\n"));
  }

  private void job(String name) {
    text.append("apiVersion: batch/v1\nkind: Job\nmetadata: {name: ").append(name);
    text.append("}\nspec:\n");
    jobSpec("  ");
  }

  private void cronJob(String name) {
    text.append("apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: ").append(name);
    text.append("}\nspec:\n  schedule: \"* * * * *\"\n  concurrencyPolicy: ");
    text.append(one(List.of("Allow", "Forbid", "Replace"))).append('\n');
    text.append("  successfulJobsHistoryLimit: ").append(random.nextInt(3)).append('\n');
    text.append("  jobTemplate:\n    spec:\n");
    jobSpec("      ");
  }

  private void jobSpec(String in) {
    boolean never = chance(0.5);
    text.append(in).append("backoffLimit: ").append(random.nextInt(3)).append('\n');
    text.append(in).append("parallelism: ").append(1 + random.nextInt(3)).append('\n');
    text.append(in)
        .append(
            one(
                List.of(
                    "completions: 2",
                    "completions: 3\n" + in + "completionMode: Indexed",
                    "completions: 1\n" + in + "activeDeadlineSeconds: 20",
                    "completions: 1\n" + in + "ttlSecondsAfterFinished: 5",
                    "suspend: " + chance(0.5))))
        .append('\n');
    if (never && chance(0.3)) {
      text.append(in).append("podFailurePolicy: {rules: [{action: ");
      text.append(one(List.of("FailJob", "Ignore", "Count")));
      text.append(", onExitCodes: {operator: In, values: [1, 3]}}]}\n");
    }
    text.append(in).append("template:\n").append(in).append("  spec:\n");
    podSpec(in + "    ", never ? "Never" : "OnFailure");
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
    if (chance(0.2)) {
      text.append(indent).append("priorityClassName: ").append(one(List.of("low", "high", "nope")));
      text.append('\n');
    }
    if (chance(0.1)) {
      text.append(indent).append("tolerations: [{operator: Exists}]\n");
    }
    if (chance(0.15)) {
      text.append(indent).append("affinity: {podAntiAffinity: {").append(one(APART)).append("}}\n");
    }
    if (chance(0.1)) {
      text.append(indent).append("topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone,");
      text.append(" whenUnsatisfiable: ").append(one(List.of("DoNotSchedule", "ScheduleAnyway")));
      text.append(", labelSelector: {matchLabels: {app: o0}}}]\n");
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
    text.append(
        one(
            List.of(
                "emptyDir: {}",
                "emptyDir: {}",
                "configMap: {name: nope}",
                "persistentVolumeClaim: {claimName: s1}")));
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
    if (chance(0.1)) {
      text.append(in).append("ports: [{containerPort: 80, hostPort: 8080}]\n");
    }
    if (chance(0.3)) {
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
