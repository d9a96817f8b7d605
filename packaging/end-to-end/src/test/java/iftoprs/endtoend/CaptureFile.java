package iftoprs.endtoend;

import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Capture files for tests (pcap, microseconds, in the byte order of the network). */
final class CaptureFile {

  /** When the first frame of every file was received, in epoch seconds. */
  static final long START = 1_700_000_000L;

  private static final int HEADER = 24;
  private static final int RECORD_HEADER = 16;

  private CaptureFile() {}

  /** Each second a frame of 1000 bytes there and one of 600 back. */
  static byte[] ofSeconds(int seconds) {
    List<TestFrame> frames = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      frames.add(
          TestFrames.tcp("192.168.1.20:40000", "203.0.113.10:443", 1000).atSeconds(START + second));
      frames.add(
          TestFrames.tcp("203.0.113.10:443", "192.168.1.20:40000", 600)
              .atSeconds(START + second + 0.5));
    }
    return of(frames);
  }

  /** Three seconds with one flow, then a second with so many. */
  static byte[] ofCrowd(int flows) {
    List<TestFrame> frames = new ArrayList<>();
    for (int second = 0; second < 3; second++) {
      frames.add(
          TestFrames.udp("192.168.1.20:40000", "203.0.113.10:9", 100).atSeconds(START + second));
    }
    for (int flow = 0; flow < flows; flow++) {
      String source = "10.0." + (flow >> 16) + ".1:" + (flow & 0xffff);
      frames.add(TestFrames.udp(source, "203.0.113.10:9", 60).atSeconds(START + 3));
    }
    return of(frames);
  }

  /** A file (pcap) whose frames were never longer than what was captured of them. */
  static byte[] asCaptured(byte[] file) {
    ByteBuffer records = ByteBuffer.wrap(file);
    if (records.get(0) != (byte) 0xa1) {
      records.order(ByteOrder.LITTLE_ENDIAN);
    }
    for (int at = HEADER; at < file.length; at += RECORD_HEADER + records.getInt(at + 8)) {
      records.putInt(at + 12, records.getInt(at + 8));
    }
    return file;
  }

  static byte[] of(List<TestFrame> frames) {
    int size =
        HEADER + frames.stream().mapToInt(frame -> RECORD_HEADER + frame.bytes().length).sum();
    ByteBuffer file = ByteBuffer.allocate(size);
    file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    file.putInt(65535).putInt(TestFrames.ETHERNET);
    for (TestFrame frame : frames) {
      long micros = frame.timeNanos() / 1000;
      file.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
      file.putInt(frame.bytes().length).putInt((int) frame.wireLength()).put(frame.bytes());
    }
    return file.array();
  }
}
