package iftoprs.domain.flow;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.packet.KeyBits;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.Endpoint;
import iftoprs.ports.SourceState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that is known at a tick. Immutable, any thread.
 *
 * <p>The accounting identity holds: {@link #frames} and {@link #bytes} are the flows shown plus
 * idle and unrated ones plus the unaccounted traffic of the {@link #head}.
 */
public final class Snapshot {

  private final Head head;
  private final long[] columns;
  private final Attribution[] owners;
  private final Map<FlowKey, long[]> histories;

  /**
   * All but the flows.
   *
   * @param sequence number of the snapshot, from 1; 0 for one ahead of the first tick
   * @param timeNanos source time of the tick, epoch nanoseconds; 0 if nothing was ever seen
   * @param startNanos source time at which the capture began
   * @param refreshSeconds interval of the ticks
   * @param device what is captured
   * @param frames frames received
   * @param bytes wire bytes received
   * @param totals sums over all flows, shown or not
   * @param idle flows that are known but have had no traffic for 40 s
   * @param unrated active flows beyond those that are rated; not shown
   * @param unaccounted traffic of no flow; buckets without traffic are left out
   * @param loss what was never received
   * @param state what the source is doing
   * @param link bytes per second of the whole link in each closed slot
   * @param alerts flows that crossed the threshold
   * @param scans what looking for owners costs; empty while nobody looks, and in the first second
   */
  public record Head(
      long sequence,
      long timeNanos,
      long startNanos,
      int refreshSeconds,
      CaptureDevice device,
      long frames,
      long bytes,
      Totals totals,
      Sum idle,
      Sum unrated,
      List<Unaccounted> unaccounted,
      LossLedger loss,
      SourceState state,
      LinkHistory link,
      Alerts alerts,
      Optional<ScanCost> scans) {}

  Snapshot(Head head, long[] columns, Attribution[] owners, Map<FlowKey, long[]> histories) {
    this.head = head;
    this.columns = columns;
    this.owners = owners;
    this.histories = histories;
  }

  /**
   * A snapshot before anything was seen.
   *
   * @param device what is captured
   * @param refreshSeconds interval of the ticks
   * @return a snapshot without flows, sequence 0
   */
  public static Snapshot empty(CaptureDevice device, int refreshSeconds) {
    Head head =
        new Head(
            0,
            0,
            0,
            refreshSeconds,
            device,
            0,
            0,
            Totals.ZERO,
            Sum.ZERO,
            Sum.ZERO,
            List.of(),
            LossLedger.NONE,
            SourceState.CAPTURING,
            LinkHistory.EMPTY,
            Alerts.NONE,
            Optional.empty());
    return new Snapshot(head, new long[0], new Attribution[0], Map.of());
  }

  /** All but the flows. */
  public Head head() {
    return head;
  }

  /** Source time since the capture began, nanoseconds. */
  public long elapsedNanos() {
    return head.timeNanos - head.startNanos;
  }

  /** Number of flows shown. */
  public int flowCount() {
    return owners.length;
  }

  /**
   * One of the flows, in no particular order.
   *
   * @param index 0 to {@link #flowCount} - 1
   * @return a view on it
   */
  public FlowSnapshot flow(int index) {
    return new FlowSnapshot(columns, index * FlowRecord.SNAPSHOT_STRIDE, owners[index], histories);
  }

  /**
   * The owner of one flow, or why there is none, without making a view.
   *
   * @param index 0 to {@link #flowCount} - 1
   * @return as {@link FlowSnapshot#attribution}
   */
  public Attribution attribution(int index) {
    return owners[index];
  }

  /**
   * A rate of one flow without making a view, for sorting.
   *
   * @param index 0 to {@link #flowCount} - 1
   * @param window over which span
   * @param side of which traffic
   * @return bytes per second
   */
  public long rate(int index, Window window, Side side) {
    return columns[
        index * FlowRecord.SNAPSHOT_STRIDE
            + FlowRecord.RATES
            + side.ordinal() * 3
            + window.ordinal()];
  }

  /**
   * Finds a flow without making views.
   *
   * @param key which flow
   * @return its index, or empty if it is not among the flows shown
   */
  public OptionalInt indexOf(FlowKey key) {
    Endpoint local = key.local();
    Endpoint remote = key.remote();
    for (int i = 0; i < owners.length; i++) {
      int at = i * FlowRecord.SNAPSHOT_STRIDE;
      boolean localIsB = (columns[at + FlowRecord.FLAGS] & FlowRecord.LOCAL_IS_B) != 0;
      Endpoint endA = localIsB ? remote : local;
      Endpoint endB = localIsB ? local : remote;
      if (columns[at + FlowRecord.A_LOW] == endA.address().low()
          && columns[at + FlowRecord.B_LOW] == endB.address().low()
          && columns[at + FlowRecord.A_HIGH] == endA.address().high()
          && columns[at + FlowRecord.B_HIGH] == endB.address().high()
          && columns[at + FlowRecord.META]
              == KeyBits.meta(
                  endA.port(), endB.port(), key.transport().number(), endA.address().isIpv6())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * A hash of a flow's key, the same in every snapshot, without making a view.
   *
   * @param index 0 to {@link #flowCount} - 1
   * @return the hash
   */
  public int keyHash(int index) {
    int at = index * FlowRecord.SNAPSHOT_STRIDE;
    return (int)
        (KeyBits.hash(
                columns[at + FlowRecord.A_HIGH],
                columns[at + FlowRecord.A_LOW],
                columns[at + FlowRecord.B_HIGH],
                columns[at + FlowRecord.B_LOW],
                columns[at + FlowRecord.META])
            >>> 32);
  }

  /**
   * Whether two flows have the same key, without making views.
   *
   * @param index of a flow
   * @param other another snapshot
   * @param otherIndex of a flow of that
   * @return whether it is the same flow
   */
  public boolean isSameFlow(int index, Snapshot other, int otherIndex) {
    return FlowRecord.isSameKey(
        columns,
        index * FlowRecord.SNAPSHOT_STRIDE,
        other.columns,
        otherIndex * FlowRecord.SNAPSHOT_STRIDE);
  }

  /**
   * Compares the keys of two flows without making views, as {@link FlowKey} orders them.
   *
   * @param left index of a flow
   * @param right index of another
   * @return less than, equal to or more than 0
   */
  public int compareKeys(int left, int right) {
    return FlowRecord.compareKeys(
        columns, left * FlowRecord.SNAPSHOT_STRIDE, columns, right * FlowRecord.SNAPSHOT_STRIDE);
  }

  /**
   * The flows by a rate, heaviest first, ties by key: the order of the stream.
   *
   * @param window over which span
   * @param side of which traffic
   * @return indexes for {@link #flow}
   */
  public int[] order(Window window, Side side) {
    long[] rates = new long[flowCount()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = rate(i, window, side);
    }
    return descending(rates);
  }

  /**
   * The flows by their bytes, most first, ties by key.
   *
   * @param side of which traffic
   * @return indexes for {@link #flow}
   */
  public int[] orderByBytes(Side side) {
    long[] bytes = new long[flowCount()];
    for (int i = 0; i < bytes.length; i++) {
      int at = i * FlowRecord.SNAPSHOT_STRIDE;
      long sent = columns[at + FlowRecord.SENT_BYTES];
      long received = columns[at + FlowRecord.RECEIVED_BYTES];
      bytes[i] =
          switch (side) {
            case SENT -> sent;
            case RECEIVED -> received;
            case BOTH -> sent + received;
          };
    }
    return descending(bytes);
  }

  /**
   * The flows by their packets a second, most first, ties by key.
   *
   * @param side of which traffic
   * @return indexes for {@link #flow}
   */
  public int[] orderByPacketRate(Side side) {
    long[] rates = new long[flowCount()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = flow(i).packetRate(side);
    }
    return descending(rates);
  }

  private int[] descending(long[] values) {
    int[] order = new int[values.length];
    Arrays.setAll(order, i -> i);
    IndexSort.descending(
        order,
        values,
        (row, part) -> FlowRecord.keyPart(columns, row * FlowRecord.SNAPSHOT_STRIDE, part),
        FlowRecord.KEY_PARTS);
    return order;
  }
}
