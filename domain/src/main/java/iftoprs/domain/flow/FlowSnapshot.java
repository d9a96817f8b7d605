package iftoprs.domain.flow;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.packet.KeyBits;
import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.Transport;
import java.util.Map;

/**
 * One flow as it was at a tick: a light view on the snapshot's arrays, made on demand.
 *
 * <p>Times are epoch nanoseconds, sizes wire bytes, rates bytes per second.
 */
public final class FlowSnapshot {

  private static final DirectionRule[] RULES = DirectionRule.values();
  private static final long[] NO_HISTORY = {};

  private final long[] record;
  private final int at;
  private final boolean rated;
  private final Attribution attribution;
  private final Map<FlowKey, long[]> histories;

  FlowSnapshot(long[] record, int at, Attribution attribution, Map<FlowKey, long[]> histories) {
    this(record, at, true, attribution, histories);
  }

  private FlowSnapshot(
      long[] record,
      int at,
      boolean rated,
      Attribution attribution,
      Map<FlowKey, long[]> histories) {
    this.record = record;
    this.at = at;
    this.rated = rated;
    this.attribution = attribution;
    this.histories = histories;
  }

  /** A view without rates and history, for reports. */
  static FlowSnapshot ofTotals(long[] record, int at) {
    return new FlowSnapshot(record, at, false, Attribution.OFFLINE, Map.of());
  }

  /** Protocol, local end and remote end; made anew at each call. */
  public FlowKey key() {
    return new FlowKey(transport(), local(), remote());
  }

  /** Protocol. */
  public Transport transport() {
    return new Transport(KeyBits.transport(record[at + FlowRecord.META]));
  }

  /** The local end: it sends what is counted as sent. */
  public Endpoint local() {
    return localIsB() ? endB() : endA();
  }

  /** The other end. */
  public Endpoint remote() {
    return localIsB() ? endA() : endB();
  }

  /** Whether both ends have IPv6 addresses. */
  public boolean isIpv6() {
    return KeyBits.ipv6(record[at + FlowRecord.META]);
  }

  /** The upper half of the remote address, without making one; means nothing for IPv4. */
  public long remoteHigh() {
    return record[at + (localIsB() ? FlowRecord.A_HIGH : FlowRecord.B_HIGH)];
  }

  /** The lower half of the remote address, or all of an IPv4 address, without making one. */
  public long remoteLow() {
    return record[at + (localIsB() ? FlowRecord.A_LOW : FlowRecord.B_LOW)];
  }

  /** The upper half of the local address, without making one; means nothing for IPv4. */
  public long localHigh() {
    return record[at + (localIsB() ? FlowRecord.B_HIGH : FlowRecord.A_HIGH)];
  }

  /** The lower half of the local address, or all of an IPv4 address, without making one. */
  public long localLow() {
    return record[at + (localIsB() ? FlowRecord.B_LOW : FlowRecord.A_LOW)];
  }

  /** The port of the local end, without making one; 0 without ports. */
  public int localPort() {
    long meta = record[at + FlowRecord.META];
    return localIsB() ? KeyBits.portB(meta) : KeyBits.portA(meta);
  }

  /** The port of the remote end, without making one; 0 without ports. */
  public int remotePort() {
    long meta = record[at + FlowRecord.META];
    return localIsB() ? KeyBits.portA(meta) : KeyBits.portB(meta);
  }

  private boolean localIsB() {
    return (record[at + FlowRecord.FLAGS] & FlowRecord.LOCAL_IS_B) != 0;
  }

  private Endpoint endA() {
    long meta = record[at + FlowRecord.META];
    return new Endpoint(
        address(meta, record[at + FlowRecord.A_HIGH], record[at + FlowRecord.A_LOW]),
        KeyBits.portA(meta));
  }

  private Endpoint endB() {
    long meta = record[at + FlowRecord.META];
    return new Endpoint(
        address(meta, record[at + FlowRecord.B_HIGH], record[at + FlowRecord.B_LOW]),
        KeyBits.portB(meta));
  }

  private static IpAddress address(long meta, long high, long low) {
    return KeyBits.ipv6(meta) ? IpAddress.ipv6(high, low) : IpAddress.ipv4((int) low);
  }

  /** How the local end was found. */
  public DirectionRule directionRule() {
    return RULES[(int) (record[at + FlowRecord.FLAGS] >>> FlowRecord.RULE_SHIFT) & 15];
  }

  /** Whether an earlier part of this flow was folded into the overflow bucket. */
  public boolean partial() {
    return (record[at + FlowRecord.FLAGS] & FlowRecord.PARTIAL) != 0;
  }

  /**
   * Bytes since the flow was first seen.
   *
   * @param side whose
   * @return wire bytes
   */
  public long bytes(Side side) {
    return pair(FlowRecord.SENT_BYTES, side);
  }

  /**
   * Packets since the flow was first seen.
   *
   * @param side whose
   * @return frames
   */
  public long packets(Side side) {
    return pair(FlowRecord.SENT_PACKETS, side);
  }

  private long pair(int field, Side side) {
    return switch (side) {
      case SENT -> record[at + field];
      case RECEIVED -> record[at + field + 1];
      case BOTH -> record[at + field] + record[at + field + 1];
    };
  }

  /**
   * Average rate; 0 in a report.
   *
   * @param window over which span
   * @param side of which traffic
   * @return bytes per second, rounded down
   */
  public long rate(Window window, Side side) {
    return rated ? record[at + FlowRecord.RATES + side.ordinal() * 3 + window.ordinal()] : 0;
  }

  /**
   * Packets a second since the snapshot before; 0 in a report.
   *
   * @param side of which traffic
   * @return frames per second, rounded down for each side
   */
  public long packetRate(Side side) {
    return rated ? pair(FlowRecord.PACKET_RATES, side) : 0;
  }

  /** When its first frame was seen. */
  public long firstSeenNanos() {
    return record[at + FlowRecord.FIRST_SEEN];
  }

  /** When its newest frame was seen. */
  public long lastSeenNanos() {
    return record[at + FlowRecord.LAST_SEEN];
  }

  /** The owner, or why there is none. */
  public Attribution attribution() {
    return attribution;
  }

  /**
   * Bytes per second, sent and received together, one sample a refresh interval, oldest first, at
   * most 40; empty unless the flow is one that the user looks at ({@link Interest}). Not a copy: do
   * not change it.
   */
  public long[] history() {
    return histories.isEmpty() ? NO_HISTORY : histories.getOrDefault(key(), NO_HISTORY);
  }
}
