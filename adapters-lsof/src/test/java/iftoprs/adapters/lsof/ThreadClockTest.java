package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadClockTest {

  private static final long MILLI = 1_000_000L;

  @BeforeEach
  void needs_linux() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
  }

  private static long now() {
    return ThreadClock.cpuNanos().orElseThrow();
  }

  @Test
  void stands_still_while_the_thread_waits() throws InterruptedException {
    now();
    long before = now();
    assertThat(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(now() - before).isBetween(0L, 100 * MILLI);
  }

  @Test
  void goes_on_while_the_thread_works() {
    long before = now();
    long end = System.nanoTime() + 20_000 * MILLI;
    while (now() - before < 50 * MILLI && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(now() - before).isGreaterThanOrEqualTo(50 * MILLI);
  }

  @Test
  void is_each_threads_own() throws InterruptedException {
    long before = now();
    Thread busy = Thread.ofPlatform().start(ThreadClockTest::work);
    busy.join();
    assertThat(now() - before).isLessThan(50 * MILLI);
  }

  private static void work() {
    long before = now();
    while (now() - before < 100 * MILLI) {
      Thread.onSpinWait();
    }
  }
}
