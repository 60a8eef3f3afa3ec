package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.List;
import java.util.Optional;

/**
 * Reads the YAML that nearly all manifests keep to, several times faster than a parser of the whole
 * language: block mappings and lists, scalars, blocks, brackets and comments.
 *
 * <p>It gives up ({@link Unusual}) at everything else, and at everything that might be wrong:
 * {@link EventReader} then reads the document from its beginning. Where it does not give up its
 * result is the same, which {@code CommonReaderTest} holds it to.
 */
final class CommonReader {
  private final Cursor cursor;
  private final CommonScalars scalars;
  private final CommentFinder comments;
  private final BlockScalarReader blocks;
  private final MultilineScalars multiline;
  private final TreeBuilder builder;

  private CommonReader(Cursor cursor, Chunk chunk, TreeBuilder builder, WordCache words) {
    this.cursor = cursor;
    this.comments = new CommentFinder(cursor.file, chunk, cursor.hasHash);
    this.scalars = new CommonScalars(cursor, comments, words);
    this.blocks = new BlockScalarReader(cursor, comments);
    this.multiline = new MultilineScalars(cursor, scalars, comments);
    this.builder = builder;
    builder.reset();
  }

  /**
   * Reads a chunk.
   *
   * @param cursor at the beginning of the chunk
   * @param builder for documents of this file
   * @return no document where it holds only comments; empty where the full parser must read it
   */
  static Optional<List<ParsedDocument>> read(
      Cursor cursor, Chunk chunk, TreeBuilder builder, WordCache words) {
    try {
      return Optional.of(new CommonReader(cursor, chunk, builder, words).document());
    } catch (Unusual | UnreadableText e) {
      return Optional.empty();
    }
  }

  private List<ParsedDocument> document() {
    // Comments are found by their offsets in the file.
    if (cursor.hasOddities || cursor.droppedReturns && cursor.hasHash) {
      throw Unusual.TEXT;
    }
    cursor.findText();
    if (cursor.indent < 0) {
      return List.of();
    }
    block(-1);
    if (cursor.indent >= 0) {
      throw Unusual.TEXT;
    }
    return List.of(
        new ParsedDocument(Optional.of(builder.root()), builder.problems(), comments.find()));
  }

  /**
   * Reads the node that begins at the cursor, where a mapping or list may begin too.
   *
   * @param parent indentation of what it belongs to
   */
  private void block(int parent) {
    int column = cursor.at - cursor.lineStart;
    char c = cursor.peek();
    if (isDash()) {
      list(column);
    } else if ((c == '"' || c == '\'') && scalars.quoteCloses()) {
      int line = cursor.line;
      int from = cursor.at;
      ScalarNode scalar = scalars.quoted();
      int behind = cursor.at;
      cursor.skipBlanks();
      if (isColon()) {
        builder.beginMapping(line, cursor.column(from), null);
        mapping(column, scalar);
      } else {
        if (parent < 0) {
          throw Unusual.TEXT;
        }
        cursor.at = behind;
        builder.scalar(scalar, null);
        endValue(parent);
      }
    } else if (scalars.startsPlain()) {
      int from = cursor.at;
      int to = scalars.scanPlain();
      if (isColon()) {
        builder.beginMapping(cursor.line, cursor.column(from), null);
        mapping(column, scalars.plainKey(from, to));
      } else {
        plainValue(from, to, parent);
      }
    } else {
      value(parent);
    }
  }

  private boolean isDash() {
    return cursor.peek() == '-' && (cursor.peekSecond() == ' ' || cursor.peekSecond() == '\n');
  }

  private boolean isColon() {
    return cursor.peek() == ':' && (cursor.peekSecond() == ' ' || cursor.peekSecond() == '\n');
  }

