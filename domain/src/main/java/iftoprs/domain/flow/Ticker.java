package iftoprs.domain.flow;

import iftoprs.domain.owner.Attribution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes the slots of all rated flows and copies them into snapshots. One thread; costs by rated
 * flows, not by known ones.
 */
final class Ticker {

  private final FlowTable table;
  private final RateWindows windows;

  private final Owners owners;
  private Interest interest = Interest.NONE;
  private long samples;
  private long sequence;
  private long collectedAt;

  private long[] columns = {};
  private Attribution[] shownOwners = {};
  private Sum shown = Sum.ZERO;
  private final Unrated unrated = new Unrated();
  private Sum unratedSum = Sum.ZERO;

  Ticker(FlowTable table, RateWindows windows) {
    this.table = table;
    this.windows = windows;
    this.owners = new Owners(table);
  }

  /** Who owns the flows; asked at each tick, told of scans and of new flows. */
  Owners owners() {
    return owners;
  }

  void interest(Interest newest) {
    interest = newest;
  }

  void closeSlots() {
    for (int i = windows.activeCount() - 1; i >= 0; i--) {
      windows.close(windows.block(i));
    }
  }

  /** Ends a refresh interval. */
  void sample(int seconds) {
    for (int i = windows.activeCount() - 1; i >= 0; i--) {
      windows.sample(windows.block(i), seconds);
    }
    windows.advanceSample();
    samples++;
  }

  /**
   * Gives back the blocks of flows that have become idle and empties the next slot of the others.
   */
  void openSlots() {
    for (int i = windows.activeCount() - 1; i >= 0; i--) {
      int block = windows.block(i);
      if (windows.isIdle(block)) {
        int id = windows.owner(block);
        table.chunk(id)[table.at(id) + FlowRecord.FLAGS] &= FlowRecord.ONLY_FLAGS;
        windows.release(block);
      } else {
        windows.open(block);
      }
    }
    windows.advance();
  }

  long nextSequence() {
    return ++sequence;
  }

  /**
   * Copies the flows to show; {@link #shown} sums them.
   *
   * @param elapsedSeconds closed slots since the start
   */
  void collect(long elapsedSeconds) {
    long interval = Math.max(1, elapsedSeconds - collectedAt);
    collectedAt = elapsedSeconds;
    int[] idleOfInterest = idleOfInterest();
    unratedSum = unrated.sum(table, elapsedSeconds, idleOfInterest);
    copy(
        idleOfInterest,
        (block, target, to) -> {
          if (windows.isIdle(block)) {
            return false; // it leaves with this very tick
          }
          windows.rates(block, elapsedSeconds, target, to + FlowRecord.RATES);
          windows.packetRates(block, interval, target, to);
          return true;
        });
  }

  /** Copies the flows that began in the first slot, which is still open. */
  void collectFirst(long elapsedNanos) {
    unratedSum = unrated.sum(table, 0, new int[0]);
    copy(
        new int[0],
        (block, target, to) -> {
          windows.firstRates(block, elapsedNanos, target, to + FlowRecord.RATES);
          for (int side = 0; side < 2; side++) {
            target[to + FlowRecord.PACKET_RATES + side] =
                RateWindows.perSecond(target[to + FlowRecord.SENT_PACKETS + side], elapsedNanos);
          }
          return true;
        });
  }

  /** Adds its rates to the record of a flow, or says that the flow is not to be shown. */
  private interface Rating {
    boolean rate(int block, long[] target, int to);
  }

  private void copy(int[] kept, Rating rating) {
    int rated = windows.activeCount();
    int count = rated + kept.length;
    long[] target = new long[count * FlowRecord.SNAPSHOT_STRIDE];
    Attribution[] targetOwners = new Attribution[count];
    int shownCount = 0;
    int to = 0;
    for (int i = 0; i < rated; i++) {
      int block = windows.block(i);
      int id = windows.owner(block);
      System.arraycopy(table.chunk(id), table.at(id), target, to, FlowRecord.TABLE_STRIDE);
      if (!rating.rate(block, target, to)) {
        continue;
      }
      targetOwners[shownCount++] = owners.of(id, block);
      to += FlowRecord.SNAPSHOT_STRIDE;
    }
    for (int id : kept) {
      System.arraycopy(table.chunk(id), table.at(id), target, to, FlowRecord.TABLE_STRIDE);
      targetOwners[shownCount++] = owners.ofIdle(id);
      to += FlowRecord.SNAPSHOT_STRIDE;
    }
    columns = to == target.length ? target : Arrays.copyOf(target, to);
    shownOwners = shownCount == count ? targetOwners : Arrays.copyOf(targetOwners, shownCount);
    shown = sum(columns);
  }

  private static Sum sum(long[] columns) {
    long packets = 0;
    long bytes = 0;
    for (int at = 0; at < columns.length; at += FlowRecord.SNAPSHOT_STRIDE) {
      bytes += columns[at + FlowRecord.SENT_BYTES] + columns[at + FlowRecord.RECEIVED_BYTES];
      packets += columns[at + FlowRecord.SENT_PACKETS] + columns[at + FlowRecord.RECEIVED_PACKETS];
    }
    return new Sum(columns.length / FlowRecord.SNAPSHOT_STRIDE, packets, bytes);
  }

  /** The active flows without rate slots. */
  Unrated unrated() {
    return unrated;
  }

  /** The active flows that {@link #collect} could not copy, for they have no rates. */
  Sum unratedSum() {
    return unratedSum;
  }

  /** The flows that {@link #collect} copied. */
  Sum shown() {
    return shown;
  }

  /** Two keys may name one flow: its ends swapped, as it was before it was folded. */
  private int[] idleOfInterest() {
    int[] ids = new int[interest.keys().size()];
    int count = 0;
    for (FlowKey key : interest.keys()) {
      int id = table.find(key);
      if (id != FlowTable.ABSENT && isUnrated(id) && !contains(ids, count, id)) {
        ids[count++] = id;
      }
    }
    return Arrays.copyOf(ids, count);
  }

  private static boolean contains(int[] ids, int count, int id) {
    for (int i = 0; i < count; i++) {
      if (ids[i] == id) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnrated(int id) {
    int block = block(id);
    return block < 0 || windows.isIdle(block);
  }

  private int block(int id) {
    return FlowRecord.block(table.chunk(id)[table.at(id) + FlowRecord.FLAGS]);
  }

  /** The snapshot of what {@link #collect} copied. */
  Snapshot snapshot(Snapshot.Head head) {
    Map<FlowKey, long[]> histories = HashMap.newHashMap(interest.keys().size());
    for (FlowKey key : interest.keys()) {
      int id = table.find(key);
      if (id != FlowTable.ABSENT && !isUnrated(id)) {
        histories.put(key, windows.history(block(id), samples));
      }
    }
    return new Snapshot(head, columns, shownOwners, histories);
  }
}
