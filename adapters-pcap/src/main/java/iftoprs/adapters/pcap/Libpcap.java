package iftoprs.adapters.pcap;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.PointerByReference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.PcapHandle;

/**
 * What pcap4j keeps to itself: its native handle, its binding of {@code pcap_next_ex}, the
 * instructions of a compiled filter and the library that it has loaded. The shim module opens
 * {@code org.pcap4j.core} for this.
 */
final class Libpcap {

  private static final VarHandle HANDLE = handleField();
  private static final VarHandle PROGRAM = programField();
  private static final MethodHandle NEXT_FRAME = nextFrameMethod();

  private Libpcap() {}

  private static VarHandle handleField() {
    try {
      return MethodHandles.privateLookupIn(PcapHandle.class, MethodHandles.lookup())
          .findVarHandle(PcapHandle.class, "handle", Pointer.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this pcap4j keeps its handle elsewhere", e);
    }
  }

  private static VarHandle programField() {
    try {
      Lookup lookup = MethodHandles.privateLookupIn(BpfProgram.class, MethodHandles.lookup());
      Class<?> struct = lookup.findClass("org.pcap4j.core.NativeMappings$bpf_program");
      return lookup.findVarHandle(BpfProgram.class, "program", struct);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this pcap4j keeps its filter programs elsewhere", e);
    }
  }

  private static MethodHandle nextFrameMethod() {
    try {
      Lookup lookup = MethodHandles.privateLookupIn(PcapHandle.class, MethodHandles.lookup());
      Class<?> mappings = lookup.findClass("org.pcap4j.core.NativeMappings");
      return lookup.findStatic(
          mappings,
          "pcap_next_ex",
          MethodType.methodType(
              int.class, Pointer.class, PointerByReference.class, PointerByReference.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this pcap4j binds pcap_next_ex otherwise", e);
    }
  }

  /** The {@code pcap_t} of an open handle. */
  static Pointer pointer(PcapHandle handle) {
    return (Pointer) HANDLE.get(handle);
  }

  /** Where the instructions of a compiled filter lie; until it is freed. */
  static Pointer instructions(BpfProgram program) {
    return struct(program).getPointer(Native.POINTER_SIZE); // behind bf_len, padded
  }

  /** Number of instructions of a compiled filter. */
  static int length(BpfProgram program) {
    return struct(program).getInt(0);
  }

  private static Pointer struct(BpfProgram program) {
    return ((Structure) PROGRAM.get(program)).getPointer();
  }

  /** {@code int pcap_next_ex(pcap_t *, struct pcap_pkthdr **, const u_char **)}. */
  static MethodHandle nextFrame() {
    return NEXT_FRAME;
  }

  /** Descriptor for {@code poll(2)} that is readable when frames have come; -1 if there is none. */
  static int selectableDescriptor(Pointer pcap) {
    return function("pcap_get_selectable_fd").invokeInt(new Object[] {pcap});
  }

  /** Where a function of libpcap lies in memory. */
  static long addressOf(String name) {
    return Pointer.nativeValue(function(name));
  }

  private static Function function(String name) {
    return library().getFunction(name);
  }

  /** Loaded already by pcap4j under this name; JNA remembers. */
  private static NativeLibrary library() {
    return NativeLibrary.getInstance(System.getProperty("org.pcap4j.core.pcapLibName", "pcap"));
  }
}
