package foresail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A span's text is what the author wrote. */
final class SpanTest {
  private int scalars;

  private void check(Node node) {
    if (node instanceof MappingNode mapping) {
      for (MappingNode.Entry entry : mapping.entries()) {
        check(entry.key());
        check(entry.value());
      }
    } else if (node instanceof SequenceNode list) {
      list.items().forEach(this::check);
    } else {
      ScalarNode scalar = (ScalarNode) node;
      Span span = scalar.span();
      if (scalar.style() == ScalarStyle.PLAIN && span.line() == span.endLine()) {
        scalars++;
        assertEquals(scalar.written(), span.text(), span::toString);
      }
    }
  }

  private void checkFile(SourceFile file) {
    DocumentReader quick = new DocumentReader(file);
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(file)) {
      quick.read(chunk).forEach(document -> document.root().ifPresent(this::check));
      EventReader.read(file, chunk).forEach(document -> document.root().ifPresent(this::check));
    }
  }

  @Test
  void ofPublishedManifests() {
    Corpus.files().forEach(this::checkFile);
    System.out.println("spans of " + scalars + " scalars");
  }

  @Test
  void countsCodePoints() {
    String text =
        "a: [\"\ud83d\ude00\", x\u00e9, y] # \ud83d\ude00\n"
            + "\ud83d\ude00: z\n"
            + "\"\ud83d\ude00\": {b: \ud83d\ude00, c: d}\n";
    checkFile(new SourceFile("t.yaml", text));
    checkFile(new SourceFile("t.yaml", "a: &x v\n" + text));
    checkFile(new SourceFile("t.yaml", text.replace("\n", "\r\n")));
    SourceFile file = new SourceFile("t.yaml", text);
    Node root =
        new DocumentReader(file)
            .read(DocumentSplitter.split(file).get(0))
            .get(0)
            .root()
            .orElseThrow();
    SequenceNode list = (SequenceNode) root.get("a").orElseThrow();
    assertEquals("t.yaml:1:10", list.items().get(1).span().toString());
  }

  @Test
  void endsBehindTheLastVisibleCharacter() {
    String text = "a:\n  b: |\n    x\n\n  c:\n  - 1\n  - {d: 2}  \n\ne: >\n  y\n";
    for (String variant : List.of(text, text.replace("1", "&x 1"))) {
      SourceFile file = new SourceFile("t.yaml", variant);
      Node root =
          new DocumentReader(file)
              .read(DocumentSplitter.split(file).get(0))
              .get(0)
              .root()
              .orElseThrow();
      assertEquals("|\n    x", root.at("a", "b").orElseThrow().span().text());
      assertEquals(
          variant.substring(variant.indexOf("b: |"), variant.indexOf("}") + 1),
          root.get("a").orElseThrow().span().text());
      assertEquals(">\n  y", root.get("e").orElseThrow().span().text());
    }
  }
}
