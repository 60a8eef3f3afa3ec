package foresail.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs git in a folder. */
final class GitProgram {
  private final Path folder;

  /**
   * @param folder one that exists
   */
  GitProgram(Path folder) {
    this.folder = folder;
  }

  /**
   * What one run has printed.
   *
   * @param status 0 where it did what it was asked
   * @param error the first line for people, without {@code fatal: }
   */
  record Answer(int status, byte[] output, String error) {
    boolean ok() {
      return status == 0;
    }

    /** All that was printed, without the line break at its end. */
    String text() {
      return new String(output, StandardCharsets.UTF_8).stripTrailing();
    }

    /** What was printed with a zero byte behind each item. */
    List<String> items() {
      String text = new String(output, StandardCharsets.UTF_8);
      List<String> items = new ArrayList<>();
      int from = 0;
      for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', from)) {
        items.add(text.substring(from, end));
        from = end + 1;
      }
      return items;
    }
  }

  /**
   * Runs git to its end.
   *
   * @throws GitException where there is no git
   */
  Answer run(String... arguments) throws GitException {
    Process process = start(ProcessBuilder.Redirect.PIPE, arguments);
    try (InputStream out = process.getInputStream()) {
      process.getOutputStream().close();
      // The messages are read beside: a full pipe would keep git waiting.
      var messages = new Messages(process.getErrorStream());
      messages.start();
      byte[] output = out.readAllBytes();
      int status = process.waitFor();
      messages.join();
      return new Answer(status, output, messages.firstLine());
    } catch (IOException e) {
      throw new GitException("git cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new GitException("git was interrupted");
    }
  }

  /**
   * Starts git; what it says to people is dropped.
   *
   * @throws GitException where there is no git
   */
  Process start(String... arguments) throws GitException {
    return start(ProcessBuilder.Redirect.DISCARD, arguments);
  }

  private Process start(ProcessBuilder.Redirect messages, String... arguments) throws GitException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(messages);
    Map<String, String> environment = builder.environment();
    // A hook tells git where its repository is, relative to another folder.
    environment.keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
    environment.put("LC_ALL", "C");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new GitException("older versions are read with git, and git cannot be started here");
    }
  }

  /** Keeps what git says to people. */
  private static final class Messages extends Thread {
    private final InputStream in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    Messages(InputStream in) {
      super("git messages");
      this.in = in;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        in.transferTo(kept);
      } catch (IOException e) {
        // git has ended; what came until then is all there is.
      }
    }

    String firstLine() {
      String text = kept.toString(StandardCharsets.UTF_8).strip();
      int end = text.indexOf('\n');
      String line = end < 0 ? text : text.substring(0, end);
      return line.startsWith("fatal: ") ? line.substring("fatal: ".length()) : line;
    }
  }
}
