package iftoprs.adapters.pcap.file;

import static iftoprs.adapters.pcap.file.Words.int32;
import static iftoprs.adapters.pcap.file.Words.int64;
import static iftoprs.adapters.pcap.file.Words.littleEndian64;
import static iftoprs.adapters.pcap.file.Words.uint16;
import static iftoprs.adapters.pcap.file.Words.uint32;

import iftoprs.adapters.pcap.file.CaptureFile.Next;
import iftoprs.ports.Frame;
import iftoprs.ports.Frame.Direction;
import iftoprs.ports.FrameBatch;
import java.util.Arrays;

/**
 * Reads pcapng (draft-ietf-opsawg-pcapng): any number of sections, each in its byte order, with any
 * number of interfaces; blocks that hold no frame are read over.
 *
 * <p>A block whose lengths cannot be true ends the file with a note. Options that cannot be true
 * cost only the options.
 */
final class PcapngReader extends RecordReader {

  static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int PACKET = 2; // obsolete, section 11.1 of the draft
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;

  /** LINKTYPE_ETHERNET. */
  private static final int ETHERNET = 1;

  /** Type and length before a block's body, and the length again behind it. */
  private static final int FRAMING = 12;

  private static final int SHORTEST_SECTION_HEADER = 28;
  private static final int SHORTEST_INTERFACE = 20;
  private static final int SHORTEST_SIMPLE_PACKET = 16;
  private static final int SHORTEST_PACKET = 32;

  /** Where the frame's bytes begin in both kinds of packet block. */
  private static final int PACKET_DATA = 28;

  private static final int OPTION_END = 0;
  private static final int PACKET_FLAGS = 2; // in both kinds of packet block
  private static final int INTERFACE_RESOLUTION = 9;
  private static final int INTERFACE_OFFSET = 14;

  /** Interfaces of a section that are remembered; more is an attack on memory. */
  private static final int MOST_INTERFACES = 1 << 16;

  private boolean bigEndian;
  private PcapngInterface[] interfaces = new PcapngInterface[4];
  private int interfaceCount;
  private long lastTime;
  private long damagedOptions;

  private PcapngReader(String name, ByteWindow window) {
    super(name, window);
  }

  /** Whether the window begins with a Section Header Block. */
  static boolean recognizes(ByteWindow window) {
    return int32(window.bytes, window.position, false) == SECTION_HEADER;
  }

  /**
   * A reader of the file that begins in the window with at least 24 bytes.
   *
   * @throws UnreadableException if its first section is not one
   */
  static PcapngReader of(String name, ByteWindow window) throws UnreadableException {
    int magic = int32(window.bytes, window.position + 8, false);
    boolean bigEndian = magic == Integer.reverseBytes(BYTE_ORDER_MAGIC);
    if (magic != BYTE_ORDER_MAGIC && !bigEndian) {
      throw new UnreadableException("not a capture file (a pcapng header without byte order)");
    }
    int major = uint16(window.bytes, window.position + 12, bigEndian);
    if (major != 1) {
      throw new UnreadableException("pcapng version " + major + " is not known");
    }
    return new PcapngReader(name, window);
  }

  /** Looks at the block behind the section header, where it nearly always is. */
  @Override
  int firstLinkType() {
    boolean reversed =
        int32(window.bytes, window.position + 8, false) == Integer.reverseBytes(BYTE_ORDER_MAGIC);
    long header = uint32(window.bytes, window.position + 4, reversed);
    if (header < SHORTEST_SECTION_HEADER || header > LONGEST_FRAME) {
      return ETHERNET;
    }
    int there = (int) header;
    if (!window.ensure(there + FRAMING)
        || int32(window.bytes, window.position + there, reversed) != INTERFACE_DESCRIPTION) {
      return ETHERNET;
    }
    return uint16(window.bytes, window.position + there + 8, reversed);
  }

  @Override
  Next next(Frame frame) {
    ByteWindow window = this.window;
    while (true) {
      if (!window.ensure(FRAMING)) {
        return window.ended() ? atEnd() : Next.STARVED;
      }
      int type = int32(window.bytes, window.position, bigEndian);
      if (type == SECTION_HEADER) {
        Next next = startSection();
        if (next != Next.FRAME) {
          return next;
        }
        continue;
      }
      long length = uint32(window.bytes, window.position + 4, bigEndian);
      if (length < FRAMING || (length & 3) != 0) {
        return damaged("a block claims " + length + " bytes");
      }
      if (type == ENHANCED_PACKET || type == PACKET) {
        return packet(frame, type, length);
      }
      if (type == SIMPLE_PACKET) {
        return simplePacket(frame, length);
      }
      if (type == INTERFACE_DESCRIPTION) {
        Next next = describeInterface(length);
        if (next != Next.FRAME) {
          return next;
        }
        continue;
      }
      window.skip(length);
    }
  }

