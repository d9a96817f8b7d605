package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;

import java.util.Random;

/**
 * A call with picture and sound in both directions, each over a relay's UDP port of its own.
 *
 * @param start in seconds
 * @param end in seconds
 */
record VideoCall(double start, double end) implements Scene {

  private static final int PICTURE_PORT = 50_004;
  private static final int SOUND_PORT = 50_006;
  private static final long BETWEEN_PICTURES = 40_000;
  private static final long BETWEEN_SOUNDS = 20_000;

  @Override
  public void play(Wire wire, Random random) {
    Route out = Route.v4(Network.DESK, Network.MEETING);
    RtpStream pictureOut = new RtpStream(wire, out, 53_210, PICTURE_PORT, 97);
    RtpStream pictureIn = new RtpStream(wire, out.reversed(), PICTURE_PORT, 53_210, 97);
    RtpStream soundOut = new RtpStream(wire, out, 53_212, SOUND_PORT, 111);
    RtpStream soundIn = new RtpStream(wire, out.reversed(), SOUND_PORT, 53_212, 111);
    long last = seconds(end);
    for (long at = seconds(start); at < last; at += BETWEEN_PICTURES) {
      pictureOut.picture(at, 3_400 + random.nextInt(2_400));
      pictureIn.picture(at + 7_300 + random.nextInt(900), 4_800 + random.nextInt(4_200));
    }
    for (long at = seconds(start); at < last; at += BETWEEN_SOUNDS) {
      soundOut.packet(at + 2_100, 84);
      // The other one listens for some seconds of every ten, and then sends next to nothing.
      boolean speaking = at / 1_000_000 % 10 > 3;
      soundIn.packet(at + 3_900 + random.nextInt(700), speaking ? 92 : 24);
    }
  }
}
