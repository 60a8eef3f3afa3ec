package foresail.rule.check;

import foresail.graph.Graph;
import foresail.model.ConfigData;
import foresail.model.Container;
import foresail.model.EnvFrom;
import foresail.model.EnvVar;
import foresail.model.KubernetesObject;
import foresail.model.Workload;
import foresail.script.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a container's variables and files before it runs. */
final class PodFacts {
  static final String NAMESPACE_FILE = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";

  private PodFacts() {}

  static Facts of(Workload workload, Container container, Graph graph) {
    String namespace = graph.namespaceOf(workload);
    Map<String, String> variables = variables(container, namespace, graph);
    return new Facts() {
      @Override
      public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
      }

      @Override
      public Optional<String> file(String path) {
        return path.equals(NAMESPACE_FILE)
            ? Optional.of(namespace.isEmpty() ? "default" : namespace)
            : Optional.empty();
      }
    };
  }

  private static Map<String, String> variables(Container container, String namespace, Graph graph) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (EnvFrom from : container.envFrom()) {
      if (!from.secret()) {
        texts(graph, namespace, from.name())
            .forEach((key, value) -> variables.put(from.prefix() + key, value));
      }
    }
    for (EnvVar variable : container.env()) {
      Optional<String> value = value(variable, namespace, graph);
      if (value.isPresent()) {
        variables.put(variable.name(), expand(value.get(), variables));
      } else {
        variables.remove(variable.name());
      }
    }
    return variables;
  }

  private static Optional<String> value(EnvVar variable, String namespace, Graph graph) {
    if (variable.source().isEmpty()) {
      return Optional.of(variable.value());
    }
    EnvVar.Source source = variable.source().get();
    if (source instanceof EnvVar.Source.ConfigMapKey key) {
      return Optional.ofNullable(texts(graph, namespace, key.name()).get(key.key()));
    }
    boolean own =
        source instanceof EnvVar.Source.PodField field
            && field.fieldPath().equals("metadata.namespace");
    return own ? Optional.of(namespace.isEmpty() ? "default" : namespace) : Optional.empty();
  }

  private static Map<String, String> texts(Graph graph, String namespace, String name) {
    List<KubernetesObject> found = graph.find("ConfigMap", namespace, name);
    return found.size() == 1 && found.get(0) instanceof ConfigData data ? data.text() : Map.of();
  }

  /** Kubernetes' own {@code $(NAME)}; what it does not know stays as it is. */
  static String expand(String text, Map<String, String> variables) {
    int open = text.indexOf("$(");
    if (open < 0 || variables.isEmpty()) {
      return text;
    }
    var expanded = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      int close = text.indexOf(')', open);
      String value = close < 0 ? null : variables.get(text.substring(open + 2, close));
      boolean escaped = open > 0 && text.charAt(open - 1) == '$';
      if (value != null && !escaped) {
        expanded.append(text, from, open).append(value);
        from = close + 1;
      }
      open = text.indexOf("$(", open + 2);
    }
    return expanded.append(text.substring(from)).toString();
  }
}
