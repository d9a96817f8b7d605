package iftoprs.domain.flow;

import iftoprs.domain.packet.PacketBatch;

/** Totals, windows, peaks and history of all flows together. One thread. */
final class LinkMeter {

  private final RateWindows windows = new RateWindows();
  private final int block = windows.acquire(0, 0, 0);
  private final long[] rates = new long[9];
  private final long[] sentHistory = new long[LinkHistory.CAPACITY];
  private final long[] receivedHistory = new long[LinkHistory.CAPACITY];

  private long samples;
  private long sentBytes;
  private long receivedBytes;
  private long sentPackets;
  private long receivedPackets;
  private long slotSent;
  private long slotReceived;
  private long peakSent;
  private long peakReceived;
  private long peakBoth;

  /** Counts packets that the table has credited to their flows. */
  void count(long[] rows, int from, int end) {
    long bytes = 0;
    long packets = 0;
    long bytesIn = 0;
    long packetsIn = 0;
    for (int row = from; row < end; row += PacketBatch.STRIDE) {
      if (rows[row + PacketBatch.META] != PacketBatch.NO_FLOW) {
        final long side = rows[row + PacketBatch.HASH];
        final long wireLength = PacketBatch.wireLength(rows[row + PacketBatch.SIZE]);
        bytes += wireLength;
        packets++;
        bytesIn += wireLength & -side; // no branch depends on the side, which changes at random
        packetsIn += side;
      }
    }
    sentBytes += bytes - bytesIn;
    slotSent += bytes - bytesIn;
    sentPackets += packets - packetsIn;
    receivedBytes += bytesIn;
    slotReceived += bytesIn;
    receivedPackets += packetsIn;
  }

  long bytes() {
    return sentBytes + receivedBytes;
  }

  long packets() {
    return sentPackets + receivedPackets;
  }

  /** Closes the slot; {@code closed} counts it. */
  void closeSlot(long closed) {
    windows.settle(block, sentBytes, receivedBytes);
    windows.close(block);
    windows.rates(block, closed, rates, 0);
    peakSent = Math.max(peakSent, slotSent);
    peakReceived = Math.max(peakReceived, slotReceived);
    peakBoth = Math.max(peakBoth, slotSent + slotReceived);
    push(slotSent, slotReceived);
    slotSent = 0;
    slotReceived = 0;
  }

  private void push(long sent, long received) {
    int at = (int) (samples % LinkHistory.CAPACITY);
    sentHistory[at] = sent;
    receivedHistory[at] = received;
    samples++;
  }

  void openSlot() {
    windows.open(block);
    windows.advance();
  }

  /** Whether the longest window is empty. */
  boolean isSilent() {
    return windows.isIdle(block) && slotSent == 0 && slotReceived == 0;
  }

  /** Passes over empty slots. */
  void skip(long slots) {
    for (long i = Math.min(slots, LinkHistory.CAPACITY); i > 0; i--) {
      push(0, 0);
    }
  }

  /** The totals while the very first slot is open: every rate is the average so far. */
  Totals firstTotals(long elapsedNanos) {
    long sent = RateWindows.average(slotSent, elapsedNanos);
    long received = RateWindows.average(slotReceived, elapsedNanos);
    return totals(average(sent), average(received), average(sent + received));
  }

  private static WindowRates average(long rate) {
    return new WindowRates(rate, rate, rate);
  }

  Totals totals() {
    return totals(rates(0), rates(3), rates(6));
  }

  private Totals totals(WindowRates sent, WindowRates received, WindowRates both) {
    return new Totals(
        sentBytes,
        receivedBytes,
        sentPackets,
        receivedPackets,
        sent,
        received,
        both,
        peakSent,
        peakReceived,
        peakBoth);
  }

  private WindowRates rates(int at) {
    return new WindowRates(rates[at], rates[at + 1], rates[at + 2]);
  }

  LinkHistory history() {
    int length = (int) Math.min(samples, LinkHistory.CAPACITY);
    long[] sent = new long[length];
    long[] received = new long[length];
    for (int i = 0; i < length; i++) {
      int at = (int) ((samples - length + i) % LinkHistory.CAPACITY);
      sent[i] = sentHistory[at];
      received[i] = receivedHistory[at];
    }
    return new LinkHistory(sent, received);
  }
}
