package iftoprs.domain.flow;

import java.util.List;
import java.util.Optional;

/**
 * Traffic in one named bucket.
 *
 * @param bucket why it is in no flow
 * @param packets frames
 * @param bytes wire bytes
 * @param sides which part was sent and which received; only known of the overflow, whose bytes are
 *     part of the totals too
 * @param etherTypes the parts of {@link Bucket#OTHER_L2} by EtherType, in the order of the numbers;
 *     empty for other buckets
 */
public record Unaccounted(
    Bucket bucket, long packets, long bytes, Optional<Sides> sides, List<EtherTypeSum> etherTypes) {

  /** Copies the list. */
  public Unaccounted {
    etherTypes = List.copyOf(etherTypes);
  }

  /**
   * Bytes by direction.
   *
   * @param sent wire bytes sent by local ends
   * @param received wire bytes received by local ends
   */
  public record Sides(long sent, long received) {}

  /**
   * Traffic of one EtherType.
   *
   * @param etherType IANA IEEE 802 number; 0 for frames that name none (LLC), 0xffff for all beyond
   *     the {@value BucketSums#MOST_ETHER_TYPES} that are told apart
   * @param packets frames
   * @param bytes wire bytes
   */
  public record EtherTypeSum(int etherType, long packets, long bytes) {}
}
