package iftoprs.bootstrap;

import iftoprs.adapters.pcap.CaptureInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Shows how far a long replay is: one line on standard error that rewrites itself and is gone at
 * the end.
 *
 * <p>A daemon thread reads counters that the replay leaves at each read and each batch, so the
 * packet path knows nothing of it. Whether a terminal is there is asked when the first line is due.
 */
final class Progress implements AutoCloseable {

  /** Shorter replays show nothing. */
  static final long PATIENCE_NANOS = 500_000_000;

  static final long REFRESH_NANOS = 250_000_000;

  /** Clears the line; a narrow terminal must not wrap what follows. */
  static final String REWRITE = "\r\033[K\033[?7l";

  static final String WRAP = "\033[?7h";
  static final String ERASE = "\r\033[K";

  private static final long LONGEST_GOODBYE_MILLIS = 1000;

  private final PrintStream err;
  private final BooleanSupplier terminal;
  private final long patienceNanos;
  private final LongSupplier clock;
  private final AtomicLong read = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final long began;

  private volatile long size;
  private volatile boolean closed;
  private volatile LongSupplier packets = () -> 0;
  private Thread thread = Thread.currentThread();

  // Of the thread that shows, then of the one that has joined it.
  private boolean shown;

  /**
   * Progress that is not shown yet; the replay begins now.
   *
   * @param err where to show it
   * @param terminal whether people look there; asked at most once, on another thread
   * @param patienceNanos how long nothing is shown
   * @param clock monotonic nanoseconds
   */
  Progress(PrintStream err, BooleanSupplier terminal, long patienceNanos, LongSupplier clock) {
    this.err = err;
    this.patienceNanos = patienceNanos;
    this.terminal = terminal;
    this.clock = clock;
    this.began = clock.getAsLong();
  }

  /** The same input, whose reader is watched. */
  CaptureInput watch(CaptureInput input) {
    size = input.pipe() ? 0 : sizeOf(input.name());
    return new CaptureInput(
        input.name(), () -> new Watched(input.opener().open(), read), input.pipe());
  }

  private static long sizeOf(String file) {
    try {
      return Files.size(Path.of(file));
    } catch (IOException | InvalidPathException unknown) {
      return 0; // opening it will tell why
    }
  }

  /**
   * Shows from now on, until {@link #close}.
   *
   * @param taken frames taken so far; asked on another thread
   */
  Progress show(LongSupplier taken) {
    packets = taken;
    thread = Thread.ofPlatform().daemon().name("progress").start(this::loop);
    return this;
  }

  private void loop() {
    if (!pause(patienceNanos) || !terminal.getAsBoolean()) {
      return;
    }
    do {
      refresh();
    } while (pause(REFRESH_NANOS));
  }

  /** Returns false once closed. */
  private boolean pause(long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Rewrites the line. */
  void refresh() {
    long nanos = Math.max(1, clock.getAsLong() - began);
    ProgressLine line = new ProgressLine(read.get(), size, packets.getAsLong(), nanos);
    err.print(REWRITE + line.text() + WRAP);
    err.flush();
    shown = true;
  }

  /** Erases the line; whoever writes next finds the terminal as it was. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (thread != Thread.currentThread() && !joined()) {
      return; // it hangs in a terminal that takes nothing: nor would it take this
    }
    if (shown) {
      err.print(ERASE);
      err.flush();
      shown = false;
    }
  }

  private boolean joined() {
    try {
      thread.join(LONGEST_GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /**
   * Whether standard error is a terminal. Java itself only tells of input and output together; the
   * shell, which inherits the descriptor, knows, and on Linux most other cases need no shell.
   */
  static boolean onTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      if (!target.startsWith("/dev/") || target.equals("/dev/null")) {
        return false;
      }
    } catch (IOException | UnsupportedOperationException | InvalidPathException unknown) {
      // No such link outside Linux.
    }
    try {
      Process test =
          new ProcessBuilder("/bin/sh", "-c", "[ -t 2 ]")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException noShell) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Counts what is read. */
  private static final class Watched extends FilterInputStream {

    private final AtomicLong count;

    Watched(InputStream stream, AtomicLong count) {
      super(stream);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      add(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      add(count);
      return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
      long count = super.skip(wanted);
      add(count);
      return count;
    }

    /** One thread writes. */
    private void add(long bytes) {
      count.setRelease(count.getPlain() + Math.max(0, bytes));
    }
  }
}
