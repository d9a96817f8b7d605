package iftoprs.adapters.pcap.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes of a pipe, read ahead by a thread of its own, so that the reader of frames never blocks in
 * a read that nothing can interrupt.
 *
 * <p>Two buffers, exchanged: one is filled while the other is emptied.
 */
final class PumpedSource implements ByteSource {

  private static final int BUFFER = 64 << 10;

  private final InputStream stream;
  private final Runnable onArrival;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by lock.
  private byte[] ready = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean ended;
  private IOException failure;

  private PumpedSource(InputStream stream, Runnable onArrival) {
    this.stream = stream;
    this.onArrival = onArrival;
  }

  /**
   * Starts reading ahead.
   *
   * @param stream pipe to read; may block
   * @param onArrival called on the reading thread whenever bytes, or the end, have come
   */
  static PumpedSource start(InputStream stream, Runnable onArrival) {
    PumpedSource source = new PumpedSource(stream, onArrival);
    Thread.ofPlatform().daemon().name("capture-input").start(source::pump);
    return source;
  }

  private void pump() {
    byte[] spare = new byte[BUFFER];
    try {
      int count = stream.read(spare);
      while (count >= 0) {
        spare = exchange(spare, count);
        if (spare.length == 0) {
          return;
        }
        onArrival.run();
        count = stream.read(spare);
      }
      finish(null);
    } catch (IOException e) {
      finish(e);
    } catch (RuntimeException e) { // or the reader would wait for ever
      finish(new IOException("failed: " + e, e));
    }
  }

  /** Hands over a filled buffer and takes the emptied one; an empty array once closed. */
  private byte[] exchange(byte[] filled, int count) {
    lock.lock();
    try {
      while (position < limit && !ended) {
        changed.awaitUninterruptibly();
      }
      if (ended) {
        return new byte[0];
      }
      byte[] emptied = ready;
      ready = filled;
      position = 0;
      limit = count;
      changed.signalAll();
      return emptied;
    } finally {
      lock.unlock();
    }
  }

  private void finish(IOException cause) {
    lock.lock();
    try {
      ended = true;
      failure = cause;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    onArrival.run();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    lock.lock();
    try {
      if (position < limit) {
        int count = Math.min(length, limit - position);
        System.arraycopy(ready, position, bytes, offset, count);
        position += count;
        changed.signalAll();
        return count;
      }
      if (failure != null) {
        throw failure;
      }
      return ended ? -1 : 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void await() throws IOException {
    lock.lock();
    try {
      while (position == limit && !ended) {
        changed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      lock.unlock();
    }
  }

  /** Ends the pump when its present read returns; the stream itself stays open. */
  @Override
  public void close() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
