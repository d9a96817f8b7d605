package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;
import static iftoprs.demo.Network.DESK;

import java.util.Random;

/**
 * A reader of web pages: every few seconds a page is fetched from its own site and three others,
 * after a look-up of each name, over connections that are kept for a while.
 */
final class Browsing implements Scene {

  private static final int FAN_OUT = 3;
  private static final int HTTPS = 443;

  @Override
  public void play(Wire wire, Random random) {
    DnsLookup lookup = new DnsLookup(wire, random);
    int page = 0;
    for (double at = 1.5; at < 178; at += 2.2 + random.nextDouble() * 6) {
      for (int i = 0; i <= FAN_OUT; i++) {
        Host site = Network.SITES.get((page * 5 + i * (1 + page % 3)) % Network.SITES.size());
        visit(wire, random, lookup, site, seconds(at + i * 0.16 * random.nextDouble()));
      }
      page++;
    }
  }

  private static void visit(Wire wire, Random random, DnsLookup lookup, Host site, long at) {
    boolean sixth = site.v4()[3] % 2 == 0;
    Route route = sixth ? Route.v6(DESK, site) : Route.v4(DESK, site);
    long known = lookup.ask(at, site);
    TcpFlow flow = new TcpFlow(wire, random, route, HTTPS);
    long ready = flow.greet(flow.open(known + 900));
    int objects = 2 + random.nextInt(6);
    for (int i = 0; i < objects; i++) {
      long asked = flow.ask(ready, 90 + random.nextInt(700));
      int length = 2_000 + random.nextInt(60_000) + (random.nextInt(4) == 0 ? 420_000 : 0);
      ready = flow.download(asked, length, 4, Rate.of(9e6 + random.nextInt(16_000_000)));
      ready += random.nextInt(220_000);
    }
    if (random.nextBoolean()) {
      flow.close(ready + seconds(0.5 + 4 * random.nextDouble()));
    }
  }
}
