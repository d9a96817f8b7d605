package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A small file that unpacks to gigabytes is read in memory that does not grow with it, and ends in
 * one line.
 */
class CompressionBombTest {

  private static final int PIECE = 32 << 20;
  private static final int PIECES = 48;

  /** Of the reader's own buffers and the unpacker's dictionary, not of what is unpacked. */
  private static final long MOST_ALLOCATED = 24L << 20;

  enum Packing {
    GZIP(CaptureFiles::gzip),
    XZ(CaptureFiles::xz);

    private final UnaryOperator<byte[]> packer;
    private byte[] zeros = new byte[0];

    Packing(UnaryOperator<byte[]> packer) {
      this.packer = packer;
    }

    /** A start, then a gigabyte and a half of zeros, in members that follow each other. */
    InputStream bomb(byte[] start) {
      if (zeros.length == 0) {
        zeros = packer.apply(new byte[PIECE]);
      }
      List<InputStream> members =
          Collections.nCopies(PIECES, zeros).stream()
              .<InputStream>map(ByteArrayInputStream::new)
              .toList();
      return new SequenceInputStream(
          new ByteArrayInputStream(packer.apply(start)),
          new SequenceInputStream(Collections.enumeration(members)));
    }
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void zeros_that_are_no_capture_are_refused_at_once(Packing packing) {
    CaptureInput input = input(packing, new byte[0]);
    long before = Allocation.ofThisThread();
    assertThatThrownBy(() -> Replayed.of(input))
        .isInstanceOf(CaptureException.class)
        .hasMessage("bomb: not a capture file (neither pcap nor pcapng)");
    assertThat(Allocation.ofThisThread() - before).isLessThan(MOST_ALLOCATED);
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void a_record_that_declares_two_gigabytes_ends_the_file_with_a_line(Packing packing)
      throws CaptureException {
    byte[] header = CaptureFiles.pcap(List.of());
    ByteBuffer start = ByteBuffer.allocate(header.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    start.put(header).putInt(1).putInt(0).putInt(Integer.MAX_VALUE).putInt(Integer.MAX_VALUE);
    assertEndsInOneLine(packing, start, "2147483647 bytes");
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void a_block_that_declares_four_gigabytes_ends_the_file_with_a_line(Packing packing)
      throws CaptureException {
    byte[] header = CaptureFiles.pcapng(List.of());
    ByteBuffer start = ByteBuffer.allocate(header.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    start.put(header).putInt(0x0bad).putInt(-16);
    assertEndsInOneLine(packing, start, "cut short");
  }

  private static void assertEndsInOneLine(Packing packing, ByteBuffer start, String words)
      throws CaptureException {
    CaptureInput input = input(packing, start.array());
    long before = Allocation.ofThisThread();
    try (PacketSource source = new ReplayCapture(input, Pace.MAX).open(CaptureOptions.DEFAULT)) {
      int count = 0;
      while (count != PacketSource.END) {
        count = source.poll(frame -> assertThat(frame.wireLength()).isZero(), 1000, 0);
      }
      assertThat(Allocation.ofThisThread() - before).isLessThan(MOST_ALLOCATED);
      assertThat(((SourceState.Ended) source.state()).note())
          .startsWith("bomb: ")
          .contains(words)
          .doesNotContain("\n");
    }
  }

  private static CaptureInput input(Packing packing, byte[] start) {
    InputStream bomb = packing.bomb(start);
    return CaptureInput.of("bomb", () -> bomb);
  }
}
