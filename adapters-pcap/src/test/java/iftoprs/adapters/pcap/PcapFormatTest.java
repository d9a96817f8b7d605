package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.CaptureException;
import iftoprs.ports.Frame.Direction;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classic format in all its dialects. */
class PcapFormatTest {

  private static final long TIME = 1_700_000_000_123_456_000L;

  private static final List<TestFrame> FRAMES =
      List.of(
          TestFrames.udp("192.0.2.1:1000", "192.0.2.2:53", 300).at(TIME).snapped(60),
          TestFrames.arp("192.0.2.1", "192.0.2.2").at(TIME + 1_000),
          TestFrames.tcp("192.0.2.1:1000", "192.0.2.2:443", 60).at(TIME + 2_000));

  @ParameterizedTest
  @CsvSource({
    "a1b2c3d4, BIG_ENDIAN, 4", "a1b2c3d4, LITTLE_ENDIAN, 4",
    "a1b23c4d, BIG_ENDIAN, 4", "a1b23c4d, LITTLE_ENDIAN, 4",
    "a1b2cd34, BIG_ENDIAN, 4", "a1b2cd34, LITTLE_ENDIAN, 4",
    "a1b2c3d4, BIG_ENDIAN, 2", "a1b2c3d4, LITTLE_ENDIAN, 2",
    "a1b2c3d4, BIG_ENDIAN, 3", "a1b2c3d4, LITTLE_ENDIAN, 3",
  })
  void every_dialect_gives_the_same_frames(String magic, String order, int minor)
      throws CaptureException {
    ByteOrder byteOrder =
        order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int number = Integer.parseUnsignedInt(magic, 16);
    byte[] file = CaptureFiles.pcap(FRAMES, number, byteOrder, minor, 262_144);
    assertThat(Replayed.of(file)).isEqualTo(new Replayed(FRAMES, ""));
  }

  @Test
  void lengths_of_version_2_3_are_told_apart_by_their_size() throws CaptureException {
    byte[] file =
        CaptureFiles.pcap(FRAMES, CaptureFiles.MICROSECONDS, ByteOrder.LITTLE_ENDIAN, 2, 262_144);
    file[6] = 3;
    assertThat(Replayed.of(file)).isEqualTo(new Replayed(FRAMES, ""));
  }

  @Test
  void patched_header_tells_the_direction() throws CaptureException {
    List<TestFrame> frames =
        List.of(
            FRAMES.get(0).going(Direction.INBOUND),
            FRAMES.get(1).going(Direction.OUTBOUND),
            FRAMES.get(2));
    byte[] file =
        CaptureFiles.pcap(frames, CaptureFiles.KUZNETZOV, ByteOrder.LITTLE_ENDIAN, 4, 65_535);
    assertThat(Replayed.of(file).frames()).isEqualTo(frames);
  }

  @Test
  void seconds_reach_beyond_2038() throws CaptureException {
    TestFrame frame = FRAMES.getFirst().at(0xffff_ffffL * 1_000_000_000);
    assertThat(Replayed.of(CaptureFiles.pcap(List.of(frame))).frames()).containsExactly(frame);
  }

  @Test
  void length_of_the_check_sequence_is_no_part_of_the_link_type() throws CaptureException {
    byte[] file = CaptureFiles.pcap(FRAMES);
    file[23] = 0x24; // 4 bytes of check sequence follow each frame
    assertThat(Replayed.of(file).frames()).allMatch(frame -> frame.linkType() == 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 5", "3, 0", "543, 1"})
  void unknown_version_is_refused(int major, int minor) {
    byte[] file = CaptureFiles.pcap(FRAMES);
    ByteBuffer.wrap(file)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(4, (short) major)
        .putShort(6, (short) minor);
    assertThatThrownBy(() -> Replayed.of(file))
        .isInstanceOf(CaptureException.class)
        .hasMessage("test: pcap version " + major + "." + minor + " is not known");
  }

  @Test
  void file_that_is_cut_anywhere_gives_all_whole_frames_and_says_so() throws CaptureException {
    byte[] file = CaptureFiles.pcap(FRAMES);
    int first = 24 + 16 + 60;
    int second = first + 16 + 42;
    for (int length = 24; length < file.length; length++) {
      Replayed replayed = Replayed.of(Arrays.copyOf(file, length));
      int whole = length < first ? 0 : length < second ? 1 : 2;
      assertThat(replayed.frames()).isEqualTo(FRAMES.subList(0, whole));
      boolean atBorder = length == 24 || length == first || length == second;
      String note =
          "test: cut short in record %d after %d bytes; figures are up to there"
              .formatted(whole + 1, length);
      assertThat(replayed.note()).isEqualTo(atBorder ? "" : note);
    }
  }

  @Test
  void record_that_claims_too_much_ends_the_file() throws CaptureException {
    byte[] file = CaptureFiles.pcap(FRAMES);
    int second = 24 + 16 + 60;
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 8, 0xdeadbeef);
    assertThat(Replayed.of(file))
        .isEqualTo(
            new Replayed(
                FRAMES.subList(0, 1),
                "test: damaged (it claims 3735928559 bytes) in record 2 after 100 bytes;"
                    + " figures are up to there"));
  }

  @Test
  void record_longer_than_the_snap_length_of_the_file_is_read() throws CaptureException {
    byte[] file =
        CaptureFiles.pcap(FRAMES, CaptureFiles.NANOSECONDS, ByteOrder.LITTLE_ENDIAN, 4, 20);
    assertThat(Replayed.of(file).frames()).isEqualTo(FRAMES);
  }

  @Test
  void huge_records_give_their_first_part_and_the_frames_after_them() throws CaptureException {
    TestFrame huge = TestFrames.of(1, new byte[3_000_000]).at(TIME);
    List<TestFrame> frames = List.of(huge, FRAMES.getFirst(), huge, FRAMES.getLast());
    byte[] file =
        CaptureFiles.pcap(frames, CaptureFiles.NANOSECONDS, ByteOrder.LITTLE_ENDIAN, 4, 0);
    assertThat(Replayed.of(file).frames())
        .isEqualTo(
            List.of(
                huge.snapped(262_144), FRAMES.getFirst(), huge.snapped(262_144), FRAMES.getLast()));
  }

  @Test
  void records_of_every_length_cross_the_edge_of_the_buffer_unharmed() throws CaptureException {
    List<TestFrame> frames =
        IntStream.range(0, 3_000)
            .mapToObj(i -> TestFrames.udp("192.0.2.1:1", "192.0.2.2:2", 42 + i % 1459).at(TIME + i))
            .toList();
    assertThat(Replayed.of(CaptureFiles.pcap(frames)).frames()).isEqualTo(frames);
  }
}
