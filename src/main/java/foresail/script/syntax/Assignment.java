package foresail.script.syntax;

import java.util.List;
import java.util.Optional;

/**
 * {@code name=value}, {@code name+=value}, {@code name[index]=value}, {@code name=(a b c)}.
 *
 * @param elements the words of an array; then {@code value} is empty
 */
public record Assignment(
    int at,
    String name,
    Optional<Word> index,
    boolean append,
    Word value,
    Optional<List<Word>> elements) {
  public Assignment {
    elements = elements.map(List::copyOf);
  }
}
