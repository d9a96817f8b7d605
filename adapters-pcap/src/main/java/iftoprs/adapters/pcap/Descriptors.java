package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Waits with {@code poll(2)} until a descriptor is readable or another thread says stop.
 *
 * <p>libpcap's own time-out is no promise on Linux: with TPACKET_V3 a read on a silent device waits
 * for the first frame however long it takes, and ticks would stop. {@link #await} and {@link
 * #close} belong to the polling thread, {@link #wake} to any.
 */
final class Descriptors {

  /** What {@link #await} met. */
  enum Ready {
    /** Time is over, or it was woken. */
    NOTHING,
    /** Something can be read. */
    READABLE,
    /** The descriptor is of no use any more. */
    FAILED
  }

  private static final int POLLIN = 1;
  private static final int FAILURE = 0x08 | 0x10 | 0x20; // POLLERR, POLLHUP, POLLNVAL
  private static final int STRUCT_POLLFD = 8;
  private static final int EVENTS = 4;
  private static final int RETURNED_EVENTS = 6;

  private static final ValueLayout SIZE = JAVA_LONG;
  private static final MethodHandle POLL = bind("poll", JAVA_INT, ADDRESS, SIZE, JAVA_INT);
  private static final MethodHandle PIPE = bind("pipe", JAVA_INT, ADDRESS);
  private static final MethodHandle WRITE = bind("write", SIZE, JAVA_INT, ADDRESS, SIZE);
  private static final MethodHandle CLOSE = bind("close", JAVA_INT, JAVA_INT);

  private final MemorySegment polled;
  private final MemorySegment oneByte;
  private final int readEnd;
  private final int writeEnd;
  private boolean closed; // guarded by this

  /**
   * Prepares to wait for a descriptor.
   *
   * @param arena lives at least until {@link #close}, and is not confined to a thread
   * @param descriptor to be read by somebody else
   */
  Descriptors(Arena arena, int descriptor) {
    MemorySegment ends = arena.allocate(JAVA_INT, 2);
    if (pipe(ends) != 0) {
      throw new IllegalStateException("the system gives no pipe (too many open files?)");
    }
    readEnd = ends.getAtIndex(JAVA_INT, 0);
    writeEnd = ends.getAtIndex(JAVA_INT, 1);
    oneByte = arena.allocate(1);
    polled = arena.allocate(2L * STRUCT_POLLFD, 4);
    expect(0, descriptor);
    expect(STRUCT_POLLFD, readEnd);
  }

  /** Binds what is called later, which takes some milliseconds the first time. */
  static void prepare() {
    try (Arena arena = Arena.ofShared()) {
      Descriptors unused = new Descriptors(arena, -1);
      unused.await(1);
      unused.wake();
      unused.close();
    }
  }

  private static MethodHandle bind(String name, ValueLayout result, ValueLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  private void expect(int at, int descriptor) {
    polled.set(JAVA_INT, at, descriptor);
    polled.set(JAVA_SHORT, at + EVENTS, (short) POLLIN);
  }

  /** Waits at most so long, rounded up to milliseconds. */
  Ready await(long nanos) {
    int millis = (int) Math.min(Integer.MAX_VALUE, (nanos - 1) / 1_000_000 + 1);
    polled.set(JAVA_SHORT, RETURNED_EVENTS, (short) 0);
    polled.set(JAVA_SHORT, STRUCT_POLLFD + RETURNED_EVENTS, (short) 0);
    int ready;
    try {
      ready = (int) POLL.invokeExact(polled, 2L, millis);
    } catch (Throwable e) {
      throw new LinkageError("poll", e);
    }
    if (ready <= 0) { // a signal is as good as the end of the time: the caller looks at its clock
      return Ready.NOTHING;
    }
    int events = polled.get(JAVA_SHORT, RETURNED_EVENTS);
    if ((events & FAILURE) != 0) {
      return Ready.FAILED;
    }
    return (events & POLLIN) != 0 ? Ready.READABLE : Ready.NOTHING;
  }

  /** Ends the present {@link #await}, and every later one at once. */
  synchronized void wake() {
    if (closed) {
      return;
    }
    // Left unread: whoever wakes a capture ends it.
    try {
      long ignored = (long) WRITE.invokeExact(writeEnd, oneByte, 1L);
    } catch (Throwable e) {
      throw new LinkageError("write", e);
    }
  }

  /** Gives the descriptors back; nobody may wait meanwhile. */
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    giveBack(readEnd);
    giveBack(writeEnd);
  }

  private static int pipe(MemorySegment ends) {
    try {
      return (int) PIPE.invokeExact(ends);
    } catch (Throwable e) {
      throw new LinkageError("pipe", e);
    }
  }

  private static void giveBack(int descriptor) {
    try {
      int ignored = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable e) {
      throw new LinkageError("close", e);
    }
  }
}
