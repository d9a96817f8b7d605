package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;
import static iftoprs.demo.Network.DESK;

import java.nio.ByteBuffer;
import java.util.Random;

/** Pings of both versions, and questions for the time. */
final class PeriodicProbes implements Scene {

  private static final int NTP = 123;
  private static final int ECHO_DATA = 56;

  /** Seconds from 1900, where NTP begins to count, to the beginning of the demo. */
  private static final long NTP_ERA = 3_986_530_200L;

  @Override
  public void play(Wire wire, Random random) {
    for (int i = 0; i < 70; i++) {
      long at = seconds(10 + i);
      echo(wire, at, Route.v4(DESK, Network.GATEWAY), 8, 0, i, random);
    }
    for (int i = 0; i < 45; i++) {
      long at = seconds(85.3 + 2 * i);
      echo(wire, at, Route.v6(DESK, Network.RESOLVER), 128, 129, i, random);
    }
    for (int i = 0; i < 6; i++) {
      time(wire, seconds(6 + 32 * i), random);
    }
  }

  private static void echo(
      Wire wire, long at, Route route, int request, int reply, int number, Random random) {
    long answered = at + route.to().delay() + random.nextInt(1_500);
    wire.icmp(at, route, echo(request, number));
    wire.icmp(answered, route.reversed(), echo(reply, number));
  }

  private static byte[] echo(int type, int number) {
    ByteBuffer message = ByteBuffer.allocate(8 + ECHO_DATA);
    message.put((byte) type).put((byte) 0).putShort((short) 0);
    message.putShort((short) 0x2f1).putShort((short) (number + 1));
    return message.array();
  }

  /** A client's question and a server's answer (RFC 5905, 7.3). */
  private static void time(Wire wire, long at, Random random) {
    Route route = Route.v6(DESK, Network.TIME);
    int port = 32_768 + random.nextInt(28_000);
    ByteBuffer question = ByteBuffer.allocate(48).put((byte) 0x23);
    question.putInt(40, (int) (NTP_ERA + at / 1_000_000));
    wire.udp(at, route, port, NTP, question.array());
    ByteBuffer answer = ByteBuffer.allocate(48).put((byte) 0x24).put((byte) 2).put((byte) 6);
    answer.putInt(12, 0x47505300).putInt(24, question.getInt(40));
    answer.putInt(32, question.getInt(40)).putInt(40, question.getInt(40));
    wire.udp(at + Network.TIME.delay(), route.reversed(), NTP, port, answer.array());
  }
}
