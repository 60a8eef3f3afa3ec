package foresail.cel;

import static java.util.Objects.requireNonNull;

/** What an evaluation comes to. */
public sealed interface Outcome {
  /** Whether it is exactly {@code true}. */
  default boolean isTrue() {
    return this instanceof Value result && Boolean.TRUE.equals(result.value());
  }

  /** Whether it is exactly {@code false}. */
  default boolean isFalse() {
    return this instanceof Value result && Boolean.FALSE.equals(result.value());
  }

  /**
   * A value, in the shape that {@link Values} describes.
   *
   * @param value never null: CEL's null is a value of its own
   */
  record Value(Object value) implements Outcome {
    public Value {
      requireNonNull(value);
    }
  }

  /**
   * The evaluation fails, as {@code object.spec.x} does where there is no x.
   *
   * @param message in CEL's words: {@code no such key: x}
   */
  record Failure(String message) implements Outcome {}

  /** It depends on something that nobody can know from manifests, as on who sends a request. */
  record Unknown() implements Outcome {}
}
