package foresail.cli;

import java.io.IOException;

/** What we have to say cannot be written. */
final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputException(String place, IOException cause) {
    super(place + " cannot be written: " + cause.getMessage(), cause);
  }
}
