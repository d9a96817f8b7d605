package iftoprs.bootstrap.log;

import iftoprs.domain.text.SafeText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes events into a file, on a thread of its own, so that a slow disk never stalls the capture.
 *
 * <p>Events that come before {@link #open} wait for it: a device is opened while the process is
 * still root's, the file only when it no longer is. Any thread.
 */
public final class EventLog implements CaptureEvents, AutoCloseable {

  private static final int LONGEST = 1_000;
  private static final int PATIENCE_SECONDS = 2;

  private final Path path;
  private final Supplier<Instant> clock;
  private final long limit;
  private final StringBuilder early = new StringBuilder(); // guarded by this, until it is open
  private Optional<ExecutorService> writer = Optional.empty(); // guarded by this
  private Optional<RotatedFile> file = Optional.empty(); // guarded by this
  private boolean failed; // the writing thread only

  private volatile Consumer<String> onProblem = problem -> {};

  /**
   * A log that is not open yet.
   *
   * @param path the file
   */
  public EventLog(Path path) {
    this(path, Instant::now, RotatedFile.LIMIT);
  }

  EventLog(Path path, Supplier<Instant> clock, long limit) {
    this.path = path;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * Opens the file and writes what has happened so far.
   *
   * @param threads makes the thread that writes
   * @throws LogFileException if the file cannot be written
   */
  public synchronized void open(ThreadFactory threads) throws LogFileException {
    RotatedFile file;
    try {
      file = new RotatedFile(path, limit);
    } catch (IOException e) {
      throw new LogFileException("cannot write the log %s: %s".formatted(path, reason(e)), e);
    }
    ExecutorService executor = Executors.newSingleThreadExecutor(threads);
    writer = Optional.of(executor);
    early.toString().lines().forEach(line -> executor.execute(() -> append(file, line)));
    early.setLength(0);
    this.file = Optional.of(file);
  }

  private static String reason(IOException error) {
    return switch (error) {
      case AccessDeniedException denied ->
          "permission denied; it is written as the user who called sudo, not as root";
      case NoSuchFileException missing -> "no such folder";
      default -> error.getMessage();
    };
  }

  /**
   * Who is told, once, that the file can no longer be written.
   *
   * @param listener is given one line, on the writing thread
   */
  public void onProblem(Consumer<String> listener) {
    onProblem = listener;
  }

  @Override
  public synchronized void happened(String device, Event event, String text) {
    String line =
        String.join(
            "\t",
            clock.get().truncatedTo(ChronoUnit.MILLIS).toString(),
            event.name().toLowerCase(Locale.ROOT),
            SafeText.of(device, LONGEST),
            SafeText.of(text, LONGEST));
    if (writer.isPresent() && file.isPresent()) {
      RotatedFile open = file.get();
      if (!writer.get().isShutdown()) {
        writer.get().execute(() -> append(open, line));
      }
    } else {
      early.append(line).append('\n');
    }
  }

  private void append(RotatedFile file, String line) {
    try {
      file.append(line);
    } catch (IOException e) {
      if (!failed) {
        failed = true;
        onProblem.accept("the log %s is not written any more: %s".formatted(path, reason(e)));
      }
    }
  }

  /** Writes what is left, but waits for no disk that hangs. */
  @Override
  public void close() {
    ExecutorService executor;
    RotatedFile open;
    synchronized (this) {
      if (writer.isEmpty() || file.isEmpty()) {
        return;
      }
      executor = writer.get();
      open = file.get();
    }
    executor.shutdown();
    try {
      if (executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        open.close();
      }
    } catch (IOException e) {
      onProblem.accept("the log %s: %s".formatted(path, reason(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
