package iftoprs.domain.flow;

/**
 * Several flows in one figure.
 *
 * @param flows how many
 * @param packets their packets
 * @param bytes their wire bytes
 */
public record Sum(long flows, long packets, long bytes) {

  /** No flow. */
  public static final Sum ZERO = new Sum(0, 0, 0);
}
