package iftoprs.adapters.lsof;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The few functions of Linux's C library that are needed, bound when first used.
 *
 * <p>All are called in one shape, five longs that make an int, as all others of this program: on
 * 64-bit Linux a register takes an int, a long or an address alike, a callee leaves alone what it
 * does not expect, and no result is larger than an int. Each further shape would cost every start
 * some milliseconds.
 */
final class CLibrary {

  private static final int MSG_DONTWAIT = 0x40;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final FunctionDescriptor SHAPE =
      FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private static final MethodHandle SOCKET = bind("socket");
  private static final MethodHandle SEND = bind("send");
  private static final MethodHandle RECEIVE = bind("recv");
  private static final MethodHandle CLOSE = bind("close");
  private static final MethodHandle CLOCK = bind("clock_gettime");

  private CLibrary() {}

  private static MethodHandle bind(String name) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), SHAPE);
  }

  private static int call(MethodHandle function, long first, long second, long third, long fourth) {
    try {
      return (int) function.invokeExact(first, second, third, fourth, 0L);
    } catch (Throwable e) {
      throw new LinkageError("a function of the C library", e);
    }
  }

  static int socket(int family, int type, int protocol) {
    return call(SOCKET, family, type, protocol, 0);
  }

  static int send(int socket, MemorySegment data, int length) {
    return call(SEND, socket, data.address(), length, MSG_DONTWAIT);
  }

  static int receive(int socket, MemorySegment buffer) {
    return call(RECEIVE, socket, buffer.address(), buffer.byteSize(), MSG_DONTWAIT);
  }

  static void close(int descriptor) {
    call(CLOSE, descriptor, 0, 0, 0);
  }

  /** Fills two longs, seconds and nanoseconds, by one of the system's clocks; 0 if it could. */
  static int clock(int clock, MemorySegment time) {
    return call(CLOCK, clock, time.address(), 0, 0);
  }
}