  /** The common case as a loop of its own: little-endian packet blocks without options. */
  @Override
  int fill(FrameBatch batch, int most) {
    if (bigEndian) {
      return 0;
    }
    final ByteWindow window = this.window;
    final byte[] bytes = window.bytes;
    final long[] rows = batch.rows();
    final int end = Math.min(most, FrameBatch.CAPACITY) * FrameBatch.STRIDE;
    int at = window.position;
    int row = 0;
    while (row < end && window.limit - at >= SHORTEST_PACKET) {
      final long start = littleEndian64(bytes, at);
      final int length = (int) (start >>> 32);
      final int id = int32(bytes, at + 8, false);
      final int captured = int32(bytes, at + 20, false);
      if ((int) start != ENHANCED_PACKET
          || captured < 0
          || length != SHORTEST_PACKET + (captured + 3 & ~3)
          || length > window.limit - at
          || int32(bytes, at + length - 4, false) != length
          || id < 0
          || id >= interfaceCount
          || captured > interfaces[id].longest()) {
        break;
      }
      final PcapngInterface description = interfaces[id];
      final long stamp = Long.rotateLeft(littleEndian64(bytes, at + 12), 32); // upper half first
      lastTime = description.timeScale().nanos(stamp);
      rows[row + FrameBatch.TIME] = lastTime;
      rows[row + FrameBatch.WIRE] = uint32(bytes, at + 24, false);
      rows[row + FrameBatch.PLACE] = (long) (at + PACKET_DATA) << 32 | captured;
      rows[row + FrameBatch.KIND] = (long) description.linkType() << 2;
      row += FrameBatch.STRIDE;
      at += length;
    }
    window.position = at;
    batch.filled(bytes, row);
    records += batch.size();
    return batch.size();
  }

  private Next atEnd() {
    Next next = starvedOrEnd();
    if (note().isEmpty() && damagedOptions > 0) {
      remark("damaged options were left out of this many blocks: " + damagedOptions);
    }
    return next;
  }

  /** Begins a section; {@link Next#FRAME} stands for success. */
  private Next startSection() {
    if (!window.ensure(SHORTEST_SECTION_HEADER)) {
      return starvedOrEnd();
    }
    byte[] bytes = window.bytes;
    int at = window.position;
    int magic = int32(bytes, at + 8, false);
    boolean reversed = magic == Integer.reverseBytes(BYTE_ORDER_MAGIC);
    if (magic != BYTE_ORDER_MAGIC && !reversed) {
      return damaged("a section without byte order");
    }
    long length = uint32(bytes, at + 4, reversed);
    int major = uint16(bytes, at + 12, reversed);
    if (length < SHORTEST_SECTION_HEADER || (length & 3) != 0) {
      return damaged("a section header claims " + length + " bytes");
    }
    if (major != 1) {
      return damaged("a section of the unknown version " + major);
    }
    bigEndian = reversed;
    interfaceCount = 0;
    window.skip(length);
    return Next.FRAME;
  }

  /** Remembers an interface; {@link Next#FRAME} stands for success. */
  private Next describeInterface(long length) {
    if (length < SHORTEST_INTERFACE) {
      return damaged("an interface description of " + length + " bytes");
    }
    int needed = (int) Math.min(length, LONGEST_FRAME);
    if (!window.ensure(needed)) {
      return starvedOrEnd();
    }
    if (interfaceCount == MOST_INTERFACES) {
      return damaged("more than " + MOST_INTERFACES + " interfaces");
    }
    int at = window.position;
    int options = at + 16;
    int end = at + needed - 4;
    int resolutionAt = option(options, end, INTERFACE_RESOLUTION, 1);
    int offsetAt = option(options, end, INTERFACE_OFFSET, 8);
    if (resolutionAt == DAMAGED) {
      damagedOptions++;
    }
    int resolution =
        resolutionAt > 0 ? window.bytes[resolutionAt] & 0xff : TimeScale.DEFAULT_RESOLUTION;
    long offset = offsetAt > 0 ? int64(window.bytes, offsetAt, bigEndian) : 0;
    long snapLength = uint32(window.bytes, at + 12, bigEndian);
    int linkType = uint16(window.bytes, at + 8, bigEndian);
    if (interfaceCount == interfaces.length) {
      interfaces = Arrays.copyOf(interfaces, 2 * interfaceCount);
    }
    interfaces[interfaceCount++] =
        new PcapngInterface(
            linkType, snapLength, longest(snapLength), new TimeScale(resolution, offset));
    window.skip(length);
    return Next.FRAME;
  }

