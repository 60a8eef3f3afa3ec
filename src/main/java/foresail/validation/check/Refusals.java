package foresail.validation.check;

import foresail.finding.Label;
import foresail.finding.Reason;
import foresail.finding.Refusal;
import foresail.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what one object is refused for, worded as the server words it
 * (apimachinery/pkg/util/validation/field/errors.go, v1.36), and knows what checks may ask about
 * the object as a whole.
 */
public final class Refusals {
  private final String kind;
  private final int release;
  private final List<Refusal> refusals = new ArrayList<>(0);
  private final Set<String> printed = new HashSet<>(0);
  private final Set<Node> flawed = Collections.newSetFromMap(new IdentityHashMap<>(0));

  /**
   * @param kind of the object that is validated
   * @param release the server's minor version: 36 for Kubernetes 1.36
   */
  public Refusals(String kind, int release) {
    this.kind = kind;
    this.release = release;
  }

  /** Whether the object is a pod itself and not something that holds a template of one. */
  public boolean isPod() {
    return kind.equals("Pod");
  }

  /** The kind of the object as a whole: {@code Deployment}, also inside its pod template. */
  public String kind() {
    return kind;
  }

  /** The server's minor version: 36 for Kubernetes 1.36. */
  public int release() {
    return release;
  }

  /** In the order in which they were found; what reads the same is there once. */
  public List<Refusal> all() {
    return List.copyOf(refusals);
  }

  public boolean isEmpty() {
    return refusals.isEmpty();
  }

  /** Remembers that something was refused in this field, for others who refer to it. */
  public void markFlawed(Field field) {
    field.node().ifPresent(flawed::add);
  }

  /** Whether {@link #markFlawed} was told of this field. */
  public boolean isFlawed(Field field) {
    return field.node().filter(flawed::contains).isPresent();
  }

  /** How many there are; to see whether a part added some. */
  public int count() {
    return refusals.size();
  }

  public void required(String fact, Field field) {
    required(fact, field, "");
  }

  public void required(String fact, Field field, String detail) {
    add(fact, Reason.REQUIRED, field, with("Required value", detail));
  }

  /** The value printed is the field's own. */
  public void invalid(String fact, Field field, String detail) {
    invalid(fact, field, GoValues.text(field), detail);
  }

  /**
   * @param value as the server prints it: strings in quotes, see {@link GoValues}
   */
  public void invalid(String fact, Field field, String value, String detail) {
    add(fact, Reason.INVALID, field, with("Invalid value: " + value, detail));
  }

  /** For the few cases in which the server prints no value. */
  public void invalidWithoutValue(String fact, Field field, String detail) {
    add(fact, Reason.INVALID, field, with("Invalid value", detail));
  }

  /** The value printed is the field's own. */
  public void notSupported(String fact, Field field, List<String> supported) {
    notSupported(fact, field, GoValues.text(field), supported);
  }

  public void notSupported(String fact, Field field, String value, List<String> supported) {
    StringBuilder words = new StringBuilder("Unsupported value: ").append(value);
    words.append(": supported values: ");
    for (int i = 0; i < supported.size(); i++) {
      words.append(i == 0 ? "" : ", ").append(GoValues.quoted(supported.get(i)));
    }
    add(fact, Reason.NOT_SUPPORTED, field, words.toString());
  }

  public void forbidden(String fact, Field field, String detail) {
    add(fact, Reason.FORBIDDEN, field, with("Forbidden", detail));
  }

  /** The value printed is the field's own. */
  public void duplicate(String fact, Field field, Field first) {
    duplicate(fact, field, first, GoValues.text(field));
  }

  /**
   * @param first where the value stands for the first time
   */
  public void duplicate(String fact, Field field, Field first, String value) {
    add(
        fact,
        Reason.DUPLICATE,
        field,
        "Duplicate value: " + value,
        List.of(new Label(first.span(), "first used here")));
  }

  public void notFound(String fact, Field field, String value) {
    add(fact, Reason.NOT_FOUND, field, "Not found: " + value);
  }

  public void tooLong(String fact, Field field, int maxBytes) {
    add(fact, Reason.TOO_LONG, field, "Too long: may not be more than " + maxBytes + " bytes");
  }

  public void tooMany(String fact, Field field, int actual, int max) {
    add(
        fact,
        Reason.TOO_MANY,
        field,
        "Too many: " + actual + ": must have at most " + max + " items");
  }

  /** For everything that the other methods do not word. */
  public void add(String fact, Reason reason, Field field, String message) {
    add(fact, reason, field, message, List.of());
  }

  public void add(String fact, Reason reason, Field field, String message, List<Label> related) {
    String path = field.path();
    if (printed.add(path + ": " + message)) {
      refusals.add(
          new Refusal(fact, reason, path, message, field.span(), related, Optional.empty()));
    }
  }

  /** What somebody else found, who knows the place himself. */
  public void add(Refusal refusal) {
    if (printed.add(refusal.path() + ": " + refusal.message())) {
      refusals.add(refusal);
    }
  }

  private static String with(String words, String detail) {
    return detail.isEmpty() ? words : words + ": " + detail;
  }
}
