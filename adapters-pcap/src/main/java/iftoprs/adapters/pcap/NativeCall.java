package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Functions of C libraries, all bound in one shape: five longs that make an int.
 *
 * <p>In the calling conventions of 64-bit Linux and macOS a register takes an int, a long or an
 * address alike, and a callee leaves alone what it does not expect. Each further shape would cost
 * every start some milliseconds, for its code cannot be kept from one start to the next. A caller
 * passes addresses, and sees to it that the memory lives as long as the call.
 */
final class NativeCall {

  private static final Linker LINKER = Linker.nativeLinker();
  private static final FunctionDescriptor SHAPE =
      FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private NativeCall() {}

  /**
   * A function of the C library.
   *
   * @return for {@code (int) handle.invokeExact(first, second, third, fourth, fifth)}
   */
  static MethodHandle bind(String name) {
    return bind(LINKER.defaultLookup().findOrThrow(name));
  }

  /**
   * A function that lies at an address. Not as a critical call: it may wait.
   *
   * @return as that of {@link #bind(String)}
   */
  static MethodHandle bind(MemorySegment function) {
    return LINKER.downcallHandle(function, SHAPE);
  }

  /** Calls a function that takes at most three arguments. */
  static int call(MethodHandle function, long first, long second, long third) {
    try {
      return (int) function.invokeExact(first, second, third, 0L, 0L);
    } catch (Throwable e) {
      throw new LinkageError("a function of the C library", e);
    }
  }
}
