package foresail.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A document that is no Kubernetes object, and what it is instead.
 *
 * @param document position in its file, from 0
 * @param root what was read; empty where the file was recognised without reading it
 */
public record Skipped(SourceFile file, int document, Kind kind, Optional<Node> root) {
  public Skipped {
    requireNonNull(file);
    requireNonNull(kind);
    requireNonNull(root);
  }

  /** What a document is that is no Kubernetes object. */
  public enum Kind {
    KUSTOMIZATION("kustomization"),
    HELM_CHART("Helm chart file"),
    HELM_VALUES("Helm values"),
    TEMPLATE("template that is not rendered"),
    COMPOSE("compose file"),
    CI("CI configuration"),
    PATCH("patch without a kind"),
    NOT_AN_OBJECT("list or single value"),
    OTHER_YAML("YAML without apiVersion and kind"),
    OTHER_JSON("JSON without apiVersion and kind");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a summary names one of them. */
    public String words() {
      return words;
    }
  }
}
