package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;

import java.util.Random;

/**
 * Somebody types in a remote shell: a small packet for a key, one for its echo, and a page of
 * output now and then.
 */
final class SshSession implements Scene {

  private static final int SSH = 22;

  @Override
  public void play(Wire wire, Random random) {
    Route route = Route.v6(Network.DESK, Network.BUILD);
    TcpFlow flow = new TcpFlow(wire, random, route, SSH);
    long at = flow.greet(flow.open(seconds(0.4)));
    while (at < DemoCapture.LENGTH) {
      int keys = 4 + random.nextInt(22);
      for (int i = 0; i < keys; i++) {
        long echoed = flow.reply(flow.ask(at, 36), 36);
        at = echoed + 60_000 + random.nextInt(160_000);
      }
      at = flow.download(flow.ask(at, 36), 1_200 + random.nextInt(18_000), 2, Rate.of(3e6));
      at += seconds(1 + 7 * random.nextDouble());
    }
  }
}