  /** Reads a mapping whose first key was read; the cursor stands at the colon behind it. */
  private void mapping(int column, ScalarNode firstKey) {
    entry(column, firstKey);
    while (cursor.indent == column) {
      entry(column, key());
    }
    if (cursor.indent > column) {
      throw Unusual.TEXT;
    }
    builder.end();
  }

  /** Reads the key at the cursor, and moves to its colon. */
  private ScalarNode key() {
    char c = cursor.peek();
    ScalarNode key;
    if (c == '"' || c == '\'') {
      key = scalars.quoted();
      cursor.skipBlanks();
    } else if (scalars.startsPlain()) {
      int from = cursor.at;
      int to = scalars.scanPlain();
      key = scalars.plainKey(from, to);
    } else {
      throw Unusual.TEXT;
    }
    if (!isColon()) {
      throw Unusual.TEXT;
    }
    return key;
  }

  private void entry(int column, ScalarNode key) {
    builder.scalar(key, null);
    cursor.at++;
    int afterColon = cursor.at;
    cursor.skipBlanks();
    if (!cursor.atLineEnd() && cursor.peek() != '#') {
      value(column);
      return;
    }
    Span nothing = cursor.span(afterColon, afterColon);
    cursor.at = afterColon;
    cursor.finishLine();
    cursor.advance();
    if (cursor.indent > column) {
      block(column);
    } else if (cursor.indent == column && isDash()) {
      list(column);
    } else {
      builder.scalar(empty(nothing), null);
    }
  }

  private static ScalarNode empty(Span span) {
    return new ScalarNode("null", "", ScalarType.NULL, ScalarStyle.PLAIN, span, false);
  }

  /** Reads a list; the cursor stands at its first dash. */
  private void list(int column) {
    builder.beginSequence(cursor.line, cursor.column(cursor.at), null);
    do {
      item(column);
    } while (cursor.indent == column && isDash());
    if (cursor.indent > column) {
      throw Unusual.TEXT;
    }
    builder.end();
  }

  private void item(int column) {
    cursor.at++;
    int afterDash = cursor.at;
    cursor.skipBlanks();
    if (!cursor.atLineEnd() && cursor.peek() != '#') {
      block(column);
      return;
    }
    Span nothing = cursor.span(afterDash, afterDash);
    cursor.at = afterDash;
    cursor.finishLine();
    cursor.advance();
    if (cursor.indent > column) {
      block(column);
    } else {
      builder.scalar(empty(nothing), null);
    }
  }

  /** Reads a value that begins behind a key or dash and is no block mapping or list. */
  private void value(int parent) {
    char c = cursor.peek();
    if (c == '"' || c == '\'') {
      builder.scalar(scalars.quoteCloses() ? scalars.quoted() : multiline.quoted(parent), null);
      endValue(parent);
    } else if ((c == '|' || c == '>') && parent >= 0) {
      builder.scalar(blocks.read(parent), null);
      cursor.findText();
      if (cursor.indent > parent) {
        throw Unusual.TEXT;
      }
    } else if (c == '[' || c == '{') {
      new CommonFlow(cursor, scalars, builder).read();
      endValue(parent);
    } else if (scalars.startsPlain()) {
      int from = cursor.at;
      int to = scalars.scanPlain();
      if (isColon()) {
        throw Unusual.TEXT;
      }
      plainValue(from, to, parent);
    } else {
      throw Unusual.TEXT;
    }
  }

  private void plainValue(int from, int to, int parent) {
    if (parent < 0) {
      throw Unusual.TEXT;
    }
    ScalarNode first = scalars.plain(from, to);
    cursor.at = to;
    boolean commented = cursor.finishLine();
    cursor.advance();
    builder.scalar(
        cursor.indent > parent ? multiline.plain(first, commented, parent) : first, null);
  }

  /** Moves on from a value that has its end; a deeper line would be an error. */
  private void endValue(int parent) {
    cursor.finishLine();
    cursor.advance();
    if (cursor.indent > parent) {
      throw Unusual.TEXT;
    }
  }
}
