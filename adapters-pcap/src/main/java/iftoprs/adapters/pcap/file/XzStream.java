package iftoprs.adapters.pcap.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks xz in bounded memory, and fails as gzip does: {@link ZipException} if the data is
 * damaged, {@code EOFException} if it is cut short.
 */
final class XzStream extends InputStream {

  /** {@code xz -9} asks for 65 MiB; a header that lies may ask for 4 GiB. */
  private static final int MOST_KIBIBYTES = 100 << 10;

  private final XZInputStream stream;

  XzStream(InputStream packed) throws IOException {
    try {
      stream = new XZInputStream(packed, MOST_KIBIBYTES);
    } catch (XZIOException e) {
      throw explained(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return stream.read(bytes, offset, length);
    } catch (XZIOException e) {
      throw explained(e);
    }
  }

  private static IOException explained(XZIOException cause) {
    if (cause instanceof MemoryLimitException e) {
      return new IOException(
          "unpacking takes %d MiB of memory; unpack it first with unxz"
              .formatted(e.getMemoryNeeded() >>> 10),
          e);
    }
    ZipException damaged = new ZipException(cause.getMessage());
    damaged.initCause(cause);
    return damaged;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
