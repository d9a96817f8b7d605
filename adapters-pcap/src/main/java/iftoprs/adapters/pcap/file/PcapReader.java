package iftoprs.adapters.pcap.file;

import static iftoprs.adapters.pcap.file.Words.int32;
import static iftoprs.adapters.pcap.file.Words.littleEndian64;
import static iftoprs.adapters.pcap.file.Words.uint16;
import static iftoprs.adapters.pcap.file.Words.uint32;

import iftoprs.adapters.pcap.file.CaptureFile.Next;
import iftoprs.ports.Frame;
import iftoprs.ports.Frame.Direction;
import iftoprs.ports.FrameBatch;

/**
 * Reads the classic format (draft-ietf-opsawg-pcap) and its old dialects: lengths swapped before
 * version 2.3, and the longer record headers of Kuznetzov's patch.
 */
final class PcapReader extends RecordReader {

  static final int MICROSECONDS = 0xa1b2c3d4;
  static final int NANOSECONDS = 0xa1b23c4d;
  static final int KUZNETZOV = 0xa1b2cd34;

  static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;
  private static final int KUZNETZOV_RECORD_HEADER = 24;
  private static final int PACKET_TYPE = 22; // in Kuznetzov's record header
  private static final int PACKET_MULTICAST = 2;
  private static final int PACKET_OUTGOING = 4;

  private enum Lengths {
    CAPTURED_FIRST,
    WIRE_FIRST,
    UNSURE
  }

  private final boolean bigEndian;
  private final int recordHeader;
  private final int nanosPerFraction;
  private final Lengths lengths;
  private final int linkType;
  private final int longest;
  private final boolean plain;

  private PcapReader(
      String name, ByteWindow window, boolean bigEndian, int magic, Lengths lengths) {
    super(name, window);
    int at = window.position;
    this.bigEndian = bigEndian;
    this.lengths = lengths;
    this.recordHeader = magic == KUZNETZOV ? KUZNETZOV_RECORD_HEADER : RECORD_HEADER;
    this.nanosPerFraction = magic == NANOSECONDS ? 1 : 1000;
    this.longest = longest(uint32(window.bytes, at + 16, bigEndian));
    // The upper half says how long the frame check sequence is.
    this.linkType = int32(window.bytes, at + 20, bigEndian) & 0xffff;
    this.plain = !bigEndian && lengths == Lengths.CAPTURED_FIRST && magic != KUZNETZOV;
    window.position = at + FILE_HEADER;
  }

  /** Whether the window begins with the magic number of this format, in either byte order. */
  static boolean recognizes(ByteWindow window) {
    int magic = int32(window.bytes, window.position, false);
    return isMagic(magic) || isMagic(Integer.reverseBytes(magic));
  }

  private static boolean isMagic(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS || magic == KUZNETZOV;
  }

  /**
   * A reader behind the file header that lies in the window.
   *
   * @throws UnreadableException if the version is none that is known
   */
  static PcapReader of(String name, ByteWindow window) throws UnreadableException {
    boolean bigEndian = !isMagic(int32(window.bytes, window.position, false));
    int magic = int32(window.bytes, window.position, bigEndian);
    int major = uint16(window.bytes, window.position + 4, bigEndian);
    int minor = uint16(window.bytes, window.position + 6, bigEndian);
    return new PcapReader(name, window, bigEndian, magic, lengths(major, minor));
  }

  /** The versions that libpcap reads; 543.0 is DG/UX tcpdump's. */
  private static Lengths lengths(int major, int minor) throws UnreadableException {
    if (major == 543 && minor == 0) {
      return Lengths.WIRE_FIRST;
    }
    if (major != 2 || minor > 4) {
      throw new UnreadableException("pcap version " + major + "." + minor + " is not known");
    }
    if (minor < 3) {
      return Lengths.WIRE_FIRST;
    }
    return minor == 3 ? Lengths.UNSURE : Lengths.CAPTURED_FIRST;
  }

  @Override
  int firstLinkType() {
    return linkType;
  }

