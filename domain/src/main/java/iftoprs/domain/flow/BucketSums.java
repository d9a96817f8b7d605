package iftoprs.domain.flow;

import iftoprs.domain.flow.Unaccounted.EtherTypeSum;
import iftoprs.domain.packet.PacketBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Packets and bytes of each bucket. One thread. */
final class BucketSums {

  /** EtherTypes that are told apart; a hostile sender could use all 65,536. */
  static final int MOST_ETHER_TYPES = 32;

  private static final int BEYOND = 0xffff;

  private static final Bucket[] BUCKETS = Bucket.values();

  private final long[] packets = new long[BUCKETS.length];
  private final long[] bytes = new long[BUCKETS.length];

  // One more place for what is beyond the bound.
  private final int[] etherTypes = new int[MOST_ETHER_TYPES + 1];
  private final long[] typePackets = new long[MOST_ETHER_TYPES + 1];
  private final long[] typeBytes = new long[MOST_ETHER_TYPES + 1];
  private int types;

  void add(Bucket bucket, long wireLength) {
    packets[bucket.ordinal()]++;
    bytes[bucket.ordinal()] += wireLength;
  }

  /** A frame without IP or ARP inside. */
  void addOther(int etherType, long wireLength) {
    add(Bucket.OTHER_L2, wireLength);
    int at = 0;
    while (at < types && etherTypes[at] != etherType) {
      at++;
    }
    if (at == types && types <= MOST_ETHER_TYPES) {
      etherTypes[types++] = at == MOST_ETHER_TYPES ? BEYOND : etherType;
    }
    at = Math.min(at, MOST_ETHER_TYPES);
    typePackets[at]++;
    typeBytes[at] += wireLength;
  }

  /** Buckets with traffic, in their order. */
  List<Unaccounted> toList() {
    List<Unaccounted> list = new ArrayList<>();
    for (Bucket bucket : BUCKETS) {
      int at = bucket.ordinal();
      if (packets[at] > 0) {
        List<EtherTypeSum> parts = bucket == Bucket.OTHER_L2 ? etherTypes() : List.of();
        list.add(new Unaccounted(bucket, packets[at], bytes[at], Optional.empty(), parts));
      }
    }
    return list;
  }

  private List<EtherTypeSum> etherTypes() {
    List<EtherTypeSum> sums = new ArrayList<>(types);
    for (int at = 0; at < types; at++) {
      sums.add(new EtherTypeSum(etherTypes[at], typePackets[at], typeBytes[at]));
    }
    sums.sort(Comparator.comparingInt(EtherTypeSum::etherType));
    return sums;
  }

  /** Takes rows that belong to no flow; what is outside the user's networks becomes one. */
  void sortOut(PacketBatch packets, int from, int end, LocalEnd localEnd) {
    final long[] rows = packets.rows();
    for (int row = from; row < end; row += PacketBatch.STRIDE) {
      long wireLength = PacketBatch.wireLength(rows[row + PacketBatch.SIZE]);
      if (rows[row + PacketBatch.META] != PacketBatch.NO_FLOW) {
        if (localEnd.hasNets() && localEnd.isOutside(packets, row)) {
          rows[row + PacketBatch.META] = PacketBatch.NO_FLOW;
          add(Bucket.OUTSIDE_NET, wireLength);
        }
        continue;
      }
      switch (packets.outcome(row)) {
        case OTHER_L2 -> addOther(packets.etherType(row), wireLength);
        case TRUNCATED -> add(Bucket.TRUNCATED, wireLength);
        case MALFORMED -> add(Bucket.MALFORMED, wireLength);
        case UNSUPPORTED_LINK -> add(Bucket.UNSUPPORTED_LINK, wireLength);
        case FLOW -> throw new IllegalStateException("a flow among the frames of none");
      }
    }
  }
}
