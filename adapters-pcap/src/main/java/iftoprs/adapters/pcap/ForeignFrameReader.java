package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import iftoprs.ports.Frame;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Reads through Java's own foreign-function API: nothing is allocated for a frame, where pcap4j's
 * listener makes an array, a header, a time stamp and two boxes.
 */
final class ForeignFrameReader implements FrameReader {

  /** All memory: a view made for each frame would be garbage for each frame. */
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private final long handle;
  private final MemorySegment headerPointer;
  private final MemorySegment dataPointer;
  private final PacketHeader layout;
  private final int linkType;
  private final byte[] bytes;

  /**
   * A reader.
   *
   * @param handle address of the {@code pcap_t}
   * @param layout of the packet header
   * @param linkType LINKTYPE_ number of the device
   * @param snapLength most bytes to copy
   * @throws LinkageError if libpcap's function cannot be bound
   */
  ForeignFrameReader(Arena arena, long handle, PacketHeader layout, int linkType, int snapLength) {
    Bound.ensureBound();
    this.handle = handle;
    this.headerPointer = arena.allocate(ADDRESS);
    this.dataPointer = arena.allocate(ADDRESS);
    this.layout = layout;
    this.linkType = linkType;
    this.bytes = new byte[snapLength];
  }

  /**
   * Binds libpcap's function.
   *
   * @throws LinkageError if it cannot be bound
   */
  static void prepare() {
    Bound.ensureBound();
  }

  /** Bound once, when first used; static and final, so that calls are compiled in line. */
  private static final class Bound {

    static final MethodHandle NEXT = bind();

    static void ensureBound() {}

    private static MethodHandle bind() {
      // The address that JNA has found, so that both call the same code of the same library.
      MemorySegment function = MemorySegment.ofAddress(Libpcap.addressOf("pcap_next_ex"));
      return NativeCall.bind(function);
    }
  }

  @Override
  public int next(Frame frame) {
    int result =
        NativeCall.call(Bound.NEXT, handle, headerPointer.address(), dataPointer.address());
    if (result != FRAME) {
      return result;
    }
    PacketHeader layout = this.layout;
    byte[] bytes = this.bytes;
    long header = headerPointer.get(JAVA_LONG, 0);
    long data = dataPointer.get(JAVA_LONG, 0);
    long seconds = MEMORY.get(JAVA_LONG, header);
    long fraction =
        layout.shortFraction()
            ? MEMORY.get(JAVA_INT, header + PacketHeader.FRACTION)
            : MEMORY.get(JAVA_LONG, header + PacketHeader.FRACTION);
    int captured = MEMORY.get(JAVA_INT, header + PacketHeader.CAPTURED);
    long wire = Integer.toUnsignedLong(MEMORY.get(JAVA_INT, header + PacketHeader.WIRE));
    int kept = Math.clamp(captured, 0, bytes.length);
    MemorySegment.copy(MEMORY, JAVA_BYTE, data, bytes, 0, kept);
    frame.set(linkType, layout.nanos(seconds, fraction), wire, bytes, 0, kept);
    return FRAME;
  }

  @Override
  public ReadPath path() {
    return ReadPath.FOREIGN;
  }
}
