package foresail.schema.defaults;

import foresail.notation.ImageReference;

/** Containers of every sort, probes and hooks (pkg/apis/core/v1/defaults.go). */
final class ContainerDefaults {
  private ContainerDefaults() {}

  static void container(Draft container) {
    for (Draft port : container.each("ports")) {
      port.text("protocol", "TCP");
    }
    for (Draft variable : container.each("env")) {
      for (Draft source : variable.each("valueFrom")) {
        fieldRef(source);
        for (Draft fileKey : source.each("fileKeyRef")) {
          fileKey.flag("optional", false);
        }
      }
    }
    container.object("resources");
    probe(container, "livenessProbe");
    probe(container, "readinessProbe");
    probe(container, "startupProbe");
    for (Draft lifecycle : container.each("lifecycle")) {
      hook(lifecycle, "postStart");
      hook(lifecycle, "preStop");
    }
    container.text("terminationMessagePath", "/dev/termination-log");
    container.text("terminationMessagePolicy", "File");
    container.text("imagePullPolicy", pullPolicy(container.text("image")));
  }

  /** By the tag alone; an image that cannot be read is not pulled again. */
  static String pullPolicy(String image) {
    boolean latest = ImageReference.parse(image).filter(ImageReference::isLatest).isPresent();
    return latest ? "Always" : "IfNotPresent";
  }

  /** For environment variables and files of the downward API. */
  static void fieldRef(Draft source) {
    for (Draft field : source.each("fieldRef")) {
      field.text("apiVersion", "v1");
    }
  }

  private static void probe(Draft container, String key) {
    for (Draft probe : container.each(key)) {
      probe.positive("timeoutSeconds", 1);
      probe.positive("periodSeconds", 10);
      probe.positive("successThreshold", 1);
      probe.positive("failureThreshold", 3);
      httpGet(probe);
      for (Draft grpc : probe.each("grpc")) {
        grpc.optionalText("service", "");
      }
    }
  }

  private static void hook(Draft lifecycle, String key) {
    for (Draft hook : lifecycle.each(key)) {
      httpGet(hook);
    }
  }

  private static void httpGet(Draft handler) {
    for (Draft get : handler.each("httpGet")) {
      get.text("path", "/");
      get.text("scheme", "HTTP");
    }
  }
}
