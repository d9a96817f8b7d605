package iftoprs.bootstrap;

import iftoprs.ports.contract.TestFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes frames as a capture file (pcap, nanoseconds, little endian). */
final class PcapFile {

  private PcapFile() {}

  static Path write(Path file, List<TestFrame> frames) throws IOException {
    return Files.write(file, bytes(frames));
  }

  static byte[] bytes(List<TestFrame> frames) {
    int size = 24 + frames.stream().mapToInt(frame -> 16 + frame.bytes().length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0xa1b23c4d).putShort((short) 2).putShort((short) 4).putLong(0);
    bytes.putInt(65535).putInt(frames.isEmpty() ? 1 : frames.getFirst().linkType());
    for (TestFrame frame : frames) {
      bytes.putInt((int) (frame.timeNanos() / 1_000_000_000L));
      bytes.putInt((int) (frame.timeNanos() % 1_000_000_000L));
      bytes.putInt(frame.bytes().length).putInt((int) frame.wireLength()).put(frame.bytes());
    }
    return bytes.array();
  }
}
