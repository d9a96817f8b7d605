package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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

  /** Two shorts, asked for and met, read as one int: both systems are little-endian. */
  private static final int EVENTS = 4;

  private static final MethodHandle POLL = NativeCall.bind("poll");
  private static final MethodHandle PIPE = NativeCall.bind("pipe");
  private static final MethodHandle WRITE = NativeCall.bind("write");
  private static final MethodHandle CLOSE = NativeCall.bind("close");

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
    if (NativeCall.call(PIPE, ends.address(), 0, 0) != 0) {
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

  private void expect(int at, int descriptor) {
    polled.set(JAVA_INT, at, descriptor);
    polled.set(JAVA_INT, at + EVENTS, POLLIN);
  }

  /** Waits at most so long, rounded up to milliseconds. */
  Ready await(long nanos) {
    int millis = (int) Math.min(Integer.MAX_VALUE, (nanos - 1) / 1_000_000 + 1);
    polled.set(JAVA_INT, EVENTS, POLLIN);
    int ready = NativeCall.call(POLL, polled.address(), 2, millis);
    if (ready <= 0) { // a signal is as good as the end of the time: the caller looks at its clock
      return Ready.NOTHING;
    }
    int events = polled.get(JAVA_INT, EVENTS) >>> Short.SIZE;
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
    NativeCall.call(WRITE, writeEnd, oneByte.address(), 1);
  }

  /** Gives the descriptors back; nobody may wait meanwhile. */
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    NativeCall.call(CLOSE, readEnd, 0, 0);
    NativeCall.call(CLOSE, writeEnd, 0, 0);
  }
}
