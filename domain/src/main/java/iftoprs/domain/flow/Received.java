package iftoprs.domain.flow;

import iftoprs.domain.packet.PacketBatch;
import iftoprs.ports.FrameBatch;

/** What came in, whatever it turns out to be: frames, wire bytes, first and newest time. */
final class Received {

  private long frames;
  private long bytes;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;

  /** Receives the frames of a batch, all of them in the open slot. */
  void takeAll(FrameBatch batch) {
    firstNanos = Math.min(firstNanos, batch.oldest());
    lastNanos = Math.max(lastNanos, batch.newest());
    bytes += batch.wireBytes();
    frames += batch.size();
  }

  /** Receives rows of the open slot; returns where the first one of a later slot begins. */
  int take(PacketBatch packets, int from, int end, SlotClock clock) {
    final long[] rows = packets.rows();
    final long slotEnd = clock.slotEnd();
    long first = firstNanos;
    long last = lastNanos;
    long sum = 0;
    int row = from;
    while (row < end) {
      final long time = rows[row + PacketBatch.TIME];
      if (clock.observe(time) >= slotEnd) {
        break;
      }
      first = Math.min(first, time);
      last = Math.max(last, time);
      sum += PacketBatch.wireLength(rows[row + PacketBatch.SIZE]);
      row += PacketBatch.STRIDE;
    }
    firstNanos = first;
    lastNanos = last;
    bytes += sum;
    frames += (row - from) / PacketBatch.STRIDE;
    return row;
  }

  long frames() {
    return frames;
  }

  long bytes() {
    return bytes;
  }

  /** Epoch nanoseconds; 0 without frames. */
  long firstNanos() {
    return frames == 0 ? 0 : firstNanos;
  }

  /** Epoch nanoseconds; 0 without frames. */
  long lastNanos() {
    return frames == 0 ? 0 : lastNanos;
  }
}
