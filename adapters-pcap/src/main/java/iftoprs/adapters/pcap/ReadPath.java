package iftoprs.adapters.pcap;

import com.sun.jna.Pointer;
import java.lang.foreign.Arena;

/** Which {@link FrameReader} to use. */
enum ReadPath {
  /** Java's foreign-function API; pcap4j if that cannot be bound. */
  FOREIGN,
  /** pcap4j. */
  PCAP4J;

  /** System property that forces {@code pcap4j}. */
  static final String PROPERTY = "iftoprs.capture.read";

  static ReadPath ofThisRun() {
    return "pcap4j".equals(System.getProperty(PROPERTY)) ? PCAP4J : FOREIGN;
  }

  /** Binds what is called later, which takes some milliseconds the first time. */
  void prepare() {
    try {
      switch (this) {
        case FOREIGN -> ForeignFrameReader.prepare();
        case PCAP4J -> Libpcap.nextFrame();
      }
    } catch (LinkageError | IllegalArgumentException e) {
      // Then reader() takes the other way.
      Libpcap.nextFrame();
    }
  }

  FrameReader reader(Arena arena, Pointer pcap, PacketHeader layout, int linkType, int snapLength) {
    return switch (this) {
      case PCAP4J -> new Pcap4jFrameReader(pcap, layout, linkType, snapLength);
      case FOREIGN -> {
        try {
          yield new ForeignFrameReader(
              arena, Pointer.nativeValue(pcap), layout, linkType, snapLength);
        } catch (LinkageError | IllegalArgumentException e) {
          yield new Pcap4jFrameReader(pcap, layout, linkType, snapLength);
        }
      }
    };
  }
}
