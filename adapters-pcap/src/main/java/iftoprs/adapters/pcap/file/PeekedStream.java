package iftoprs.adapters.pcap.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose first bytes can be looked at, and whose {@link #available} is 0 only at the end.
 *
 * <p>The latter is what {@link java.util.zip.GZIPInputStream} asks to learn whether another
 * compressed member follows; a pipe says 0 there whenever its writer is slow.
 */
final class PeekedStream extends InputStream {

  private static final int BUFFER = 8 << 10;

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  PeekedStream(InputStream stream) {
    this.stream = stream;
  }

  /** The next bytes, fewer only at the end; they stay unread. At most 8192. */
  byte[] peek(int count) throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    while (limit < count) {
      int read = stream.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        break;
      }
      limit += read;
    }
    byte[] start = new byte[Math.min(count, limit)];
    System.arraycopy(buffer, 0, start, 0, start.length);
    return start;
  }

  @Override
  public int read() throws IOException {
    if (available() == 0) {
      return -1;
    }
    return buffer[position++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (position == limit) {
      return stream.read(bytes, offset, length);
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, bytes, offset, count);
    position += count;
    return count;
  }

  /** Blocks until it is known whether there is more. */
  @Override
  public int available() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, stream.read(buffer, 0, buffer.length));
    }
    return limit - position;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
