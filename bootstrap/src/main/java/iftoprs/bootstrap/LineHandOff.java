package iftoprs.bootstrap;

import iftoprs.adapters.json.SnapshotStream;
import iftoprs.domain.flow.Snapshot;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * One slot between a live capture and a stream, so that a reader that stalls never stalls the
 * capture.
 *
 * <p>The capture thread puts snapshots in; a thread of this class writes them. A newer snapshot
 * replaces one that still waits: the reader sees a gap in {@code seq}. The last one is always
 * written, however long that takes.
 */
final class LineHandOff implements Consumer<Snapshot> {

  private final SnapshotStream stream;
  private final Runnable onFailure;
  private final Thread writer;
  private Optional<Snapshot> waiting = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();
  private boolean finishing;

  /**
   * Starts the writing thread.
   *
   * @param stream where lines go
   * @param onFailure called on the writing thread when a line is refused
   * @param threads makes the writing thread
   */
  LineHandOff(SnapshotStream stream, Runnable onFailure, ThreadFactory threads) {
    this.stream = stream;
    this.onFailure = onFailure;
    this.writer = threads.newThread(this::write);
    writer.start();
  }

  @Override
  public synchronized void accept(Snapshot snapshot) {
    waiting = Optional.of(snapshot);
    notifyAll();
  }

  private void write() {
    try {
      for (Optional<Snapshot> next = take(); next.isPresent(); next = take()) {
        stream.write(next.get());
      }
    } catch (IOException e) {
      fail(e);
    } catch (RuntimeException | Error e) {
      // Without its writer the capture would run on for nobody.
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(Throwable error) {
    synchronized (this) {
      failure = Optional.of(error);
    }
    onFailure.run();
  }

  private synchronized Optional<Snapshot> take() throws InterruptedException {
    while (waiting.isEmpty() && !finishing) {
      wait();
    }
    Optional<Snapshot> next = waiting;
    waiting = Optional.empty();
    return next;
  }

  /**
   * Waits until the last snapshot is written.
   *
   * @throws IOException if a line was refused
   */
  void finish() throws IOException {
    synchronized (this) {
      finishing = true;
      notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (failure.isPresent()) {
        if (failure.get() instanceof IOException refused) {
          throw refused;
        }
        throw new IllegalStateException("the writer failed", failure.get());
      }
    }
  }
}
