package iftoprs.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Frames in any order, written in order of time as a classic pcap file inside gzip.
 *
 * <p>Only the first {@value #SNAP_LENGTH} bytes of a frame are kept; the rest is a number, which is
 * what lets half a gigabyte of traffic travel inside the program.
 */
final class CaptureFile {

  /** Holds Ethernet with a tag, IPv6, TCP and the beginning of a name in a DNS message. */
  static final int SNAP_LENGTH = 96;

  private static final long BEGAN = Instant.parse("2026-11-02T09:30:00Z").getEpochSecond();
  private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
  private static final int LINKTYPE_ETHERNET = 1;

  private final List<Record> records = new ArrayList<>();

  private record Record(long at, byte[] captured, int wireLength) {}

  /** Keeps a frame, unless it lies outside of the demo's three minutes. */
  void add(long at, byte[] frame, int wireLength) {
    if (at < 0 || at >= DemoCapture.LENGTH) {
      return;
    }
    int length = Math.min(SNAP_LENGTH, wireLength);
    records.add(new Record(at, Arrays.copyOf(frame, length), wireLength));
  }

  int size() {
    return records.size();
  }

  /** The gzip header that Java writes has no time and no name: the same frames, the same bytes. */
  void writeTo(OutputStream out) throws IOException {
    records.sort(Comparator.comparingLong(Record::at));
    try (OutputStream zip = new SmallestGzip(out)) {
      ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      header.putInt(MAGIC_MICROSECONDS).putShort((short) 2).putShort((short) 4);
      header.putInt(0).putInt(0).putInt(SNAP_LENGTH).putInt(LINKTYPE_ETHERNET);
      zip.write(header.array());
      for (Record record : records) {
        write(record, zip);
      }
    }
  }

  private static void write(Record record, OutputStream zip) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt((int) (BEGAN + record.at / 1_000_000)).putInt((int) (record.at % 1_000_000));
    header.putInt(record.captured.length).putInt(record.wireLength);
    zip.write(header.array());
    zip.write(record.captured);
  }

  private static final class SmallestGzip extends GZIPOutputStream {

    SmallestGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
