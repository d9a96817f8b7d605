package iftoprs.adapters.pcap.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where a {@link ByteWindow} gets its bytes from; may have none at the moment. */
interface ByteSource extends Closeable {

  /**
   * Reads what is there.
   *
   * @return number of bytes, 0 if none have come yet, -1 at the end
   */
  int read(byte[] bytes, int offset, int length) throws IOException;

  /** Waits until {@link #read} would not return 0. */
  void await() throws IOException;

  /** Bytes of a stream that never makes its reader wait for long: a file on disk. */
  static ByteSource of(InputStream stream) {
    return new ByteSource() {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return stream.read(bytes, offset, length);
      }

      @Override
      public void await() {}

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }
}
