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
import org.junit.jupiter.api.Test;

/** The block format: sections, interfaces, and all blocks that hold frames. */
class PcapngFormatTest {

  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final long TIME = 1_700_000_000_123_456_789L;

  private static final TestFrame UDP =
      TestFrames.udp("192.0.2.1:1000", "192.0.2.2:53", 61).at(TIME);
  private static final TestFrame ARP = TestFrames.arp("192.0.2.1", "192.0.2.2").at(TIME + 5);

  @Test
  void sections_of_both_byte_orders_follow_each_other() throws CaptureException {
    byte[] file =
        CaptureFiles.concat(
            CaptureFiles.pcapng(List.of(UDP, ARP)),
            CaptureFiles.pcapng(List.of(ARP, UDP), ByteOrder.BIG_ENDIAN),
            CaptureFiles.pcapng(List.of(UDP)));
    assertThat(Replayed.of(file)).isEqualTo(new Replayed(List.of(UDP, ARP, ARP, UDP, UDP), ""));
  }

  @Test
  void interfaces_have_their_own_link_types_and_clocks() throws CaptureException {
    TestFrame raw = UDP.withoutLinkHeader();
    byte[] file =
        new PcapngWriter(LITTLE)
            .section()
            .describe(1, 0, 9, 0)
            .describe(101, 0, 6, 0)
            .describe(1, 0, 0x80, 1_600_000_000)
            .stamped(1, 1_700_000_000_123_456L, raw)
            .packet(0, UDP)
            .stamped(2, 7, ARP)
            .toBytes();
    assertThat(Replayed.of(file).frames())
        .containsExactly(
            raw.at(1_700_000_000_123_456_000L), UDP, ARP.at(1_600_000_007_000_000_000L));
  }

  @Test
  void flags_tell_the_direction() throws CaptureException {
    List<TestFrame> frames =
        List.of(UDP.going(Direction.INBOUND), ARP.going(Direction.OUTBOUND), UDP);
    assertThat(Replayed.of(CaptureFiles.pcapng(frames)).frames()).isEqualTo(frames);
    assertThat(Replayed.of(CaptureFiles.pcapng(frames, ByteOrder.BIG_ENDIAN)).frames())
        .isEqualTo(frames);
  }

  @Test
  void simple_packets_take_snap_length_and_the_time_of_the_one_before() throws CaptureException {
    TestFrame cut = UDP.snapped(40);
    byte[] file =
        new PcapngWriter(LITTLE)
            .section()
            .describe(1, 40, 9, 0)
            .simplePacket(cut)
            .packet(0, ARP)
            .simplePacket(cut)
            .toBytes();
    assertThat(Replayed.of(file).frames()).containsExactly(cut.at(0), ARP, cut.at(ARP.timeNanos()));
  }

  @Test
  void obsolete_packet_block_is_read() throws CaptureException {
    byte[] file =
        new PcapngWriter(ByteOrder.BIG_ENDIAN)
            .section()
            .describe(1, 0, 9, 0)
            .oldPacket(0, UDP)
            .toBytes();
    assertThat(Replayed.of(file).frames()).containsExactly(UDP);
  }

  @Test
  void unknown_blocks_of_any_size_are_read_over() throws CaptureException {
    byte[] file =
        new PcapngWriter(LITTLE)
            .section()
            .block(0xbad, new byte[4])
            .describe(1, 0, 9, 0)
            .block(10, new byte[2_000_000])
            .packet(0, UDP)
            .block(5, new byte[12])
            .toBytes();
    assertThat(Replayed.of(file)).isEqualTo(new Replayed(List.of(UDP), ""));
  }

  @Test
  void huge_packet_gives_its_first_part() throws CaptureException {
    TestFrame huge = TestFrames.of(1, new byte[1_000_001]).at(TIME);
    assertThat(Replayed.of(CaptureFiles.pcapng(List.of(huge, UDP))).frames())
        .containsExactly(huge.snapped(262_144), UDP);
  }

  @Test
  void options_that_lie_cost_only_the_options() throws CaptureException {
    byte[] file = CaptureFiles.pcapng(List.of(UDP.going(Direction.OUTBOUND), ARP));
    int options = 28 + 44 + 28 + 64; // section, interface, head of the packet block, its data
    ByteBuffer.wrap(file).order(LITTLE).putShort(options + 2, (short) 999);
    assertThat(Replayed.of(file))
        .isEqualTo(
            new Replayed(
                List.of(UDP, ARP), "test: damaged options were left out of this many blocks: 1"));
  }

  @Test
  void packet_of_an_interface_that_is_not_described_ends_the_file() throws CaptureException {
    byte[] file =
        new PcapngWriter(LITTLE)
            .section()
            .describe(1, 0, 9, 0)
            .packet(0, UDP)
            .packet(7, ARP)
            .toBytes();
    assertThat(Replayed.of(file).frames()).containsExactly(UDP);
    assertThat(Replayed.of(file).note())
        .startsWith("test: damaged (interface 7 is not described) in record 2 after ");
  }

  @Test
  void interfaces_belong_to_their_section() throws CaptureException {
    byte[] file =
        new PcapngWriter(LITTLE).section().describe(1, 0, 9, 0).section().packet(0, UDP).toBytes();
    assertThat(Replayed.of(file).note()).contains("interface 0 is not described");
  }

  @Test
  void block_that_says_two_lengths_ends_the_file() throws CaptureException {
    byte[] file = CaptureFiles.pcapng(List.of(UDP, ARP));
    ByteBuffer.wrap(file).order(LITTLE).putInt(file.length - 4, 36);
    assertThat(Replayed.of(file).frames()).containsExactly(UDP);
    assertThat(Replayed.of(file).note()).contains("damaged (a block says two lengths)");
  }

  @Test
  void file_that_is_cut_anywhere_gives_all_whole_frames() throws CaptureException {
    byte[] file = CaptureFiles.pcapng(List.of(UDP, ARP));
    int first = 28 + 44 + 32 + 64;
    for (int length = 28; length < file.length; length++) {
      Replayed replayed = Replayed.of(Arrays.copyOf(file, length));
      assertThat(replayed.frames()).isEqualTo(length < first ? List.of() : List.of(UDP));
      boolean atBorder = length == 28 || length == 28 + 44 || length == first;
      assertThat(replayed.note().isEmpty()).as("length %d", length).isEqualTo(atBorder);
    }
  }

  @Test
  void section_without_byte_order_or_of_another_version_is_refused() {
    byte[] file = CaptureFiles.pcapng(List.of(UDP));
    byte[] orderless = file.clone();
    orderless[8] = 0;
    byte[] later = file.clone();
    later[12] = 2;
    assertThatThrownBy(() -> Replayed.of(orderless))
        .isInstanceOf(CaptureException.class)
        .hasMessage("test: not a capture file (a pcapng header without byte order)");
    assertThatThrownBy(() -> Replayed.of(later))
        .isInstanceOf(CaptureException.class)
        .hasMessage("test: pcapng version 2 is not known");
  }
}
