package foresail.script.machine;

import java.util.Optional;

/** A pipe: what is written at one end is read at the other. */
final class Pipe {
  /** As in Linux: a writer waits when so much is unread. */
  private static final int CAPACITY = 65_536;

  private final StringBuilder unread = new StringBuilder();
  private int from;
  private boolean writerClosed;
  private boolean readerClosed;
  private boolean unknown;

  final OpenFile writer = new Writer();
  final OpenFile reader = new Reader();

  boolean ended() {
    return writerClosed;
  }

  /** Whether a program wrote here of which nobody knows what it writes. */
  boolean isUnknown() {
    return unknown;
  }

  /** Everything that is unread, for command substitution. */
  String drain() {
    var text = unread.substring(from);
    unread.setLength(0);
    from = 0;
    return text;
  }

  private final class Writer extends OpenFile {
    @Override
    Written write(String text) {
      if (readerClosed) {
        return Written.BROKEN;
      }
      unread.append(text);
      return Written.DONE;
    }

    @Override
    void markUnknown() {
      unknown = true;
    }

    @Override
    boolean isFull() {
      return !readerClosed && unread.length() - from >= CAPACITY;
    }

    @Override
    void close() {
      writerClosed = true;
    }
  }

  private final class Reader extends OpenFile {
    @Override
    boolean canRead() {
      return writerClosed || unread.indexOf("\n", from) >= 0;
    }

    @Override
    Optional<String> readLine() {
      int end = unread.indexOf("\n", from);
      int stop = end < 0 ? unread.length() : end + 1;
      if (stop == from) {
        return Optional.empty();
      }
      var line = unread.substring(from, stop);
      from = stop;
      if (from > CAPACITY || from == unread.length()) {
        unread.delete(0, from);
        from = 0;
      }
      return Optional.of(line);
    }

    @Override
    boolean isUnknown() {
      return unknown;
    }

    @Override
    boolean hasInput() {
      return true;
    }

    @Override
    void close() {
      readerClosed = true;
    }
  }
}
