package foresail.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SpellingTest {
  private static final List<String> KNOWN = List.of("image", "images", "imagePullPolicy", "name");

  @Test
  void findsTheNearest() {
    assertEquals(Optional.of("image"), Spelling.nearest("iamge", KNOWN));
    assertEquals(Optional.of("images"), Spelling.nearest("imagess", KNOWN));
    assertEquals(Optional.of("imagePullPolicy"), Spelling.nearest("imagepullpolicy", KNOWN));
    assertEquals(Optional.of("name"), Spelling.nearest("nam", KNOWN));
  }

  @Test
  void nothingIsNearToAnotherWord() {
    assertEquals(Optional.empty(), Spelling.nearest("port", KNOWN));
    assertEquals(Optional.empty(), Spelling.nearest("", KNOWN));
  }
}
