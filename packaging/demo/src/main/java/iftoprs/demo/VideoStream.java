package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;

import java.util.Random;

/**
 * A film over QUIC (UDP 443): a segment of four seconds at a time, fetched as fast as the line
 * allows, and silence in between.
 *
 * @param start in seconds
 * @param end in seconds
 */
record VideoStream(double start, double end) implements Scene {

  private static final int HTTPS = 443;
  private static final double EVERY = 4;
  private static final int DATAGRAM = 1232;
  private static final double LINE_RATE = 22e6;

  /** First byte of a QUIC packet with a short header (RFC 9000, 17.3). */
  private static final byte SHORT_HEADER = 0x41;

  @Override
  public void play(Wire wire, Random random) {
    Route ask = Route.v6(Network.DESK, Network.STREAM);
    int port = 32_768 + random.nextInt(28_000);
    for (double segment = start; segment < end; segment += EVERY) {
      long at = seconds(segment + 0.2 * random.nextDouble());
      datagram(wire, at, ask, port, HTTPS, 180 + random.nextInt(60));
      at += Network.STREAM.delay();
      // The first segments fill the player's buffer at the best quality that it can guess.
      int length = 900_000 + random.nextInt(1_300_000) + (segment == start ? 1_600_000 : 0);
      int sent = 0;
      for (int count = 1; sent < length; count++) {
        int size = Math.min(DATAGRAM, Math.max(40, length - sent));
        datagram(wire, at, ask.reversed(), HTTPS, port, size);
        sent += size;
        if (count % 10 == 0) {
          datagram(wire, at + 90, ask, port, HTTPS, 33);
        }
        at += (long) (size * 8e6 / LINE_RATE);
      }
    }
  }

  private static void datagram(Wire wire, long at, Route route, int from, int to, int length) {
    wire.udp(at, route, from, to, new byte[] {SHORT_HEADER}, length);
  }
}
