import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a cluster of N nodes and Deployments of 50 replicas behind Services, P pods in all: {@code
 * java bench/Worlds.java FOLDER N P}.
 */
public final class Worlds {
  private static final int REPLICAS = 50;

  private static final String DEPLOYMENT =
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web-%1$d}
      spec:
        replicas: %2$d
        selector: {matchLabels: {app: web-%1$d}}
        template:
          metadata: {labels: {app: web-%1$d}}
          spec:
            containers:
            - name: app
              image: registry.example/app:1
              ports: [{containerPort: 8080}]
              readinessProbe: {httpGet: {port: 8080}, periodSeconds: 10}
              resources: {requests: {cpu: 100m, memory: 128Mi}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web-%1$d}
      spec: {selector: {app: web-%1$d}, ports: [{port: 80, targetPort: 8080}]}
      """;

  private Worlds() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int nodes = Integer.parseInt(arguments[1]);
    int pods = Integer.parseInt(arguments[2]);
    var cluster = new StringBuilder("nodes:\n");
    for (int i = 0; i < nodes; i++) {
      cluster.append(
          "- {name: node-%1$d, cpu: 8, memory: 32Gi, pods: 110, labels: {kubernetes.io/hostname: node-%1$d, topology.kubernetes.io/zone: z%2$d}}\n"
              .formatted(i, i % 3));
    }
    Files.writeString(folder.resolve("cluster.yaml"), cluster);
    var manifests = new StringBuilder();
    for (int made = 0; made < pods; made += REPLICAS) {
      manifests.append(DEPLOYMENT.formatted(made / REPLICAS, Math.min(REPLICAS, pods - made)));
    }
    Files.writeString(folder.resolve("manifests.yaml"), manifests);
  }
}
