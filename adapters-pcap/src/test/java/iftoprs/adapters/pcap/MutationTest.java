package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.pcap.file.CaptureFile;
import iftoprs.adapters.pcap.file.UnreadableException;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.Frame;
import iftoprs.ports.Frame.Direction;
import iftoprs.ports.FrameBatch;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files with random bytes changed end with a note or are refused; nothing else may happen. */
class MutationTest {

  private static final int ROUNDS = 4_000;
  private static final long MOST_ALLOCATED = 4 << 20; // buffers, and the copies of the test

  enum Seed {
    PCAP(CaptureFiles.pcap(frames())),
    PCAPNG(CaptureFiles.pcapng(frames())),
    COMPRESSED(CaptureFiles.gzip(CaptureFiles.pcapng(frames())));

    final byte[] file;

    Seed(byte[] file) {
      this.file = file;
    }
  }

  private static List<TestFrame> frames() {
    TestFrame udp = TestFrames.udp("192.0.2.1:1000", "192.0.2.2:53", 90);
    return List.of(
        udp.going(Direction.INBOUND),
        TestFrames.arp("192.0.2.1", "192.0.2.2"),
        udp.going(Direction.OUTBOUND),
        udp.snapped(17));
  }

  @ParameterizedTest
  @EnumSource(Seed.class)
  void changed_bytes_cause_nothing_but_a_refusal_or_an_early_end(Seed seed) {
    Random random = new Random(seed.ordinal());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] file = seed.file.clone();
      for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
        file[random.nextInt(file.length)] = interesting(random);
      }
      long before = Allocation.ofThisThread();
      try {
        Replayed replayed = Replayed.of(file);
        assertThat(replayed.frames()).hasSizeLessThanOrEqualTo(file.length);
        assertThat(replayed.note()).doesNotContain("\n");
      } catch (CaptureException e) {
        assertThat(e.reason()).isEqualTo(Reason.BAD_FILE);
      }
      assertThat(Allocation.ofThisThread() - before).isLessThan(MOST_ALLOCATED);
    }
  }

  @ParameterizedTest
  @EnumSource(Seed.class)
  void in_batches_a_file_reads_as_record_by_record(Seed seed) {
    Random random = new Random(seed.ordinal());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] file = seed.file.clone();
      if (round > 0) {
        file[random.nextInt(file.length)] = interesting(random);
      }
      assertThat(read(file, true)).isEqualTo(read(file, false));
    }
  }

  private static String read(byte[] bytes, boolean inBatches) {
    StringBuilder text = new StringBuilder();
    try (CaptureFile file = CaptureFile.open("test", new ByteArrayInputStream(bytes))) {
      FrameBatch batch = new FrameBatch();
      Frame frame = new Frame();
      while (true) {
        if (inBatches && file.fill(batch, 3) > 0) {
          for (int row = 0; row < batch.end(); row += FrameBatch.STRIDE) {
            describe(batch.at(row), text);
          }
          checkSums(batch);
          continue;
        }
        if (file.next(frame) != CaptureFile.Next.FRAME) {
          return text.append(file.note()).toString();
        }
        describe(frame, text);
      }
    } catch (IOException | UnreadableException e) {
      return text.append(e.getMessage()).toString();
    }
  }

  /** What the reader summed up on its way is what the rows come to. */
  private static void checkSums(FrameBatch batch) {
    List<Long> told = List.of(batch.oldest(), batch.newest(), batch.wireBytes());
    batch.filled(batch.bytes(), batch.end());
    assertThat(told).containsExactly(batch.oldest(), batch.newest(), batch.wireBytes());
  }

  private static void describe(Frame frame, StringBuilder text) {
    text.append(frame.linkType()).append(' ').append(frame.timeNanos()).append(' ');
    text.append(frame.wireLength()).append(' ').append(frame.direction()).append(' ');
    int end = frame.offset() + frame.capturedLength();
    text.append(HexFormat.of().formatHex(frame.bytes(), frame.offset(), end)).append('\n');
  }

  private static byte interesting(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> (byte) 0xff;
      case 2 -> (byte) (1 << random.nextInt(8));
      default -> (byte) random.nextInt();
    };
  }
}
