package iftoprs.adapters.pcap;

import com.sun.jna.Pointer;
import iftoprs.adapters.pcap.file.FrameFilter;
import iftoprs.ports.CaptureException;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/**
 * Lets libpcap compile a capture filter for the frames of a file, on a handle without a device
 * ({@code pcap_open_dead}). Keeps nothing native.
 */
final class FilterCompiler {

  /** Only what a program returns for a frame that passes; files keep what they hold. */
  private static final int SNAP_LENGTH = 262_144;

  // struct bpf_insn: u_short code; u_char jt, jf; uint32 k
  private static final int INSTRUCTION = 8;

  private FilterCompiler() {}

  /**
   * Compiles.
   *
   * @param expression in libpcap's language
   * @param linkType LINKTYPE_ number of the frames
   * @throws CaptureException if libpcap refuses it, or is missing
   */
  static FrameFilter compile(String expression, int linkType) throws CaptureException {
    DataLinkType dlt = DataLinkType.getInstance(LinkTypes.toDlt(linkType));
    try {
      return compileOnHandle(expression, dlt);
    } catch (PcapNativeException e) {
      throw PcapErrors.filter(expression, e, dlt);
    } catch (NotOpenException e) {
      throw new IllegalStateException("a handle that was opened just now", e);
    } catch (LinkageError e) {
      throw PcapErrors.noLibrary(e);
    }
  }

  /** Whether libpcap can compile an expression for frames of a link type. */
  static boolean isUnderstood(String expression, DataLinkType dlt) {
    LibraryFolder.tell();
    try (PcapHandle handle = Pcaps.openDead(dlt, SNAP_LENGTH)) {
      handle
          .compileFilter(expression, BpfCompileMode.NONOPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN)
          .free();
      return true;
    } catch (PcapNativeException | NotOpenException e) {
      return false;
    }
  }

  private static FrameFilter compileOnHandle(String expression, DataLinkType dlt)
      throws PcapNativeException, NotOpenException, CaptureException {
    LibraryFolder.tell();
    try (PcapHandle handle = Pcaps.openDead(dlt, SNAP_LENGTH)) {
      BpfProgram program =
          handle.compileFilter(
              expression, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
      try {
        FrameFilter filter = copied(Libpcap.instructions(program), Libpcap.length(program));
        if (filter.asksTheKernel()) {
          throw PcapErrors.filter(expression, "a file does not tell what this asks for");
        }
        return filter;
      } finally {
        program.free();
      }
    }
  }

  private static FrameFilter copied(Pointer instructions, int count) {
    int[] codes = new int[count];
    int[] whenTrue = new int[count];
    int[] whenFalse = new int[count];
    int[] constants = new int[count];
    for (int i = 0; i < count; i++) {
      long at = (long) i * INSTRUCTION;
      codes[i] = instructions.getShort(at) & 0xffff;
      whenTrue[i] = instructions.getByte(at + 2) & 0xff;
      whenFalse[i] = instructions.getByte(at + 3) & 0xff;
      constants[i] = instructions.getInt(at + 4);
    }
    return new FrameFilter(codes, whenTrue, whenFalse, constants);
  }
}
