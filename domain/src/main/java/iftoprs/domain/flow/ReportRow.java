package iftoprs.domain.flow;

import iftoprs.domain.packet.KeyBits;

/**
 * Where in a row of {@link Report#read} what stands. One call and an array that is used again
 * instead of an object and sixteen calls a conversation: most of a short run is spent before
 * anything is compiled.
 */
public final class ReportRow {

  /** The upper half of the local address; means nothing for IPv4. */
  public static final int LOCAL_HIGH = 0;

  /** The lower half of the local address, or all of an IPv4 address. */
  public static final int LOCAL_LOW = 1;

  /** The port of the local end; 0 without ports. */
  public static final int LOCAL_PORT = 2;

  /** The upper half of the remote address; means nothing for IPv4. */
  public static final int REMOTE_HIGH = 3;

  /** The lower half of the remote address, or all of an IPv4 address. */
  public static final int REMOTE_LOW = 4;

  /** The port of the remote end; 0 without ports. */
  public static final int REMOTE_PORT = 5;

  /** The IP protocol number, or the EtherType of ARP. */
  public static final int TRANSPORT = 6;

  /** 1 if both ends have IPv6 addresses, else 0. */
  public static final int IPV6 = 7;

  /** The ordinal of the {@link DirectionRule}. */
  public static final int RULE = 8;

  /** 1 if an earlier part was folded into the overflow bucket, else 0. */
  public static final int PARTIAL = 9;

  /** Bytes on the wire that the local end sent. */
  public static final int SENT_BYTES = 10;

  /** Bytes on the wire that the local end received. */
  public static final int RECEIVED_BYTES = 11;

  /** Packets that the local end sent. */
  public static final int SENT_PACKETS = 12;

  /** Packets that the local end received. */
  public static final int RECEIVED_PACKETS = 13;

  /** When its first frame was seen, in nanoseconds of the epoch. */
  public static final int FIRST_SEEN = 14;

  /** When its newest frame was seen, in nanoseconds of the epoch. */
  public static final int LAST_SEEN = 15;

  /** Longs of a row. */
  public static final int LENGTH = 16;

  private ReportRow() {}

  /** Fills a row from a flow's record. */
  static void fill(long[] record, int at, long[] row) {
    final long meta = record[at + FlowRecord.META];
    final long flags = record[at + FlowRecord.FLAGS];
    final int local = (int) (flags & FlowRecord.LOCAL_IS_B); // the greater end's is the next column
    final int remote = 1 - local;
    final int portA = KeyBits.portA(meta);
    final int portB = KeyBits.portB(meta);
    row[LOCAL_HIGH] = record[at + FlowRecord.A_HIGH + local];
    row[LOCAL_LOW] = record[at + FlowRecord.A_LOW + local];
    row[LOCAL_PORT] = local == 0 ? portA : portB;
    row[REMOTE_HIGH] = record[at + FlowRecord.A_HIGH + remote];
    row[REMOTE_LOW] = record[at + FlowRecord.A_LOW + remote];
    row[REMOTE_PORT] = local == 0 ? portB : portA;
    row[TRANSPORT] = KeyBits.transport(meta);
    row[IPV6] = KeyBits.ipv6(meta) ? 1 : 0;
    row[RULE] = flags >>> FlowRecord.RULE_SHIFT & 15;
    row[PARTIAL] = (flags & FlowRecord.PARTIAL) != 0 ? 1 : 0;
    row[SENT_BYTES] = record[at + FlowRecord.SENT_BYTES];
    row[RECEIVED_BYTES] = record[at + FlowRecord.RECEIVED_BYTES];
    row[SENT_PACKETS] = record[at + FlowRecord.SENT_PACKETS];
    row[RECEIVED_PACKETS] = record[at + FlowRecord.RECEIVED_PACKETS];
    row[FIRST_SEEN] = record[at + FlowRecord.FIRST_SEEN];
    row[LAST_SEEN] = record[at + FlowRecord.LAST_SEEN];
  }
}
