package iftoprs.benchmarks;

import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** TCP frames of so many flows, in an order that jumps about; the same ones each time. */
final class Frames {

  static final int LENGTH = 60;

  private static final int ETHERNET = 1;
  private static final int RECORD_HEADER = 16;
  private static final long START = 1_700_000_000_000_000_000L;

  private final byte[] bytes;
  private final int count;

  Frames(int flows, int count) {
    this.count = count;
    this.bytes = new byte[count * LENGTH];
    SplittableRandom random = new SplittableRandom(42);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int i = 0; i < count; i++) {
      int flow = i < flows ? i : random.nextInt(flows);
      boolean reply = random.nextBoolean();
      int local = 0x0a00_0000 | flow >>> 4;
      int remote = 0xc633_6400 | flow & 15;
      buffer.position(i * LENGTH + 12).putShort((short) 0x0800).put((byte) 0x45).put((byte) 0);
      buffer.putShort((short) (LENGTH - 14)).putInt(0).put((byte) 64).put((byte) 6);
      buffer.putShort((short) 0).putInt(reply ? remote : local).putInt(reply ? local : remote);
      buffer.putShort((short) (reply ? 443 : 40_000)).putShort((short) (reply ? 40_000 : 443));
    }
  }

  /** Points a frame at one of them. */
  void at(int index, long timeNanos, Frame frame) {
    frame.set(ETHERNET, START + timeNanos, LENGTH, bytes, index % count * LENGTH, LENGTH);
  }

  /** Fills a batch with some of them, one behind the other, all at the start. */
  FrameBatch batch(int first, FrameBatch batch) {
    long[] rows = batch.rows();
    int end = FrameBatch.CAPACITY * FrameBatch.STRIDE;
    for (int row = 0, index = first; row < end; row += FrameBatch.STRIDE, index++) {
      rows[row + FrameBatch.TIME] = START;
      rows[row + FrameBatch.WIRE] = LENGTH;
      rows[row + FrameBatch.PLACE] = (long) (index % count * LENGTH) << 32 | LENGTH;
      rows[row + FrameBatch.KIND] = ETHERNET << 2;
    }
    return batch.filled(bytes, end);
  }

  /** All of them as a capture file, a microsecond apart. */
  byte[] file() {
    ByteBuffer file = ByteBuffer.allocate(24 + count * (RECORD_HEADER + LENGTH));
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(0xa1b2c3d4).putInt(0x0004_0002).putLong(0);
    file.putInt(65_535).putInt(ETHERNET);
    for (int i = 0; i < count; i++) {
      file.putInt((int) (START / 1_000_000_000L)).putInt(i % 1_000_000).putInt(LENGTH);
      file.putInt(LENGTH).put(bytes, i * LENGTH, LENGTH);
    }
    return file.array();
  }
}
