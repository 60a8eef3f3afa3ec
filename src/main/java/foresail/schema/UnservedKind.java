package foresail.schema;

import foresail.finding.Edit;
import foresail.finding.Fix;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.notation.NearestName;
import foresail.source.Manifest;
import foresail.source.MappingNode;
import foresail.source.ObjectId;
import foresail.source.ScalarNode;
import foresail.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Why a release does not serve an object, and what was probably meant. */
final class UnservedKind {
  private final Kinds kinds;
  private final ObjectId id;
  private final MappingNode root;

  UnservedKind(Kinds kinds, Manifest manifest) {
    this.kinds = kinds;
    this.id = manifest.id();
    this.root = manifest.root();
  }

  Recognition recognise() {
    if (id.kind().isEmpty() || id.apiVersion().isEmpty()) {
      return incomplete();
    }
    if (isList()) {
      return new Recognition.Foreign();
    }
    if (!isBuiltIn()) {
      return otherVersions();
    }
    return new Recognition.Refused(
        RetiredVersion.of(id.apiVersion(), id.kind()).map(this::retired).orElseGet(this::unknown));
  }

  /** Whether it is a List of objects, which the reader has taken apart already. */
  private boolean isList() {
    return id.kind().endsWith("List") && root.get("items").isPresent();
  }

  /**
   * Whether Kubernetes owns its group. Tools such as kustomize have kinds in versions without a
   * group ({@code builtin}); one that is no version is taken for theirs unless the kind is ours.
   */
  private boolean isBuiltIn() {
    String group = id.group();
    boolean version = !group.isEmpty() || looksLikeVersion(id.apiVersion());
    return version ? kinds.isBuiltIn(group) : !kinds.named(id.kind()).isEmpty();
  }

  private static boolean looksLikeVersion(String word) {
    return word.length() > 1 && word.charAt(0) == 'v' && Character.isDigit(word.charAt(1));
  }

  /** A custom resource in a version that its definition does not serve, or any other one. */
  private Recognition otherVersions() {
    List<String> served = kinds.customVersions(id.group(), id.kind());
    if (served.isEmpty()) {
      return new Recognition.Foreign();
    }
    String last = served.get(served.size() - 1);
    String why = "its definition serves " + String.join(", ", served);
    return new Recognition.Refused(
        noMatch("custom.version", "apiVersion", why, Optional.of(replace("apiVersion", last))));
  }

  /** One of apiVersion and kind is missing though the rest looks like an object of ours. */
  private Recognition incomplete() {
    boolean likeObject = root.get("metadata").filter(MappingNode.class::isInstance).isPresent();
    boolean hasKind = !id.kind().isEmpty();
    if (!likeObject || hasKind == !id.apiVersion().isEmpty()) {
      return new Recognition.Foreign();
    }
    return hasKind ? withoutVersion() : withoutKind();
  }

  private Recognition withoutVersion() {
    List<Kind> same = kinds.named(id.kind());
    if (same.isEmpty()) {
      return new Recognition.Foreign();
    }
    Fix fix = Fix.advice("add apiVersion: " + best(same).apiVersion());
    return missing(
        "apiVersion", "decode.apiVersion-missing", "Object 'apiVersion' is missing", fix);
  }

  private Recognition withoutKind() {
    boolean served =
        kinds.all().stream().anyMatch(kind -> kind.apiVersion().equals(id.apiVersion()));
    if (!served) {
      return new Recognition.Foreign();
    }
    return missing(
        "kind", "decode.kind-missing", "Object 'Kind' is missing", Fix.advice("add kind"));
  }

  private Recognition missing(String field, String fact, String message, Fix fix) {
    String other = field.equals("kind") ? "apiVersion" : "kind";
    Span span = root.entry(other).map(entry -> entry.key().span()).orElse(root.span());
    return new Recognition.Refused(
        new Refusal(fact, Reason.BAD_REQUEST, field, message, span, List.of(), Optional.of(fix)));
  }

  private Refusal retired(RetiredVersion retired) {
    boolean removed = retired.isRemovedIn(kinds.release());
    String why =
        removed
            ? "not served since " + retired.removedIn().orElseThrow()
            : kinds.release() + " serves it only where it is turned on";
    Optional<String> served =
        retired.replacement().filter(v -> kinds.find(v, id.kind()).isPresent());
    Optional<Fix> fix =
        served
            .map(
                v ->
                    retired.sameShape()
                        ? replace("apiVersion", v)
                        : Fix.advice("write it for apiVersion: " + v + "; its fields differ"))
            .or(() -> retired.replacement().map(v -> Fix.advice("use " + v)));
    String fact = removed ? "decode.removed-version" : "decode.not-served-by-default";
    return noMatch(fact, "apiVersion", why, fix);
  }

  private Refusal unknown() {
    Optional<Release> later = kinds.servedLater(id.apiVersion(), id.kind());
    if (later.isPresent()) {
      String why = "it is served from " + later.get() + " on";
      return noMatch("decode.no-match", "apiVersion", why, Optional.empty());
    }
    List<Kind> same = kinds.named(id.kind());
    if (!same.isEmpty()) {
      Kind best = best(same);
      String why = best.name() + " is a kind of " + best.apiVersion();
      return noMatch(
          "decode.no-match",
          "apiVersion",
          why,
          Optional.of(replace("apiVersion", best.apiVersion())));
    }
    List<String> near = NearestName.among(new TreeSet<>(kinds.allByName().keySet()), id.kind());
    if (near.isEmpty()) {
      return noMatch("decode.no-match", "kind", formerly(), Optional.empty());
    }
    Kind meant = best(kinds.named(near.get(0)));
    boolean sameVersion = kinds.find(id.apiVersion(), meant.name()).isPresent();
    String why =
        "did you mean " + meant.name() + (sameVersion ? "" : " of " + meant.apiVersion()) + "?";
    Optional<Fix> fix = sameVersion ? Optional.of(replace("kind", meant.name())) : Optional.empty();
    return noMatch("decode.no-match", "kind", why, fix);
  }

  /** Who had a kind of this name before it was removed for good; empty where nobody had. */
  private String formerly() {
    return RetiredVersion.all()
        .filter(row -> row.kind().equals(id.kind()) && row.isRemovedIn(kinds.release()))
        .reduce((earlier, later) -> later)
        .map(row -> row.apiVersion() + " had it until " + row.removedIn().orElseThrow())
        .orElse("");
  }

  /** The one of the object's own group, else the last: later versions sort behind earlier ones. */
  private Kind best(List<Kind> same) {
    Kind best = same.get(same.size() - 1);
    for (Kind kind : same) {
      if (kind.group().equals(id.group())) {
        best = kind;
      }
    }
    return best;
  }

  private Refusal noMatch(String fact, String field, String why, Optional<Fix> fix) {
    String words =
        "no matches for kind \"" + id.kind() + "\" in version \"" + id.apiVersion() + "\"";
    String message = why.isEmpty() ? words : words + ": " + why;
    Span span = Kinds.scalar(root, field).map(ScalarNode::span).orElseGet(() -> root.span());
    return new Refusal(fact, Reason.NO_MATCH, field, message, span, List.of(), fix);
  }

  private Fix replace(String field, String text) {
    List<Edit> edits =
        Kinds.scalar(root, field)
            .map(scalar -> List.of(new Edit(scalar.span(), Quoting.like(scalar, text))))
            .orElse(List.of());
    return new Fix("write " + field + ": " + text, edits);
  }
}
