package iftoprs.demo;

import java.util.Random;

/**
 * One large file over one connection: starts slowly, reaches its rate within five seconds, and
 * falls back now and then as TCP does after a loss.
 *
 * @param peer the other host
 * @param port of the server
 * @param way who serves and who sends
 * @param start in seconds
 * @param duration in seconds
 * @param bitsPerSecond the rate at its best
 */
record Transfer(Host peer, int port, Way way, double start, double duration, double bitsPerSecond)
    implements Scene {

  /** Who serves and who sends. */
  enum Way {
    /** The workstation downloads. */
    FETCH,
    /** The workstation uploads. */
    STORE,
    /** The workstation is the server and receives. */
    SERVE
  }

  private static final double RAMP = 5e6;
  private static final double BETWEEN_LOSSES = 9e6;

  /** Segments that the network card joins, at most. */
  private static final int LARGEST = 30;

  @Override
  public void play(Wire wire, Random random) {
    Route route = way == Way.SERVE ? Route.v4(peer, Network.DESK) : Route.v4(Network.DESK, peer);
    TcpFlow flow = new TcpFlow(wire, random, route, port);
    long at = flow.greet(flow.open(DemoCapture.seconds(start)));
    // A ramp of five seconds costs about three of them at the full rate.
    long length = (long) (bitsPerSecond / 8 * 0.88 * Math.max(1, duration - 3));
    long over =
        switch (way) {
          case FETCH -> flow.download(flow.ask(at, 240), length, LARGEST, this::rate);
          case STORE, SERVE -> flow.upload(flow.ask(at, 240), length, LARGEST, this::rate);
        };
    flow.close(over + 20_000);
  }

  private double rate(long age) {
    double ramp = Math.min(1, 0.06 + age / RAMP);
    double sawtooth = 0.76 + 0.24 * (age % BETWEEN_LOSSES) / BETWEEN_LOSSES;
    return bitsPerSecond * ramp * sawtooth;
  }
}
