package iftoprs.adapters.pcap;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import iftoprs.ports.Frame;
import java.lang.invoke.MethodHandle;

/**
 * Reads through pcap4j's own binding of {@code pcap_next_ex}, where the foreign-function API cannot
 * be used. Slower: a few small objects for each frame.
 *
 * <p>Not by pcap4j's listeners: these tell neither length nor time without {@code java.sql}.
 */
final class Pcap4jFrameReader implements FrameReader {

  private final Pointer handle;
  private final PointerByReference headerPointer = new PointerByReference();
  private final PointerByReference dataPointer = new PointerByReference();
  private final MethodHandle nextFrame;
  private final PacketHeader layout;
  private final int linkType;
  private final byte[] bytes;

  Pcap4jFrameReader(Pointer handle, PacketHeader layout, int linkType, int snapLength) {
    this.handle = handle;
    this.nextFrame = Libpcap.nextFrame();
    this.layout = layout;
    this.linkType = linkType;
    this.bytes = new byte[snapLength];
  }

  @Override
  public int next(Frame frame) {
    int result;
    try {
      result = (int) nextFrame.invokeExact(handle, headerPointer, dataPointer);
    } catch (Throwable e) {
      throw new LinkageError("pcap_next_ex", e);
    }
    if (result != FRAME) {
      return result;
    }
    Pointer header = headerPointer.getValue();
    long fraction =
        layout.shortFraction()
            ? header.getInt(PacketHeader.FRACTION)
            : header.getLong(PacketHeader.FRACTION);
    int kept = Math.clamp(header.getInt(PacketHeader.CAPTURED), 0, bytes.length);
    long wire = Integer.toUnsignedLong(header.getInt(PacketHeader.WIRE));
    dataPointer.getValue().read(0, bytes, 0, kept);
    frame.set(linkType, layout.nanos(header.getLong(0), fraction), wire, bytes, 0, kept);
    return FRAME;
  }

  @Override
  public ReadPath path() {
    return ReadPath.PCAP4J;
  }
}
