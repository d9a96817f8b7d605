package iftoprs.domain.flow;

/**
 * Bytes per second of the whole link, one sample a closed 1 s slot, oldest first.
 *
 * @param sent what local ends sent
 * @param received what local ends received; as long as {@code sent}. Do not change the arrays.
 */
public record LinkHistory(long[] sent, long[] received) {

  /** Samples kept: five minutes. */
  public static final int CAPACITY = 300;

  /** No slot closed yet. */
  public static final LinkHistory EMPTY = new LinkHistory(new long[0], new long[0]);
}
