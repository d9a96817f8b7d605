package iftoprs.domain.screen;

import iftoprs.domain.flow.LinkHistory;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;

/**
 * From when on the link's totals and peaks count. The meter goes on as before: a user's wish to
 * count anew must not change what is counted.
 *
 * @param device which device's totals
 * @param before the totals at that time
 * @param slots closed slots that are known; the link's history tells of those behind them
 * @param peakSent highest slot since then of what was sent, bytes per second
 * @param peakReceived highest slot since then of what was received, bytes per second
 * @param peakBoth highest slot since then of the sum, bytes per second
 */
public record Since(
    String device, Totals before, long slots, long peakSent, long peakReceived, long peakBoth) {

  private static final long SLOT_NANOS = 1_000_000_000L;

  /** From a snapshot on. */
  static Since now(Snapshot snapshot) {
    return new Since(
        snapshot.head().device().name(), snapshot.head().totals(), slots(snapshot), 0, 0, 0);
  }

  /** Whether a snapshot is one of the device whose totals these are. */
  boolean isOf(Snapshot snapshot) {
    return device.equals(snapshot.head().device().name());
  }

  private static long slots(Snapshot snapshot) {
    return snapshot.elapsedNanos() / SLOT_NANOS;
  }

  /** The same, knowing the slots of another snapshot. */
  Since seen(Snapshot snapshot) {
    if (!isOf(snapshot)) {
      return this;
    }
    LinkHistory link = snapshot.head().link();
    int length = link.sent().length;
    long fresh = Math.min(length, slots(snapshot) - slots);
    if (fresh <= 0) {
      return this;
    }
    long sent = peakSent;
    long received = peakReceived;
    long both = peakBoth;
    for (int i = length - (int) fresh; i < length; i++) {
      sent = Math.max(sent, link.sent()[i]);
      received = Math.max(received, link.received()[i]);
      both = Math.max(both, link.sent()[i] + link.received()[i]);
    }
    return new Since(device, before, slots(snapshot), sent, received, both);
  }

  /** What of some totals came since then. */
  Totals counted(Totals all) {
    return new Totals(
        all.sentBytes() - before.sentBytes(),
        all.receivedBytes() - before.receivedBytes(),
        all.sentPackets() - before.sentPackets(),
        all.receivedPackets() - before.receivedPackets(),
        all.sent(),
        all.received(),
        all.both(),
        peakSent,
        peakReceived,
        peakBoth);
  }
}
