package iftoprs.domain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packets and bytes of each bucket. One thread. */
final class BucketSums {

  private static final Bucket[] BUCKETS = Bucket.values();

  private final long[] packets = new long[BUCKETS.length];
  private final long[] bytes = new long[BUCKETS.length];

  void add(Bucket bucket, long packetCount, long byteCount) {
    packets[bucket.ordinal()] += packetCount;
    bytes[bucket.ordinal()] += byteCount;
  }

  /** Buckets with traffic, in their order. */
  List<Unaccounted> toList() {
    List<Unaccounted> list = new ArrayList<>();
    for (Bucket bucket : BUCKETS) {
      int at = bucket.ordinal();
      if (packets[at] > 0) {
        list.add(new Unaccounted(bucket, packets[at], bytes[at], Optional.empty()));
      }
    }
    return list;
  }
}
