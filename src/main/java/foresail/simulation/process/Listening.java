package foresail.simulation.process;

import foresail.script.world.FileSystem;
import foresail.simulation.kernel.Clock;
import foresail.simulation.runtime.Process.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ports on which programs of a script listen. */
final class Listening {
  private final Clock clock;
  private final FileSystem files;
  private final Map<Integer, Server> servers = new HashMap<>();
  private Optional<Duration> anyPortFrom = Optional.empty();

  /**
   * @param root the folder whose files it serves; empty where every path has an answer
   */
  private record Server(Optional<String> root) {}

  Listening(Clock clock, FileSystem files) {
    this.clock = clock;
    this.files = files;
  }

  /** A server that answers every path. */
  void serve(int port) {
    servers.put(port, new Server(Optional.empty()));
  }

  /** A web server that serves a folder. */
  void serveFiles(int port, String root) {
    servers.put(port, new Server(Optional.of(root)));
  }

  /** A program of which nothing is known: from a moment on any port answers. */
  void serveAnything(Duration from) {
    anyPortFrom = Optional.of(from);
  }

  /** No script starts a server that encrypts. */
  boolean isPlainWeb(int port) {
    return servers.containsKey(port);
  }

  Reply connect(int port) {
    boolean open =
        servers.containsKey(port)
            || anyPortFrom.filter(from -> from.compareTo(clock.now()) <= 0).isPresent();
    return open ? Reply.of(0) : Reply.failed("connect: connection refused");
  }

  Reply http(int port, String path) {
    Server server = servers.get(port);
    if (server == null || server.root().isEmpty()) {
      Reply reply = connect(port);
      return reply.connected() ? Reply.of(200) : reply;
    }
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    String file = plain.endsWith("/") ? plain + "index.html" : plain;
    String root = server.root().get();
    boolean found = files.status((root.equals("/") ? "" : root) + file).isPresent();
    return Reply.of(found ? 200 : 404);
  }
}
