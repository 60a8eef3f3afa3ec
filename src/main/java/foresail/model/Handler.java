package foresail.model;

import foresail.notation.IntOrString;
import java.util.List;
import java.util.Optional;

/** What a probe or a hook does. */
public sealed interface Handler {
  /** Runs a program in the container; no shell unless the command names one. */
  record Exec(List<String> command) implements Handler {
    public Exec {
      command = List.copyOf(command);
    }
  }

  /**
   * @param host empty for the pod's own address
   * @param scheme {@code HTTP} or {@code HTTPS}
   */
  record HttpGet(String host, IntOrString port, String path, String scheme) implements Handler {}

  /**
   * @param host empty for the pod's own address
   */
  record TcpSocket(String host, IntOrString port) implements Handler {}

  /** The gRPC health protocol; always on the pod's own address. */
  record Grpc(int port, String service) implements Handler {}

  /** Only for hooks. */
  record Sleep(long seconds) implements Handler {}

  /** The handler of a probe or hook; empty where it names none. */
  static Optional<Handler> of(Fields fields) {
    return fields
        .read("exec", exec -> (Handler) new Exec(exec.strings("command")))
        .or(
            () ->
                fields.read(
                    "httpGet",
                    get ->
                        new HttpGet(
                            get.string("host"),
                            get.intOrString("port").orElse(IntOrString.of(0)),
                            get.string("path"),
                            get.string("scheme"))))
        .or(
            () ->
                fields.read(
                    "tcpSocket",
                    tcp ->
                        new TcpSocket(
                            tcp.string("host"), tcp.intOrString("port").orElse(IntOrString.of(0)))))
        .or(
            () ->
                fields.read(
                    "grpc", grpc -> new Grpc(grpc.intValue("port"), grpc.string("service"))))
        .or(() -> fields.read("sleep", sleep -> new Sleep(sleep.longValue("seconds"))));
  }
}
