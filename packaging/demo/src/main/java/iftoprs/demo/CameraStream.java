package iftoprs.demo;

import java.util.Random;

/** The camera at the door: eight pictures a second all the time, in a VLAN of its own. */
final class CameraStream implements Scene {

  private static final int VLAN = 30;
  private static final long BETWEEN_PICTURES = 125_000;

  @Override
  public void play(Wire wire, Random random) {
    Route route = new Route(Network.CAMERA, Network.DESK, Version.V4, VLAN);
    RtpStream stream = new RtpStream(wire, route, 16_970, 40_120, 96);
    for (long at = 20_000; at < DemoCapture.LENGTH; at += BETWEEN_PICTURES) {
      boolean complete = at / BETWEEN_PICTURES % 16 == 0;
      stream.picture(at, complete ? 52_000 : 9_000 + random.nextInt(6_000));
    }
  }
}
