package iftoprs.domain.flow;

import iftoprs.domain.owner.Attribution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes the slots of all rated flows, copies the flows into snapshots and opens the next slots:
 * all of it for one flow after the other, because with many flows what takes time is to fetch them
 * from memory. One thread; costs by rated flows, not by known ones.
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

  /** Blocks of flows that leave with this tick, in the order of the list. */
  private int[] leaving = new int[16];

  private int leavingCount;

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

  /** Closes the slots of all flows and opens the next ones; nothing is to be shown. */
  void pass() {
    for (int i = 0; i < windows.activeCount(); i++) {
      int block = windows.block(i);
      settle(block);
      windows.close(block);
      if (windows.isIdle(block)) {
        leave(block);
      } else {
        windows.open(block);
      }
    }
  }

  private void settle(int block) {
    int id = windows.owner(block);
    windows.settle(block, table.chunk(id), table.at(id));
  }

  private void leave(int block) {
    if (leavingCount == leaving.length) {
      leaving = Arrays.copyOf(leaving, leavingCount * 2);
    }
    leaving[leavingCount++] = block;
  }

  /** Moves on to the next slots, and gives back the blocks of flows that have become idle. */
  void advance() {
    while (leavingCount > 0) {
      int block = leaving[--leavingCount];
      int id = windows.owner(block);
      table.chunk(id)[table.at(id) + FlowRecord.FLAGS] &= FlowRecord.ONLY_FLAGS;
      windows.release(block);
    }
    windows.advance();
  }

  long nextSequence() {
    return ++sequence;
  }

  /**
   * Closes the slots of all flows, ends the refresh interval, copies the flows to show and opens
   * the next slots; {@link #shown} sums what was copied.
   *
   * @param elapsedSeconds slots since the start, those being closed among them
   * @param sampleSeconds how many of them the refresh interval had
   */
  void collect(long elapsedSeconds, long sampleSeconds) {
    long interval = Math.max(1, elapsedSeconds - collectedAt);
    collectedAt = elapsedSeconds;
    int[] idleOfInterest = idleOfInterest();
    unratedSum = unrated.sum(table, elapsedSeconds, idleOfInterest);
    copy(
        idleOfInterest,
        (block, target, to) -> {
          windows.settle(block, target, to);
          windows.close(block);
          windows.sample(block, sampleSeconds);
          if (windows.isIdle(block)) {
            leave(block);
            return false;
          }
          windows.rates(block, elapsedSeconds, target, to + FlowRecord.RATES);
          windows.packetRates(block, interval, target, to);
          windows.open(block);
          return true;
        });
    windows.advanceSample();
    samples++;
  }

  /** Copies the flows that began in the first slot, which is still open. */
  void collectFirst(long elapsedNanos) {
    unratedSum = unrated.sum(table, 0, new int[0]);
    copy(
        new int[0],
        (block, target, to) -> {
          windows.settle(block, target, to);
          windows.firstRates(block, elapsedNanos, target, to + FlowRecord.RATES);
          for (int side = 0; side < 2; side++) {
            target[to + FlowRecord.PACKET_RATES + side] =
                RateWindows.average(target[to + FlowRecord.SENT_PACKETS + side], elapsedNanos);
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
    long packets = 0;
    long bytes = 0;
    int shownCount = 0;
    int to = 0;
    for (int i = 0; i < count; i++) {
      int block = i < rated ? windows.block(i) : RateWindows.NONE;
      int id = i < rated ? windows.owner(block) : kept[i - rated];
      System.arraycopy(table.chunk(id), table.at(id), target, to, FlowRecord.TABLE_STRIDE);
      if (i < rated && !rating.rate(block, target, to)) {
        continue;
      }
      targetOwners[shownCount++] = i < rated ? owners.of(id, block) : owners.ofIdle(id);
      packets += target[to + FlowRecord.SENT_PACKETS] + target[to + FlowRecord.RECEIVED_PACKETS];
      bytes += target[to + FlowRecord.SENT_BYTES] + target[to + FlowRecord.RECEIVED_BYTES];
      to += FlowRecord.SNAPSHOT_STRIDE;
    }
    columns = to == target.length ? target : Arrays.copyOf(target, to);
    shownOwners = shownCount == count ? targetOwners : Arrays.copyOf(targetOwners, shownCount);
    shown = new Sum(shownCount, packets, bytes);
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
      if (id != FlowTable.ABSENT && isLeaving(id) && !contains(ids, count, id)) {
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

  /** Whether it has no rates, or will have none when its slot is closed. */
  private boolean isLeaving(int id) {
    int block = block(id);
    if (block >= 0) {
      settle(block);
    }
    return block < 0 || windows.becomesIdle(block);
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
