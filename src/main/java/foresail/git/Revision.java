package foresail.git;

import foresail.git.GitProgram.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One commit and the files in it. */
public final class Revision {
  private static final List<String> LIST = List.of("ls-tree", "-r", "-z", "--full-tree");

  /** The mode of a symbolic link. */
  private static final String LINK = "120000";

  /** With more of them the whole tree is listed. */
  private static final int MOST_ARGUMENTS = 100;

  private final GitProgram git;
  private final String name;
  private final String commit;

  Revision(GitProgram git, String name, String commit) {
    this.git = git;
    this.name = name;
    this.commit = commit;
  }

  /** As the user wrote it. */
  public String name() {
    return name;
  }

  /**
   * A file as it was.
   *
   * @param path from the repository's top, with slashes
   * @param id names its bytes
   */
  public record Blob(String path, String id) {}

  /**
   * The files at or below some paths; links and submodules are none. What the commit does not have
   * is left out.
   *
   * @param paths from the repository's top, with slashes; an empty one means all
   * @return in the order of the paths, then of names
   */
  public List<Blob> files(List<String> paths) throws GitException {
    List<String> command = new ArrayList<>(LIST);
    command.add(commit);
    if (paths.size() <= MOST_ARGUMENTS && !paths.contains("")) {
      command.add("--");
      command.addAll(paths);
    }
    Answer answer = git.run(command.toArray(new String[0]));
    if (!answer.ok()) {
      throw new GitException("git: " + answer.error());
    }
    List<Blob> found = new ArrayList<>();
    answer.items().forEach(item -> blob(item).ifPresent(found::add));
    // Folder by folder, as files on disk are read: a slash comes before any letter.
    found.sort(Comparator.comparing(blob -> blob.path().replace('/', '\0')));
    Set<Blob> ordered = new LinkedHashSet<>();
    for (String path : paths) {
      String folder = path.isEmpty() ? "" : path + "/";
      for (Blob blob : found) {
        if (blob.path().equals(path) || blob.path().startsWith(folder)) {
          ordered.add(blob);
        }
      }
    }
    return List.copyOf(ordered);
  }

  /** Of mode, type, id, a tab, and the path. */
  private static Optional<Blob> blob(String item) {
    int tab = item.indexOf('\t');
    String[] words = item.substring(0, tab).split(" ", -1);
    boolean file = words[1].equals("blob") && !words[0].equals(LINK);
    return file ? Optional.of(new Blob(item.substring(tab + 1), words[2])) : Optional.empty();
  }

  /**
   * The bytes of files.
   *
   * @param most of a file that is larger, one byte more than these is given
   */
  public Map<Blob, byte[]> read(List<Blob> files, int most) throws GitException {
    Map<Blob, byte[]> read = new LinkedHashMap<>();
    if (files.isEmpty()) {
      return read;
    }
    Process process = git.start("cat-file", "--batch");
    try (OutputStream ask = process.getOutputStream();
        InputStream answers = new BufferedInputStream(process.getInputStream())) {
      for (Blob file : files) {
        // One after the other: neither side ever waits with a full pipe.
        ask.write((file.id() + "\n").getBytes(StandardCharsets.US_ASCII));
        ask.flush();
        read.put(file, answer(answers, most));
      }
    } catch (IOException e) {
      throw new GitException("git cannot be read: " + e.getMessage());
    } finally {
      process.destroy();
    }
    return read;
  }

  /** An id, a type, a size; then so many bytes and a line break. */
  private static byte[] answer(InputStream answers, int most) throws IOException {
    var header = new ByteArrayOutputStream();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new IOException("it has ended");
      }
      header.write(next);
    }
    String[] words = header.toString(StandardCharsets.US_ASCII).split(" ", -1);
    if (words.length != 3) {
      throw new IOException(header.toString(StandardCharsets.UTF_8));
    }
    long size = Long.parseLong(words[2]);
    byte[] bytes = answers.readNBytes((int) Math.min(size, most + 1L));
    answers.skipNBytes(size - bytes.length + 1);
    return bytes;
  }
}
