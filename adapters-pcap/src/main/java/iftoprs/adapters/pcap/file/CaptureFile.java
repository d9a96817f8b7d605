package iftoprs.adapters.pcap.file;

import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An opened capture file; its format and compression are told by its first bytes, never by its
 * name.
 *
 * <p>No allocation for a frame. One thread.
 */
public final class CaptureFile implements Closeable {

  /** What {@link #next} met. */
  public enum Next {
    /** The frame points at the next record, until the next call. */
    FRAME,
    /** The next record has not come completely yet; only from a pipe. */
    STARVED,
    /** There is no further record; {@link #note} tells whether that is too early. */
    END
  }

  private static final int GZIP_BUFFER = 64 << 10;
  private static final int SHORTEST_FILE = PcapReader.FILE_HEADER;

  private final RecordReader reader;
  private final ByteWindow window;

  private CaptureFile(RecordReader reader, ByteWindow window) {
    this.reader = reader;
    this.window = window;
  }

  /**
   * Opens a file on disk or in the program.
   *
   * @param name for messages
   * @param stream its bytes, closed with this
   * @throws UnreadableException if it is no capture
   */
  public static CaptureFile open(String name, InputStream stream) throws UnreadableException {
    return open(name, ByteSource.of(plain(name, new PeekedStream(stream))));
  }

  /**
   * Opens a pipe, waiting for its first bytes; a thread reads it from then on.
   *
   * @param name for messages
   * @param stream its bytes
   * @param onArrival called on another thread whenever bytes have come
   * @throws UnreadableException if it is no capture
   */
  public static CaptureFile openPipe(String name, InputStream stream, Runnable onArrival)
      throws UnreadableException {
    return open(name, PumpedSource.start(plain(name, new PeekedStream(stream)), onArrival));
  }

  private static CaptureFile open(String name, ByteSource source) throws UnreadableException {
    ByteWindow window = new ByteWindow(source);
    boolean longEnough = window.require(SHORTEST_FILE);
    if (!window.failure().isEmpty()) {
      throw new UnreadableException(window.failure());
    }
    if (window.limit - window.position < 4) {
      throw notACapture();
    }
    boolean pcapng = PcapngReader.recognizes(window);
    if (!pcapng && !PcapReader.recognizes(window)) {
      throw notACapture();
    }
    if (!longEnough) {
      throw new UnreadableException("cut short before its first record");
    }
    return new CaptureFile(
        pcapng ? PcapngReader.of(name, window) : PcapReader.of(name, window), window);
  }

  private static UnreadableException notACapture() {
    return new UnreadableException("not a capture file (neither pcap nor pcapng)");
  }

  private static InputStream plain(String name, PeekedStream stream) throws UnreadableException {
    try {
      byte[] start = stream.peek(Compression.LONGEST_MAGIC);
      if (start.length == 0) {
        throw new UnreadableException("the file is empty");
      }
      Compression compression = Compression.of(start);
      return switch (compression) {
        case NONE -> stream;
        case GZIP -> new GZIPInputStream(stream, GZIP_BUFFER);
        case XZ -> new XzStream(stream);
        case ZSTD, LZ4, BZIP2 -> throw new UnreadableException(compression.advice(name));
      };
    } catch (ZipException e) {
      throw new UnreadableException("compressed data is damaged");
    } catch (EOFException e) {
      throw new UnreadableException("compressed data is cut short");
    } catch (IOException e) {
      throw new UnreadableException("cannot be read: " + e.getMessage());
    }
  }

  /**
   * LINKTYPE_ number of the first interface; Ethernet's if the file has not said yet which it is.
   */
  public int firstLinkType() {
    return reader.firstLinkType();
  }

  /**
   * Goes on to the next record.
   *
   * @param frame to point at it
   * @return whether it does
   */
  public Next next(Frame frame) {
    return reader.next(frame);
  }

  /**
   * Goes on over records that lie in memory and have nothing unusual, several at once.
   *
   * @param batch filled with them
   * @param most frames at the most
   * @return how many; 0 means that {@link #next} has to look
   */
  public int fill(FrameBatch batch, int most) {
    return reader.fill(batch, most);
  }

  /** One line about what is wrong with the file; empty if nothing was found so far. */
  public String note() {
    return reader.note();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
