package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;
import static iftoprs.demo.Network.DESK;

import java.util.Random;

/** Connections that are open all day and say little: mail, chat, a message broker, a tunnel. */
final class KeepAlives implements Scene {

  private static final int WIREGUARD = 51_820;
  private static final byte[] TUNNEL_DATA = {4, 0, 0, 0};

  @Override
  public void play(Wire wire, Random random) {
    talk(wire, random, Network.MAIL, 993, 21, 4_000);
    talk(wire, random, Network.CHAT, 443, 6, 1_400);
    talk(wire, random, Network.SENSORS, 8_883, 3.5, 240);
    tunnel(wire, random);
  }

  private static void talk(
      Wire wire, Random random, Host peer, int port, double every, int longest) {
    TcpFlow flow = new TcpFlow(wire, random, Route.v4(DESK, peer), port);
    double start = 0.1 + random.nextDouble();
    flow.greet(flow.open(seconds(start)));
    for (double at = start + 2; at < 180; at += every * (0.6 + 0.8 * random.nextDouble())) {
      flow.reply(flow.ask(seconds(at), 40 + random.nextInt(120)), 40 + random.nextInt(longest));
    }
  }

  /** Work in the office network: quiet for ten seconds, busy for eight. */
  private static void tunnel(Wire wire, Random random) {
    Route out = Route.v4(DESK, Network.OFFICE);
    for (double at = 4; at < 180; at += 0.02 + 0.2 * random.nextDouble()) {
      if (at % 18 < 10) {
        continue;
      }
      long when = seconds(at);
      wire.udp(when, out, 37_777, WIREGUARD, TUNNEL_DATA, 96 + 16 * random.nextInt(20));
      long answered = when + Network.OFFICE.delay() + random.nextInt(3_000);
      int pieces = 1 + random.nextInt(5);
      for (int i = 0; i < pieces; i++) {
        Route in = out.reversed();
        wire.udp(answered + i * 500, in, WIREGUARD, 37_777, TUNNEL_DATA, 1_400);
      }
    }
  }
}
