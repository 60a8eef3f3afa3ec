package foresail.source;

import static java.util.Objects.requireNonNull;

import foresail.source.DocumentSplitter.Chunk;
import foresail.source.FileFinder.Found;
import foresail.source.FileLoader.Loaded;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files and folders into manifests. Nothing about the files makes it throw; the result is the
 * same for any number of threads.
 */
public final class SourceReader {
  /** Work for one thread at a time, in characters: a large file is shared between the threads. */
  private static final int PORTION = 64 << 10;

  private final ReadOptions options;

  public SourceReader(ReadOptions options) {
    this.options = requireNonNull(options);
  }

  /** A run of documents of one file, read by one thread. */
  private record Portion(int file, List<Chunk> chunks) {}

  /**
   * Reads what the paths name, in their order; a folder's files in the order of their paths.
   *
   * @param paths files and folders; {@code -} is standard input
   * @param standardInput read only where a path says so
   */
  public Sources read(List<Path> paths, InputStream standardInput) {
    List<Found> found = new FileFinder(options.exclude(), options.excludeBase()).find(paths);
    Loaded[] loaded = new Loaded[found.size()];
    FileLoader loader = new FileLoader(standardInput);
    List<List<Portion>> cut = new ArrayList<>();
    for (int i = 0; i < loaded.length; i++) {
      cut.add(List.of());
    }
    Workers.run(
        options.jobs(),
        loaded.length,
        i -> {
          loaded[i] = loader.load(found.get(i));
          cut.set(i, portions(i, loaded[i]));
        });
    return parse(List.of(loaded), cut);
  }

  /**
   * Reads what lies in folders or was kept elsewhere.
   *
   * @param standardInput read only where a path says so
   */
  public Sources read(Origin origin, InputStream standardInput) {
    if (origin instanceof Origin.Paths now) {
      return read(now.paths(), standardInput);
    }
    if (origin instanceof Origin.Kept kept) {
      return readKept(kept.files());
    }
    throw new AssertionError(origin);
  }

  private Sources readKept(List<KeptFile> files) {
    List<Loaded> loaded = new ArrayList<>(files.size());
    List<List<Portion>> cut = new ArrayList<>(files.size());
    for (int i = 0; i < files.size(); i++) {
      loaded.add(FileLoader.load(files.get(i)));
      cut.add(portions(i, loaded.get(i)));
    }
    return parse(loaded, cut);
  }

  /** Reads a text as if it were a file of that name that the user named. */
  public Sources readText(String path, String text) {
    Found found = new Found(Path.of("-"), path, true, java.util.Optional.empty());
    Loaded loaded =
        new Loaded(found, new SourceFile(path, text), java.util.Optional.empty(), false);
    return parse(List.of(loaded), List.of(portions(0, loaded)));
  }

  private static List<Portion> portions(int file, Loaded loaded) {
    if (loaded.problem().isPresent() || loaded.foreign()) {
      return List.of();
    }
    List<Portion> portions = new ArrayList<>();
    List<Chunk> chunks = DocumentSplitter.split(loaded.file());
    int from = 0;
    for (int i = 0; i < chunks.size(); i++) {
      boolean last = i == chunks.size() - 1;
      if (last || chunks.get(i).to() - chunks.get(from).from() >= PORTION) {
        portions.add(new Portion(file, chunks.subList(from, i + 1)));
        from = i + 1;
      }
    }
    return portions;
  }

  private Sources parse(List<Loaded> files, List<List<Portion>> cut) {
    List<Portion> work = new ArrayList<>();
    cut.forEach(work::addAll);
    List<List<ParsedDocument>> read = new ArrayList<>(work.size());
    for (int i = 0; i < work.size(); i++) {
      read.add(List.of());
    }
    Workers.run(
        options.jobs(),
        work.size(),
        i -> read.set(i, parse(files.get(work.get(i).file()).file(), work.get(i).chunks())));
    Collector collector = new Collector(options.names());
    int next = 0;
    for (int i = 0; i < files.size(); i++) {
      List<ParsedDocument> documents = new ArrayList<>();
      for (int portion = 0; portion < cut.get(i).size(); portion++) {
        documents.addAll(read.get(next++));
      }
      collector.add(files.get(i), documents);
    }
    return collector.finish();
  }

  private static List<ParsedDocument> parse(SourceFile file, List<Chunk> chunks) {
    List<ParsedDocument> documents = new ArrayList<>(chunks.size());
    DocumentReader reader = new DocumentReader(file);
    for (Chunk chunk : chunks) {
      documents.addAll(reader.read(chunk));
    }
    return documents;
  }
}
