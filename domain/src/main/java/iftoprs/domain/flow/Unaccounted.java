package iftoprs.domain.flow;

import java.util.Optional;

/**
 * Traffic in one named bucket.
 *
 * @param bucket why it is in no flow
 * @param packets frames
 * @param bytes wire bytes
 * @param sides which part was sent and which received; only known of the overflow, whose bytes are
 *     part of the totals too
 */
public record Unaccounted(Bucket bucket, long packets, long bytes, Optional<Sides> sides) {

  /**
   * Bytes by direction.
   *
   * @param sent wire bytes sent by local ends
   * @param received wire bytes received by local ends
   */
  public record Sides(long sent, long received) {}
}
