package iftoprs.domain.screen;

import iftoprs.domain.flow.Side;

/**
 * Packets a second.
 *
 * @param sent by local ends
 * @param received by local ends
 */
public record PacketRates(long sent, long received) {

  /**
   * Those of a side.
   *
   * @param side which
   * @return packets a second
   */
  public long of(Side side) {
    return switch (side) {
      case SENT -> sent;
      case RECEIVED -> received;
      case BOTH -> sent + received;
    };
  }
}
