package foresail.simulation.runtime;

/**
 * Asking a gRPC server for its health, as a request of HTTP/2: answers are told as HTTP statuses.
 *
 * <p>Source: grpc/health/v1/health.proto.
 */
public final class GrpcHealth {
  /** Of the server as a whole. */
  public static final String PATH = "/grpc.health.v1.Health/Check";

  public static final int SERVING = 200;
  public static final int NOT_SERVING = 503;
  public static final int NO_SUCH_SERVICE = 404;

  /** The server has no such protocol. */
  public static final int UNIMPLEMENTED = 501;

  private GrpcHealth() {}

  /**
   * The path by which a service's health is told.
   *
   * @param service empty for the server as a whole
   */
  public static String path(String service) {
    return service.isEmpty() ? PATH : PATH + "?service=" + service;
  }
}
