package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.FrameHandler;
import iftoprs.ports.IpAddress;
import iftoprs.ports.PacketSource;
import iftoprs.ports.contract.CaptureContract;
import iftoprs.ports.contract.TestFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pcap4j.core.PcapHandle;

/** Captures on the loopback device: needs libpcap and root. */
class PcapCaptureIT {

  private static final CaptureOptions LOOPBACK =
      new CaptureOptions(
          Optional.of("lo"),
          Optional.of("net 203.0.113.0/24 or ip6 net 2001:db8:77::/48"),
          CaptureOptions.DEFAULT_SNAP_LENGTH,
          false);

  @BeforeAll
  static void needs_libpcap_and_root() {
    LiveCapture.assume();
  }

  abstract static class OnLoopback extends CaptureContract {

    @Override
    protected CaptureOptions options() {
      return new CaptureOptions(
          Optional.of("lo"), Optional.of(FILTER), CaptureOptions.DEFAULT_SNAP_LENGTH, false);
    }

    @Override
    protected boolean live() {
      return true;
    }

    @Override
    protected void play(List<TestFrame> frames) throws Exception {
      try (PcapHandle sender = new PcapHandle.Builder("lo").snaplen(64).build()) {
        for (TestFrame frame : frames) {
          byte[] whole = Arrays.copyOf(frame.bytes(), (int) frame.wireLength());
          sender.sendPacket(whole);
        }
      }
    }
  }

  @Nested
  class ByForeignFunctions extends OnLoopback {
    @Override
    protected Capture capture(List<TestFrame> frames) {
      return new PcapCapture(ReadPath.FOREIGN);
    }
  }

  @Nested
  class ByPcap4j extends OnLoopback {
    @Override
    protected Capture capture(List<TestFrame> frames) {
      return new PcapCapture(ReadPath.PCAP4J);
    }
  }

  @ParameterizedTest
  @EnumSource(ReadPath.class)
  void frames_are_read_the_way_that_was_asked_for(ReadPath readPath) throws CaptureException {
    try (PacketSource source = new PcapCapture(readPath).open(LOOPBACK)) {
      assertThat(((PcapSource) source).readPath()).isEqualTo(readPath);
    }
  }

  @ParameterizedTest
  @EnumSource(ReadPath.class)
  void silent_device_does_not_hold_up_the_caller(ReadPath readPath) throws CaptureException {
    try (PacketSource source = new PcapCapture(readPath).open(LOOPBACK)) {
      long before = source.timeNanos();
      assertThat(source.poll(frame -> {}, 10, 30_000_000)).isZero();
      assertThat(source.timeNanos() - before).isBetween(30_000_000L, 10_000_000_000L);
    }
  }

  @Test
  void devices_are_listed_with_addresses_and_one_default() throws CaptureException {
    List<CaptureDevice> devices = new PcapCapture().devices();
    CaptureDevice loopback =
        devices.stream().filter(device -> device.name().equals("lo")).findFirst().orElseThrow();
    assertThat(loopback.loopback()).isTrue();
    assertThat(loopback.up()).isTrue();
    assertThat(loopback.isDefault()).isFalse();
    assertThat(loopback.addresses())
        .anySatisfy(
            address -> {
              assertThat(address.address()).isEqualTo(IpAddress.ipv4(0x7f000001));
              assertThat(address.prefixLength()).isEqualTo(8);
            });
    assertThat(devices).filteredOn(CaptureDevice::isDefault).hasSizeLessThan(2);
  }

  @Test
  void unknown_device_is_answered_with_the_known_ones() {
    CaptureOptions options = new CaptureOptions(Optional.of("lol"), Optional.empty(), 256, false);
    assertThatThrownBy(() -> new PcapCapture().open(options))
        .isInstanceOfSatisfying(
            CaptureException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_DEVICE))
        .hasMessageStartingWith("no device is named lol; did you mean lo? devices are: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void bad_capture_filter_is_refused_with_the_words_of_libpcap() {
    CaptureOptions options =
        new CaptureOptions(Optional.of("lo"), Optional.of("tcp prot 80"), 256, false);
    assertThatThrownBy(() -> new PcapCapture().open(options))
        .isInstanceOfSatisfying(
            CaptureException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_FILTER))
        .hasMessageStartingWith("capture filter \"tcp prot 80\": ")
        .hasMessageEndingWith("syntax error\n  tcp prot 80\n      ^")
        .hasMessageNotContaining("pcap_compile");
  }

  @Test
  void flood_is_seen_whole_and_makes_no_garbage() throws Exception {
    CaptureOptions options =
        new CaptureOptions(Optional.of("lo"), Optional.of("udp dst port 40010"), 256, false);
    int datagrams = 10_000; // the ring of the kernel holds them, each of them twice on loopback
    try (PacketSource source = new PcapCapture(ReadPath.FOREIGN).open(options)) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 6; round++) {
        Flood.send(40010, datagrams);
        long before = Allocation.ofThisThread();
        assertThat(drain(source, datagrams)).isEqualTo(datagrams);
        least = Math.min(least, Allocation.ofThisThread() - before);
      }
      // The least, because every few seconds the device is looked up meanwhile.
      assertThat(least / datagrams).isZero();
      assertThat(source.stats()).isEqualTo(new CaptureStats(6L * datagrams, 0, 0));
    }
  }

  private static long drain(PacketSource source, int expected) throws CaptureException {
    long[] bytes = new long[1];
    FrameHandler handler = frame -> bytes[0] += frame.wireLength();
    long seen = 0;
    int quiet = 0;
    while (seen < expected && quiet < 20) {
      int count = source.poll(handler, 1000, 100_000_000);
      seen += count;
      quiet = count == 0 ? quiet + 1 : 0;
    }
    return seen;
  }
}
