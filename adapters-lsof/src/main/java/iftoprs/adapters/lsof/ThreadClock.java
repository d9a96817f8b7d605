package iftoprs.adapters.lsof;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;

/**
 * Tells how long a thread has had a processor, by clock_gettime(2).
 *
 * <p>Not read from {@code /proc}: what stands there of the very thread that reads it is as old as
 * the scheduler's last look, some milliseconds, and a scan takes no more than that. The JDK tells
 * it in {@code java.management} only, which the image goes without.
 */
final class ThreadClock {

  private static final int CLOCK_THREAD_CPUTIME_ID = 3;
  private static final long SECOND = 1_000_000_000L;

  private ThreadClock() {}

  /**
   * What the calling thread has had since it began, nanoseconds; empty where the system has no such
   * clock, or the function interface cannot be had.
   */
  static OptionalLong cpuNanos() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(JAVA_LONG, 2);
      return CLibrary.clock(CLOCK_THREAD_CPUTIME_ID, time) == 0
          ? OptionalLong.of(time.getAtIndex(JAVA_LONG, 0) * SECOND + time.getAtIndex(JAVA_LONG, 1))
          : OptionalLong.empty();
    } catch (LinkageError | RuntimeException e) {
      return OptionalLong.empty();
    }
  }
}
