package iftoprs.adapters.pcap;

import com.sun.jna.Pointer;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Frame;
import java.lang.foreign.Arena;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/**
 * One activated libpcap handle and all native memory that belongs to it.
 *
 * <p>pcap4j opens, filters, counts and closes; a {@link FrameReader} reads the same handle. The
 * polling thread only, except {@link #wake}.
 */
final class LiveDevice implements CaptureHandle {

  /**
   * The kernel's ring (bytes): most of a second of 300 k packets/s at the default snap length, half
   * as much on loopback. At low rates it holds a second, too, and no more: libpcap divides it into
   * blocks of 256 KiB, and each goes to us after the time of gathering, however little is in it.
   * The kernel takes less where it has no more to give.
   */
  private static final int BUFFER = 64 << 20;

  private final PcapHandle handle;
  private final Arena arena;
  private final FrameReader reader;
  private final Descriptors descriptors;
  private final WideCounter received = new WideCounter();
  private final WideCounter droppedByKernel = new WideCounter();
  private final WideCounter droppedByInterface = new WideCounter();
  private final int countedTimes;
  private CaptureStats stats = CaptureStats.NONE;

  private LiveDevice(
      PcapHandle handle,
      Arena arena,
      FrameReader reader,
      Descriptors descriptors,
      int countedTimes) {
    this.countedTimes = countedTimes;
    this.handle = handle;
    this.arena = arena;
    this.reader = reader;
    this.descriptors = descriptors;
  }

  /** Binds what {@link #open} calls, by opening and closing a handle on no device. */
  static void prepare() {
    try {
      Pcaps.openDead(DataLinkType.EN10MB, 256, TimestampPrecision.NANO).close();
    } catch (PcapNativeException e) {
      // open() will meet the same, and say so.
      return;
    }
  }

  @SuppressWarnings("MustBeClosed") // the device that comes of it closes the arena
  static LiveDevice open(CaptureDevice device, CaptureOptions options, ReadPath readPath)
      throws CaptureException {
    String name = device.name();
    // Whatever takes long the first time comes before: from now on the ring fills.
    readPath.prepare();
    Descriptors.prepare();
    PcapHandle handle = activate(name, options);
    Arena arena = Arena.ofShared();
    try {
      handle.setBlockingMode(BlockingMode.NONBLOCKING);
      Pointer pcap = Libpcap.pointer(handle);
      int descriptor = Libpcap.selectableDescriptor(pcap);
      if (descriptor < 0) {
        throw new CaptureException(
            Reason.NO_SUCH_DEVICE, "cannot capture on %s: it cannot be waited for".formatted(name));
      }
      boolean nanoseconds = handle.getTimestampPrecision() == TimestampPrecision.NANO;
      FrameReader reader =
          readPath.reader(
              arena,
              pcap,
              PacketHeader.ofThisSystem(nanoseconds),
              LinkTypes.ofDlt(handle.getDlt().value()),
              options.snapLength());
      return new LiveDevice(
          handle, arena, reader, new Descriptors(arena, descriptor), countedTimes(device));
    } catch (PcapNativeException | NotOpenException e) {
      handle.close();
      arena.close();
      throw new CaptureException(
          Reason.NO_SUCH_DEVICE, "cannot capture on %s: %s".formatted(name, e.getMessage()), e);
    } catch (CaptureException | RuntimeException | LinkageError e) {
      handle.close();
      arena.close();
      throw e;
    }
  }

  /**
   * Linux shows each frame of its loopback twice, leaving and coming; libpcap skips one of them.
   */
  private static int countedTimes(CaptureDevice device) {
    return device.loopback() && Platform.LINUX ? 2 : 1;
  }

  private static PcapHandle activate(String device, CaptureOptions options)
      throws CaptureException {
    PcapHandle handle;
    try {
      handle =
          new PcapHandle.Builder(device)
              .snaplen(options.snapLength())
              .promiscuousMode(
                  options.promiscuous()
                      ? PromiscuousMode.PROMISCUOUS
                      : PromiscuousMode.NONPROMISCUOUS)
              .timeoutMillis(options.gatherMillis())
              .bufferSize(BUFFER)
              .timestampPrecision(TimestampPrecision.NANO)
              .build();
    } catch (PcapNativeException e) {
      throw PcapErrors.opening(device, e, PcapDevices.all());
    }
    if (options.filter().isPresent()) {
      String filter = options.filter().get();
      try {
        handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
      } catch (PcapNativeException e) {
        DataLinkType dlt = handle.getDlt();
        handle.close();
        throw PcapErrors.filter(filter, e, dlt);
      } catch (NotOpenException e) {
        throw new IllegalStateException("a handle that was opened just now", e);
      }
    }
    return handle;
  }

  @Override
  public ReadPath readPath() {
    return reader.path();
  }

  @Override
  public int next(Frame frame) {
    return reader.next(frame);
  }

  @Override
  public Descriptors.Ready await(long nanos) {
    return descriptors.await(nanos);
  }

  @Override
  public void wake() {
    descriptors.wake();
  }

  @Override
  public String error() {
    try {
      return handle.getError();
    } catch (NotOpenException e) {
      return "";
    }
  }

  @Override
  public CaptureStats stats() {
    try {
      var now = handle.getStats();
      stats =
          new CaptureStats(
              received.update(now.getNumPacketsReceived()) / countedTimes,
              droppedByKernel.update(now.getNumPacketsDropped()) / countedTimes,
              droppedByInterface.update(now.getNumPacketsDroppedByIf()));
    } catch (PcapNativeException | NotOpenException e) {
      return stats;
    }
    return stats;
  }

  @Override
  public void close() {
    descriptors.close();
    handle.close();
    arena.close();
  }
}