  @Override
  Next next(Frame frame) {
    ByteWindow window = this.window;
    int header = recordHeader;
    if (window.limit - window.position < header && !window.ensure(header)) {
      return starvedOrEnd();
    }
    boolean bigEndian = this.bigEndian;
    byte[] bytes = window.bytes;
    int at = window.position;
    int captured = int32(bytes, at + 8, bigEndian);
    int wire = int32(bytes, at + 12, bigEndian);
    if (lengths != Lengths.CAPTURED_FIRST && wireFirst(captured, wire)) {
      int swapped = captured;
      captured = wire;
      wire = swapped;
    }
    if (captured < 0 || captured > longest) {
      return damaged("it claims " + Integer.toUnsignedLong(captured) + " bytes");
    }
    int kept = Math.min(captured, LONGEST_FRAME);
    if (window.limit - at < header + kept) {
      if (!window.ensure(header + kept)) {
        return starvedOrEnd();
      }
      bytes = window.bytes;
      at = window.position;
    }
    frame.set(linkType, nanos(bytes, at), wire & 0xffff_ffffL, bytes, at + header, kept);
    if (header == KUZNETZOV_RECORD_HEADER) {
      frame.direction(direction(bytes[at + PACKET_TYPE]));
    }
    window.position = at + header + kept;
    if (kept < captured) {
      window.skip(captured - kept);
    }
    records++;
    return Next.FRAME;
  }

  @Override
  int fill(FrameBatch batch, int most) {
    if (!plain) {
      return 0;
    }
    int frames = fillFromWindow(batch, most);
    // Where the window ends, too: for one record in a thousand all of next would be compiled.
    if (frames == 0 && window.ensure(window.limit - window.position + 1)) {
      frames = fillFromWindow(batch, most);
    }
    return frames;
  }

  /**
   * The common case as a loop of its own: written on a machine like this one, whole records in the
   * window.
   */
  private int fillFromWindow(FrameBatch batch, int most) {
    final ByteWindow window = this.window;
    final byte[] bytes = window.bytes;
    final long[] rows = batch.rows();
    final int longest = Math.min(this.longest, LONGEST_FRAME);
    final int nanosPerFraction = this.nanosPerFraction;
    final long kind = (long) linkType << 2;
    final int end = Math.min(most, FrameBatch.CAPACITY) * FrameBatch.STRIDE;
    long oldest = Long.MAX_VALUE;
    long newest = Long.MIN_VALUE;
    long wireBytes = 0;
    int at = window.position;
    int row = 0;
    while (row < end && window.limit - at >= RECORD_HEADER) {
      final long lengths = littleEndian64(bytes, at + 8);
      final int captured = (int) lengths;
      final int data = at + RECORD_HEADER;
      if (captured < 0 || captured > longest || window.limit - data < captured) {
        break;
      }
      final long stamp = littleEndian64(bytes, at);
      final long time = (stamp & 0xffff_ffffL) * 1_000_000_000L + (stamp >>> 32) * nanosPerFraction;
      oldest = Math.min(oldest, time);
      newest = Math.max(newest, time);
      wireBytes += lengths >>> 32;
      rows[row + FrameBatch.TIME] = time;
      rows[row + FrameBatch.WIRE] = lengths >>> 32;
      rows[row + FrameBatch.PLACE] = (long) data << 32 | captured;
      rows[row + FrameBatch.KIND] = kind;
      row += FrameBatch.STRIDE;
      at = data + captured;
    }
    window.position = at;
    batch.filled(bytes, row, oldest, newest, wireBytes);
    records += batch.size();
    return batch.size();
  }

  private long nanos(byte[] bytes, int at) {
    long seconds = uint32(bytes, at, bigEndian);
    return seconds * 1_000_000_000L + uint32(bytes, at + 4, bigEndian) * nanosPerFraction;
  }

  private boolean wireFirst(int first, int second) {
    return lengths == Lengths.WIRE_FIRST || Integer.compareUnsigned(first, second) > 0;
  }

  /** The packet types of Linux' {@code if_packet.h}; 3 is a frame between two other hosts. */
  private static Direction direction(int packetType) {
    if (packetType == PACKET_OUTGOING) {
      return Direction.OUTBOUND;
    }
    boolean inbound = packetType >= 0 && packetType <= PACKET_MULTICAST;
    return inbound ? Direction.INBOUND : Direction.UNKNOWN;
  }
}