  private Next packet(Frame frame, int type, long length) {
    if (length < SHORTEST_PACKET) {
      return damaged("a packet block of " + length + " bytes");
    }
    ByteWindow window = this.window;
    int needed = length <= LONGEST_FRAME ? (int) length : SHORTEST_PACKET;
    if (window.limit - window.position < needed && !window.ensure(needed)) {
      return starvedOrEnd();
    }
    byte[] bytes = window.bytes;
    int at = window.position;
    int id =
        type == ENHANCED_PACKET
            ? int32(bytes, at + 8, bigEndian)
            : uint16(bytes, at + 8, bigEndian);
    if (id < 0 || id >= interfaceCount) {
      return damaged("interface " + Integer.toUnsignedLong(id) + " is not described");
    }
    PcapngInterface description = interfaces[id];
    int captured = int32(bytes, at + 20, bigEndian);
    if (captured < 0 || captured > length - SHORTEST_PACKET || captured > description.longest()) {
      return damaged("it claims " + Integer.toUnsignedLong(captured) + " bytes");
    }
    return length <= LONGEST_FRAME
        ? wholePacket(frame, description, captured, (int) length)
        : hugePacket(frame, description, captured, length);
  }

  private Next wholePacket(Frame frame, PcapngInterface description, int captured, int length) {
    int at = window.position;
    int end = at + length - 4;
    if (int32(window.bytes, end, bigEndian) != length) {
      return damaged("a block says two lengths");
    }
    point(frame, description, captured);
    int options = at + PACKET_DATA + (captured + 3 & ~3);
    if (end - options >= 8) {
      frame.direction(directionIn(options, end));
    }
    window.position = at + length;
    return Next.FRAME;
  }

  /** A packet that the window cannot hold: its first part, without options. */
  private Next hugePacket(Frame frame, PcapngInterface description, int captured, long length) {
    int kept = Math.min(captured, LONGEST_FRAME);
    if (!window.ensure(PACKET_DATA + kept)) {
      return starvedOrEnd();
    }
    point(frame, description, kept);
    window.skip(length);
    return Next.FRAME;
  }

  private void point(Frame frame, PcapngInterface description, int kept) {
    byte[] bytes = window.bytes;
    int at = window.position;
    long stamp = uint32(bytes, at + 12, bigEndian) << 32 | uint32(bytes, at + 16, bigEndian);
    lastTime = description.timeScale().nanos(stamp);
    long wire = uint32(bytes, at + 24, bigEndian);
    frame.set(description.linkType(), lastTime, wire, bytes, at + PACKET_DATA, kept);
    records++;
  }

  private Next simplePacket(Frame frame, long length) {
    if (length < SHORTEST_SIMPLE_PACKET) {
      return damaged("a packet block of " + length + " bytes");
    }
    if (interfaceCount == 0) {
      return damaged("interface 0 is not described");
    }
    int kept = (int) Math.min(length - SHORTEST_SIMPLE_PACKET, LONGEST_FRAME);
    if (!window.ensure(12 + kept)) {
      return starvedOrEnd();
    }
    PcapngInterface description = interfaces[0];
    long wire = uint32(window.bytes, window.position + 8, bigEndian);
    long captured = Math.min(wire, kept);
    if (description.snapLength() > 0) {
      captured = Math.min(captured, description.snapLength());
    }
    // The block has no time of its own: it came no earlier than the one before.
    frame.set(
        description.linkType(), lastTime, wire, window.bytes, window.position + 12, (int) captured);
    records++;
    window.skip(length);
    return Next.FRAME;
  }

  /** Bits 0 and 1 of the flags: 1 is inbound, 2 outbound (section 4.3.1). */
  private Direction directionIn(int options, int end) {
    int at = option(options, end, PACKET_FLAGS, 4);
    if (at == DAMAGED) {
      damagedOptions++;
      return Direction.UNKNOWN;
    }
    if (at == ABSENT) {
      return Direction.UNKNOWN;
    }
    return switch (int32(window.bytes, at, bigEndian) & 3) {
      case 1 -> Direction.INBOUND;
      case 2 -> Direction.OUTBOUND;
      default -> Direction.UNKNOWN;
    };
  }

  private static final int ABSENT = -1;
  private static final int DAMAGED = -2;

  /** Index of an option's value, {@link #ABSENT}, or {@link #DAMAGED} if a length is a lie. */
  private int option(int from, int end, int wanted, int wantedLength) {
    byte[] bytes = window.bytes;
    int at = from;
    while (end - at >= 4) {
      int code = uint16(bytes, at, bigEndian);
      int length = uint16(bytes, at + 2, bigEndian);
      if (code == OPTION_END) {
        return ABSENT;
      }
      if (length > end - at - 4) {
        return DAMAGED;
      }
      if (code == wanted) {
        return length == wantedLength ? at + 4 : DAMAGED;
      }
      at += 4 + (length + 3 & ~3);
    }
    return ABSENT;
  }
}
