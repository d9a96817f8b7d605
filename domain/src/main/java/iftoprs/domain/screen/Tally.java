package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.flow.Window;
import iftoprs.domain.flow.WindowRates;

/** Adds flows up. */
final class Tally {

  private static final Side[] SIDES = Side.values();
  private static final Window[] WINDOWS = Window.values();

  /** By side, then window. */
  private final long[] rates = new long[SIDES.length * WINDOWS.length];

  private long sentBytes;
  private long receivedBytes;
  private long sentPackets;
  private long receivedPackets;
  private long sentPacketRate;
  private long receivedPacketRate;
  private int flows;

  void add(Snapshot snapshot, int index) {
    int at = 0;
    for (Side side : SIDES) {
      for (Window window : WINDOWS) {
        rates[at++] += snapshot.rate(index, window, side);
      }
    }
    FlowSnapshot flow = snapshot.flow(index);
    sentBytes += flow.bytes(Side.SENT);
    receivedBytes += flow.bytes(Side.RECEIVED);
    sentPackets += flow.packets(Side.SENT);
    receivedPackets += flow.packets(Side.RECEIVED);
    sentPacketRate += flow.packetRate(Side.SENT);
    receivedPacketRate += flow.packetRate(Side.RECEIVED);
    flows++;
  }

  int flows() {
    return flows;
  }

  PacketRates packetRates() {
    return new PacketRates(sentPacketRate, receivedPacketRate);
  }

  Totals totals() {
    return new Totals(
        sentBytes,
        receivedBytes,
        sentPackets,
        receivedPackets,
        new WindowRates(rates[0], rates[1], rates[2]),
        new WindowRates(rates[3], rates[4], rates[5]),
        new WindowRates(rates[6], rates[7], rates[8]),
        0,
        0,
        0);
  }
}
