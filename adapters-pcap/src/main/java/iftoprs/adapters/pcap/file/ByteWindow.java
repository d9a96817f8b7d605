package iftoprs.adapters.pcap.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/**
 * The part of a file that lies in memory: one array that is filled, emptied from the front and
 * filled again.
 *
 * <p>The readers use the fields directly, because this is the hottest path of a replay. While bytes
 * are still to be skipped the window is empty, so "is enough here?" is one comparison.
 */
final class ByteWindow implements Closeable {

  /**
   * Of 16 to 256 KiB this took least CPU; half of it takes 3 % more, and twice as much is alike.
   */
  static final int CAPACITY = 128 << 10;

  /** Most bytes that a reader may ask for at once; the bound of the array. */
  static final int MAXIMUM = 512 << 10;

  byte[] bytes = new byte[CAPACITY];
  int position;
  int limit;

  private final ByteSource source;
  private long start; // offset in the file of bytes[0]
  private long toSkip;
  private boolean ended;
  private String failure = "";

  ByteWindow(ByteSource source) {
    this.source = source;
  }

  /** Whether so many bytes lie at {@link #position}; reads more if need be, without waiting. */
  boolean ensure(int count) {
    if (limit - position >= count) {
      return true;
    }
    while (skipSome() && limit - position < count) {
      if (!fill(count)) {
        return false;
      }
    }
    return limit - position >= count;
  }

  /** Like {@link #ensure}, but waits for the bytes. */
  boolean require(int count) {
    while (!ensure(count)) {
      if (ended) {
        return false;
      }
      try {
        source.await();
      } catch (IOException e) {
        fail(e);
      }
    }
    return true;
  }

  /** Goes on so many bytes behind {@link #position}, reading over what is not here yet. */
  void skip(long count) {
    int here = (int) Math.min(count, limit - position);
    position += here;
    toSkip = count - here;
  }

  /** Takes what is to be skipped; false if more of it is to come. */
  private boolean skipSome() {
    while (toSkip > 0) {
      if (position == limit && !fill(1)) {
        return false;
      }
      skip(toSkip);
    }
    return true;
  }

  private boolean fill(int count) {
    if (ended) {
      return false;
    }
    if (position == limit || bytes.length - position < count) {
      compact(count);
    }
    try {
      int read = source.read(bytes, limit, bytes.length - limit);
      ended = read < 0;
      limit += Math.max(read, 0);
      return read > 0;
    } catch (IOException e) {
      fail(e);
      return false;
    }
  }

  private void compact(int count) {
    byte[] target = bytes;
    if (count > bytes.length) {
      if (count > MAXIMUM) {
        throw new IllegalArgumentException("asked for " + count + " bytes at once");
      }
      target = new byte[MAXIMUM];
    }
    System.arraycopy(bytes, position, target, 0, limit - position);
    start += position;
    limit -= position;
    position = 0;
    bytes = target;
  }

  private void fail(IOException cause) {
    ended = true;
    failure =
        switch (cause) {
          case EOFException e -> "compressed data is cut short";
          case ZipException e -> "compressed data is damaged";
          default -> "cannot be read: " + cause.getMessage();
        };
  }

  /** Whether nothing more will come than lies here. */
  boolean ended() {
    return ended;
  }

  /** Why reading failed; empty if it did not. */
  String failure() {
    return failure;
  }

  /** Whether a record has been begun: bytes lie here, or are still to be skipped. */
  boolean insideRecord() {
    return position < limit || toSkip > 0;
  }

  /** Bytes of the file up to {@link #position}. */
  long offset() {
    return start + position;
  }

  /** Bytes of the file that have been read. */
  long bytesRead() {
    return start + limit;
  }

  /** Gives up: nothing more will be read. */
  void abandon() {
    position = limit;
    toSkip = 0;
    ended = true;
  }

  @Override
  public void close() throws IOException {
    abandon();
    source.close();
  }
}
