package foresail.source;

import foresail.source.DocumentSplitter.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a piece of a file with snakeyaml-engine's parser, and builds nodes from its events. */
final class EventReader {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("")
          .setUseMarks(true)
          .setParseComments(false)
          .setBufferSize(4096)
          .setCodePointLimit(Integer.MAX_VALUE)
          .build();

  private final SourceFile file;
  private final Chunk chunk;
  private final ParserImpl parser;
  private final CommentFinder comments;
  private TreeBuilder builder;

  private EventReader(SourceFile file, Chunk chunk) {
    this.file = file;
    this.chunk = chunk;
    String text = file.text().substring(chunk.from(), chunk.to());
    this.comments = new CommentFinder(file, chunk, text.indexOf('#') >= 0);
    this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
  }

  /** Reads all documents of a chunk: one, as a rule; none where it holds nothing but comments. */
  static List<ParsedDocument> read(SourceFile file, Chunk chunk) {
    List<ParsedDocument> documents = new ArrayList<>(1);
    EventReader reader = null;
    chunk.problem().ifPresent(problem -> documents.add(ParsedDocument.broken(problem)));
    try {
      reader = new EventReader(file, chunk);
      reader.readAll(documents);
    } catch (UnreadableText e) {
      documents.add(ParsedDocument.broken(e.problem()));
    } catch (YamlEngineException e) {
      documents.add(ParsedDocument.broken(SyntaxProblem.of(file, chunk, e)));
    }
    return documents;
  }

  private void readAll(List<ParsedDocument> documents) {
    while (parser.hasNext()) {
      Event event = parser.next();
      switch (event.getEventId()) {
        case DocumentStart -> builder = new TreeBuilder(file);
        case DocumentEnd -> finish(documents);
        case MappingStart -> {
          Mark at = event.getStartMark().get();
          builder.beginMapping(line(at), column(at), anchor((CollectionStartEvent) event));
        }
        case SequenceStart -> {
          Mark at = event.getStartMark().get();
          builder.beginSequence(line(at), column(at), anchor((CollectionStartEvent) event));
        }
        case MappingEnd, SequenceEnd -> end(event);
        case Scalar -> scalar((ScalarEvent) event);
        case Alias -> builder.alias(((AliasEvent) event).getAlias().getValue(), span(event));
        case StreamStart, StreamEnd, Comment -> {}
      }
    }
  }

  private void finish(List<ParsedDocument> documents) {
    Node root = builder.root();
    boolean empty =
        root instanceof ScalarNode scalar && scalar.isNull() && scalar.written().isEmpty();
    if (root != null && !empty) {
      documents.add(new ParsedDocument(Optional.of(root), builder.problems(), comments.find()));
    }
  }

  /**
   * The end of a flow collection is its bracket; that of a block collection is a place far below.
   */
  private void end(Event event) {
    Mark start = event.getStartMark().get();
    Mark end = event.getEndMark().get();
    if (end.getIndex() > start.getIndex()) {
      builder.end(line(end), column(end));
    } else {
      builder.end();
    }
  }

  private void scalar(ScalarEvent event) {
    String value = event.getValue();
    String anchor = anchor(event);
    Optional<String> tag = event.getTag();
    if (tag.isPresent()) {
      tagged(event, tag.get(), anchor);
      return;
    }
    if (!event.isPlain()) {
      Span span = event.isLiteral() || event.isFolded() ? blockSpan(event) : span(event);
      skipForComments(event);
      builder.scalar(ScalarNode.string(value, style(event), span), anchor);
      return;
    }
    if (value.equals("<<") && builder.expectsKey()) {
      builder.mergeKey();
      return;
    }
    Span span = span(event);
    if (PlainScalar.isCertainlyString(value)) {
      builder.scalar(ScalarNode.string(value, style(event), span), anchor);
      return;
    }
    PlainScalar resolved = PlainScalar.resolve(value);
    if (resolved.infinite() && !builder.expectsKey()) {
      throw new UnreadableText(
          "the number " + value + " cannot be written in JSON; quote it if it is text", span);
    }
    builder.scalar(
        new ScalarNode(resolved.text(), value, resolved.type(), style(event), span, false), anchor);
  }

  private void skipForComments(ScalarEvent event) {
    if (!comments.any()) {
      return;
    }
    int from = offset(event.getStartMark().get());
    int to = offset(event.getEndMark().get());
    if (event.isLiteral() || event.isFolded()) {
      // A comment may stand behind the indicator.
      int header = file.text().indexOf('\n', from);
      from = header < 0 || header > to ? to : header;
    }
    comments.skip(from - chunk.from(), to - chunk.from());
  }

  private int offset(Mark mark) {
    return file.offset(line(mark), column(mark));
  }

  private void tagged(ScalarEvent event, String tag, String anchor) {
    if (!event.isPlain()) {
      skipForComments(event);
    }
    if (tag.equals("tag:yaml.org,2002:merge") && builder.expectsKey()) {
      builder.mergeKey();
      return;
    }
    String value = event.getValue();
    boolean key = builder.expectsKey();
    builder.scalar(TaggedScalar.resolve(tag, value, key, style(event), span(event)), anchor);
  }

  private static ScalarStyle style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      case PLAIN, JSON_SCALAR_STYLE -> ScalarStyle.PLAIN;
    };
  }

  private static String anchor(NodeEvent event) {
    Optional<Anchor> anchor = event.getAnchor();
    return anchor.isPresent() ? anchor.get().getValue() : null;
  }

  private Span span(Event event) {
    Mark start = event.getStartMark().get();
    Mark end = event.getEndMark().get();
    return new Span(file, line(start), column(start), line(end), column(end));
  }

  /** Ends behind the last visible character, not at the next token. */
  private Span blockSpan(Event event) {
    Mark start = event.getStartMark().get();
    Mark end = event.getEndMark().get();
    int endLine = line(end);
    int from = file.offset(endLine, 1);
    int at = file.offset(endLine, column(end));
    String text = file.text();
    while (at > chunk.from() && text.charAt(at - 1) <= ' ') {
      at--;
      if (at < from) {
        endLine--;
        from = file.offset(endLine, 1);
      }
    }
    return new Span(file, line(start), column(start), endLine, text.codePointCount(from, at) + 1);
  }

  private int line(Mark mark) {
    return mark.getLine() + chunk.line();
  }

  private static int column(Mark mark) {
    return mark.getColumn() + 1;
  }
}
