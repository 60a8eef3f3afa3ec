package foresail.cli;

import java.util.List;

/** The user asked for something that there is not; each message is a line for standard error. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> messages;

  UsageException(String message) {
    this(List.of(message));
  }

  UsageException(List<String> messages) {
    super(String.join("\n", messages), null, false, false);
    this.messages = List.copyOf(messages);
  }

  List<String> messages() {
    return messages;
  }
}
