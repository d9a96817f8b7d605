package iftoprs.adapters.pcap;

import iftoprs.ports.Frame.Direction;
import iftoprs.ports.contract.TestFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes the capture files that tests read. */
public final class CaptureFiles {

  public static final int MICROSECONDS = 0xa1b2c3d4;
  public static final int NANOSECONDS = 0xa1b23c4d;
  public static final int KUZNETZOV = 0xa1b2cd34;

  private static final long BILLION = 1_000_000_000L;

  private CaptureFiles() {}

  /** A classic file in little-endian order, version 2.4, with nanoseconds. */
  public static byte[] pcap(List<TestFrame> frames) {
    return pcap(frames, NANOSECONDS, ByteOrder.LITTLE_ENDIAN, 4, 262_144);
  }

  /** A classic file of any dialect. */
  public static byte[] pcap(
      List<TestFrame> frames, int magic, ByteOrder order, int minor, int snapLength) {
    ByteBuffer file = ByteBuffer.allocate(24 + sizeOf(frames, 24)).order(order);
    int linkType = frames.isEmpty() ? 1 : frames.getFirst().linkType();
    file.putInt(magic).putShort((short) 2).putShort((short) minor);
    file.putInt(0).putInt(0).putInt(snapLength).putInt(linkType);
    for (TestFrame frame : frames) {
      long fraction = frame.timeNanos() % BILLION / (magic == NANOSECONDS ? 1 : 1000);
      file.putInt((int) (frame.timeNanos() / BILLION)).putInt((int) fraction);
      int captured = frame.bytes().length;
      int wire = (int) frame.wireLength();
      boolean wireFirst = minor < 3;
      file.putInt(wireFirst ? wire : captured).putInt(wireFirst ? captured : wire);
      if (magic == KUZNETZOV) {
        file.putInt(1).putShort((short) 8).put(packetType(frame.direction())).put((byte) 0);
      }
      file.put(frame.bytes());
    }
    return written(file);
  }

  /** A pcapng file of one section, with an interface for each link type and nanoseconds. */
  public static byte[] pcapng(List<TestFrame> frames) {
    return pcapng(frames, ByteOrder.LITTLE_ENDIAN);
  }

  /** A pcapng file in either byte order. */
  public static byte[] pcapng(List<TestFrame> frames, ByteOrder order) {
    List<Integer> linkTypes = frames.stream().map(TestFrame::linkType).distinct().toList();
    PcapngWriter writer = new PcapngWriter(order).section();
    for (int linkType : linkTypes) {
      writer.describe(linkType, 0, 9, 0);
    }
    for (TestFrame frame : frames) {
      writer.packet(linkTypes.indexOf(frame.linkType()), frame);
    }
    return writer.toBytes();
  }

  /** The same, compressed. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** The same, compressed with xz. */
  public static byte[] xz(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (XZOutputStream out = new XZOutputStream(packed, new LZMA2Options(0))) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** One after the other. */
  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte packetType(Direction direction) {
    return (byte)
        switch (direction) {
          case INBOUND -> 0;
          case OUTBOUND -> 4;
          case UNKNOWN -> 3;
        };
  }

  private static int sizeOf(List<TestFrame> frames, int header) {
    return frames.stream().mapToInt(frame -> header + frame.bytes().length).sum();
  }

  private static byte[] written(ByteBuffer file) {
    byte[] bytes = new byte[file.position()];
    file.flip().get(bytes);
    return bytes;
  }
}
