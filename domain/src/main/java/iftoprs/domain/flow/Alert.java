package iftoprs.domain.flow;

import iftoprs.domain.owner.Attribution;

/**
 * A flow that crossed the threshold upwards.
 *
 * @param number counts all crossings of the run from 1
 * @param timeNanos source time at which the slot ended, epoch nanoseconds
 * @param device what is captured
 * @param key which flow
 * @param sent bytes of that slot, which lasts a second
 * @param received bytes of that slot
 * @param threshold what was crossed, bytes per second
 * @param owner whose flow it is, as far as was known then
 */
public record Alert(
    long number,
    long timeNanos,
    String device,
    FlowKey key,
    long sent,
    long received,
    long threshold,
    Attribution owner) {

  /** What crossed the threshold, bytes per second. */
  public long rate() {
    return sent + received;
  }
}
