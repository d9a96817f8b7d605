package iftoprs.domain.flow;

/**
 * Sums over all flows, since the capture began.
 *
 * @param sentBytes bytes sent by local ends
 * @param receivedBytes bytes received by local ends
 * @param sentPackets packets sent by local ends
 * @param receivedPackets packets received by local ends
 * @param sent rates of what was sent
 * @param received rates of what was received
 * @param both rates of the sum
 * @param peakSent highest 1 s slot of what was sent, bytes per second
 * @param peakReceived highest 1 s slot of what was received, bytes per second
 * @param peakBoth highest 1 s slot of the sum (not the sum of the peaks), bytes per second
 */
public record Totals(
    long sentBytes,
    long receivedBytes,
    long sentPackets,
    long receivedPackets,
    WindowRates sent,
    WindowRates received,
    WindowRates both,
    long peakSent,
    long peakReceived,
    long peakBoth) {

  /** No traffic. */
  public static final Totals ZERO =
      new Totals(0, 0, 0, 0, WindowRates.ZERO, WindowRates.ZERO, WindowRates.ZERO, 0, 0, 0);

  /**
   * The rates of a side.
   *
   * @param side which
   * @return its rates
   */
  public WindowRates rates(Side side) {
    return switch (side) {
      case SENT -> sent;
      case RECEIVED -> received;
      case BOTH -> both;
    };
  }

  /**
   * The bytes of a side.
   *
   * @param side which
   * @return its bytes since the capture began
   */
  public long bytes(Side side) {
    return switch (side) {
      case SENT -> sentBytes;
      case RECEIVED -> receivedBytes;
      case BOTH -> sentBytes + receivedBytes;
    };
  }

  /**
   * The peak of a side.
   *
   * @param side which
   * @return its highest 1 s slot, bytes per second
   */
  public long peak(Side side) {
    return switch (side) {
      case SENT -> peakSent;
      case RECEIVED -> peakReceived;
      case BOTH -> peakBoth;
    };
  }
}
