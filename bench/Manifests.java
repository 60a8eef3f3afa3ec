import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes N documents in F files, Deployments, Services and ConfigMaps in turn, without a mistake:
 * {@code java bench/Manifests.java FOLDER N F}.
 */
public final class Manifests {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: app-%1$d
        namespace: team-%2$d
        labels: {app.kubernetes.io/name: app-%1$d}
      spec:
        replicas: 3
        selector:
          matchLabels: {app.kubernetes.io/name: app-%1$d}
        template:
          metadata:
            labels: {app.kubernetes.io/name: app-%1$d}
          spec:
            containers:
            - name: app
              image: registry.example/app:%1$d
              ports:
              - {name: http, containerPort: 8080}
              env:
              - name: LOG_LEVEL
                valueFrom: {configMapKeyRef: {name: cfg-%1$d, key: log_level}}
              readinessProbe:
                httpGet: {path: /ready, port: http}
                periodSeconds: 5
              livenessProbe:
                httpGet: {path: /healthz, port: http}
                initialDelaySeconds: 10
              resources:
                requests: {cpu: 100m, memory: 128Mi}
                limits: {memory: 256Mi}
              volumeMounts:
              - {name: config, mountPath: /etc/app}
            volumes:
            - name: config
              configMap: {name: cfg-%1$d}
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: app-%1$d
        namespace: team-%2$d
      spec:
        selector: {app.kubernetes.io/name: app-%1$d}
        ports:
        - {name: http, port: 80, targetPort: http}
      """;

  private static final String CONFIG =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cfg-%1$d
        namespace: team-%2$d
      data:
        log_level: info
        app.properties: |
          server.port=8080
          region=eu-%2$d
      """;

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int count = Integer.parseInt(args[1]);
    int files = Integer.parseInt(args[2]);
    List<String> forms = List.of(DEPLOYMENT, SERVICE, CONFIG);
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int app = i / forms.size();
      documents.add(forms.get(i % forms.size()).formatted(app, app % 20));
    }
    int each = (count + files - 1) / files;
    for (int i = 0; i < count; i += each) {
      String text = String.join("---\n", documents.subList(i, Math.min(count, i + each)));
      Files.writeString(folder.resolve("manifests-%06d.yaml".formatted(i / each)), text);
    }
  }
}
