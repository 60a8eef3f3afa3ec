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
  private static final int SHORT = 4096;
  private static final LoadSettings FOR_SHORT = settings(SHORT);

  private final SourceFile file;
  private final ParserImpl parser;
  private final CommentFinder comments;
  private final EventSpans spans;
  private final TabCheck tabs;
  private final Chunk chunk;
  private TreeBuilder builder;

  /** How many brackets are open. */
  private int brackets;

  private EventReader(SourceFile file, Chunk chunk) {
    this.file = file;
    this.chunk = chunk;
    this.spans = new EventSpans(file, chunk);
    String text = file.text().substring(chunk.from(), chunk.to());
    this.tabs = new TabCheck(file, chunk, spans, text.indexOf('\t') >= 0);
    this.comments = new CommentFinder(file, chunk, text.indexOf('#') >= 0);
    // Whenever it reads on, the parser copies what it looked at of the line, which takes for ever
    // where the line is long and the buffer short.
    LoadSettings settings = text.length() < SHORT ? FOR_SHORT : settings(text.length());
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
  }

  private static LoadSettings settings(int bufferSize) {
    return LoadSettings.builder()
        .setLabel("")
        .setUseMarks(true)
        .setParseComments(false)
        .setBufferSize(bufferSize)
        .setCodePointLimit(Integer.MAX_VALUE)
        .build();
  }

  /** Reads all documents of a chunk: one, as a rule; none where it holds nothing but comments. */
  static List<ParsedDocument> read(SourceFile file, Chunk chunk) {
    List<ParsedDocument> documents = new ArrayList<>(1);
    chunk.problem().ifPresent(problem -> documents.add(ParsedDocument.broken(problem)));
    try {
      new EventReader(file, chunk).readAll(documents);
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
      if (brackets == 0 && event instanceof NodeEvent) {
        tabs.before(event);
      }
      switch (event.getEventId()) {
        case DocumentStart -> builder = new TreeBuilder(file);
        case DocumentEnd -> finish(documents);
        case MappingStart, SequenceStart -> begin((CollectionStartEvent) event);
        case MappingEnd, SequenceEnd -> end(event);
        case Scalar -> scalar((ScalarEvent) event);
        case Alias -> builder.alias(((AliasEvent) event).getAlias().getValue(), spans.of(event));
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

  private void begin(CollectionStartEvent event) {
    brackets += event.isFlow() ? 1 : 0;
    Span at = spans.of(event);
    if (event.getEventId() == Event.ID.MappingStart) {
      builder.beginMapping(at.line(), at.column(), anchor(event));
    } else {
      builder.beginSequence(at.line(), at.column(), anchor(event));
    }
  }

  /** Brackets end where they close; the parser's end of a block collection is a place far below. */
  private void end(Event event) {
    Mark end = event.getEndMark().get();
    if (brackets > 0) {
      brackets--;
      builder.end(spans.line(end), EventSpans.column(end));
    } else {
      builder.end();
    }
  }

  private void scalar(ScalarEvent event) {
    if (!event.isPlain()) {
      quotedOrBlock(event);
    } else if (event.getTag().isPresent()) {
      tagged(event, event.getTag().get());
    } else if (event.getValue().equals("<<") && builder.expectsKey()) {
      builder.mergeKey();
    } else {
      builder.scalar(plain(event), anchor(event));
    }
  }

  private void quotedOrBlock(ScalarEvent event) {
    boolean block = event.isLiteral() || event.isFolded();
    if (block) {
      tabs.within(event);
    }
    skipForComments(event, block);
    if (event.getTag().isPresent()) {
      tagged(event, event.getTag().get());
      return;
    }
    Span span = block ? spans.ofBlock(event) : spans.of(event);
    builder.scalar(ScalarNode.string(event.getValue(), style(event), span), anchor(event));
  }

  private void skipForComments(ScalarEvent event, boolean block) {
    if (!comments.any()) {
      return;
    }
    int from = spans.start(event);
    int to = spans.offset(event.getEndMark().get());
    if (block) {
      // A comment may stand behind the indicator.
      int header = file.text().indexOf('\n', from);
      from = header < 0 || header > to ? to : header;
    }
    comments.skip(from - chunk.from(), to - chunk.from());
  }

  private void tagged(ScalarEvent event, String tag) {
    if (tag.equals("tag:yaml.org,2002:merge") && builder.expectsKey()) {
      builder.mergeKey();
      return;
    }
    boolean key = builder.expectsKey();
    builder.scalar(
        TaggedScalar.resolve(tag, event.getValue(), key, style(event), spans.of(event)),
        anchor(event));
  }

  private ScalarNode plain(ScalarEvent event) {
    String written = event.getValue();
    Span span = spans.of(event);
    if (brackets > 0 && written.indexOf('?') >= 0) {
      throw new UnreadableText(
          "a ? cannot stand in an unquoted value within brackets; quote the value", span);
    }
    if (PlainScalar.isCertainlyString(written)) {
      return ScalarNode.string(written, ScalarStyle.PLAIN, span);
    }
    PlainScalar resolved = PlainScalar.resolve(written);
    if (resolved.infinite() && !builder.expectsKey()) {
      throw new UnreadableText(
          "the number " + written + " cannot be written in JSON; quote it if it is text", span);
    }
    return new ScalarNode(
        resolved.text(), written, resolved.type(), ScalarStyle.PLAIN, span, false);
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
}
