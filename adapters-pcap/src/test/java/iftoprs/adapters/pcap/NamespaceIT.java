package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.IpAddress;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SourceState;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real device that goes, comes and changes. Needs libpcap, root and iproute2. */
@Timeout(90)
class NamespaceIT {

  /** Frames that a system may send when a device comes up: multicast and neighbour discovery. */
  private static final long MOST_OF_A_START = 10;

  private static final long SECOND = 1_000_000_000L;

  /** Of this process alone, for {@code any} sees what others send, too. */
  private static final int PORT = 40_000 + (int) (ProcessHandle.current().pid() % 20_000);

  private VethPair pair;
  private long frames;
  private long bytes;
  private long firstTime = Long.MAX_VALUE;
  private long lastTime;
  private int linkType;

  @BeforeAll
  static void needs_root_and_iproute2() {
    LiveCapture.assume();
    LiveCapture.need(VethPair.possible(), "needs iproute2 and the right to add a namespace");
  }

  @BeforeEach
  void plug() {
    pair = new VethPair();
  }

  @AfterEach
  void remove() {
    pair.close();
  }

  private PacketSource open(ReadPath readPath) throws CaptureException {
    return open(pair.here, readPath);
  }

  private static PacketSource open(String device, ReadPath readPath) throws CaptureException {
    return new PcapCapture(readPath)
        .open(new CaptureOptions(Optional.of(device), Optional.of("udp port " + PORT), 256, false));
  }

  private void poll(PacketSource source) throws CaptureException {
    source.poll(
        frame -> {
          frames++;
          bytes += frame.wireLength();
          firstTime = Math.min(firstTime, frame.timeNanos());
          lastTime = Math.max(lastTime, frame.timeNanos());
          linkType = frame.linkType();
        },
        1000,
        SECOND / 20);
  }

  /** Polls until then, half a minute at most; time must go on and no counter back. */
  private void pollUntil(PacketSource source, Predicate<PacketSource> reached)
      throws CaptureException {
    long start = System.nanoTime();
    long time = source.timeNanos();
    CaptureStats stats = source.stats();
    while (!reached.test(source)) {
      assertThat(System.nanoTime() - start)
          .as("waited, at " + source.state())
          .isLessThan(30 * SECOND);
      poll(source);
      CaptureStats now = source.stats();
      assertThat(source.timeNanos()).isGreaterThan(time);
      assertThat(now.received()).isGreaterThanOrEqualTo(stats.received());
      assertThat(now.droppedByKernel()).isGreaterThanOrEqualTo(stats.droppedByKernel());
      time = source.timeNanos();
      stats = now;
    }
  }

  private static Predicate<PacketSource> away(String reason) {
    return source ->
        source.state() instanceof SourceState.Restarting now && now.reason().equals(reason);
  }

  private static boolean capturing(PacketSource source) {
    return source.state().equals(SourceState.CAPTURING);
  }

  /** Sends and expects just so many more. */
  private void sendAndSee(PacketSource source, int datagrams) throws CaptureException {
    long before = frames;
    long received = source.stats().received();
    pair.send(PORT, datagrams, 100, 0);
    pollUntil(source, each -> frames - before >= datagrams);
    poll(source);
    assertThat(frames - before).isEqualTo(datagrams);
    assertThat(source.stats().received() - received).isEqualTo(datagrams);
  }

  /**
   * The count goes on behind a restart. What the system sends of its own on a device that comes up
   * is counted, too, before the filter keeps it off.
   */
  private void assertThatAllWereReceived(PacketSource source, int datagrams)
      throws CaptureException {
    assertThat(frames).isEqualTo(datagrams);
    assertThat(source.stats().received()).isBetween((long) datagrams, datagrams + MOST_OF_A_START);
  }

  @ParameterizedTest
  @EnumSource(ReadPath.class)
  void datagrams_sent_at_a_known_rate_are_counted_to_the_byte(ReadPath readPath) throws Exception {
    int datagrams = 3000;
    try (PacketSource source = open(readPath)) {
      Thread sender = Thread.ofPlatform().start(() -> pair.send(PORT, datagrams, 500, 2 * SECOND));
      pollUntil(source, each -> frames >= datagrams);
      sender.join();
      pair.receive(PORT, 40);
      pollUntil(source, each -> frames >= datagrams + 40);
      poll(source);
      assertThat(frames).isEqualTo(datagrams + 40);
      assertThat(bytes)
          .isEqualTo((500L + VethPair.HEADERS) * datagrams + (1 + VethPair.HEADERS) * 40L);
      assertThat(source.stats()).isEqualTo(new CaptureStats(frames, 0, 0));
      assertThat(lastTime - firstTime).isBetween(2 * SECOND - SECOND / 10, 15 * SECOND);
      assertThat(lastTime).isLessThanOrEqualTo(source.timeNanos());
    }
  }

  @ParameterizedTest
  @EnumSource(ReadPath.class)
  void device_that_goes_down_and_up_is_captured_on(ReadPath readPath) throws Exception {
    try (PacketSource source = open(readPath)) {
      sendAndSee(source, 50);
      VethPair.ip("link", "set", pair.here, "down");
      pollUntil(source, away(pair.here + " is down"));
      pollUntil(source, each -> ((SourceState.Restarting) each.state()).attempt() >= 2);
      VethPair.ip("link", "set", pair.here, "up");
      pollUntil(source, NamespaceIT::capturing);
      sendAndSee(source, 50);
      assertThatAllWereReceived(source, 100);
    }
  }

  @ParameterizedTest
  @EnumSource(ReadPath.class)
  void device_that_is_removed_and_made_again_is_captured_on(ReadPath readPath) throws Exception {
    try (PacketSource source = open(readPath)) {
      sendAndSee(source, 50);
      pair.unplug();
      pollUntil(source, away(pair.here + " is gone"));
      pair.plug();
      pollUntil(source, NamespaceIT::capturing);
      sendAndSee(source, 50);
      assertThatAllWereReceived(source, 100);
    }
  }

  @Test
  void renamed_device_is_captured_on_under_its_new_name() throws Exception {
    String renamed = "iftr" + ProcessHandle.current().pid() % 50_000;
    try (PacketSource source = open(ReadPath.FOREIGN)) {
      VethPair.ip("link", "set", pair.here, "down");
      pollUntil(source, each -> !capturing(each));
      VethPair.ip("link", "set", pair.here, "name", renamed);
      VethPair.ip("link", "set", renamed, "up");
      pollUntil(source, NamespaceIT::capturing);
      assertThat(source.device().name()).isEqualTo(renamed);
      sendAndSee(source, 20);
      VethPair.ip("link", "delete", renamed);
    }
  }

  @Test
  void address_that_is_added_or_taken_away_is_followed() throws Exception {
    try (PacketSource source = open(ReadPath.FOREIGN)) {
      assertThat(has(source, 1)).isTrue();
      VethPair.ip("address", "add", pair.address(77) + "/24", "dev", pair.here);
      pollUntil(source, each -> has(each, 77));
      assertThat(has(source, 1)).isTrue();
      VethPair.ip("address", "flush", "dev", pair.here);
      VethPair.ip("address", "add", pair.address(78) + "/24", "dev", pair.here);
      pollUntil(source, each -> has(each, 78));
      assertThat(has(source, 1) || has(source, 77)).isFalse();
      assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
      sendAndSee(source, 20);
    }
  }

  private boolean has(PacketSource source, int last) {
    IpAddress wanted = IpAddress.parse(pair.address(last)).orElseThrow();
    return source.device().addresses().stream()
        .anyMatch(each -> each.address().equals(wanted) && each.prefixLength() == 24);
  }

  @Test
  void device_without_a_carrier_is_silent_but_not_lost() throws Exception {
    try (PacketSource source = open(ReadPath.FOREIGN)) {
      pair.carrier(false);
      long start = source.timeNanos();
      pollUntil(source, each -> each.timeNanos() - start > SECOND);
      assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
      pair.carrier(true);
      sendAndSee(source, 20);
    }
  }

  @ParameterizedTest
  @EnumSource(ReadPath.class)
  void any_captures_on_all_devices_whichever_come_and_go(ReadPath readPath) throws Exception {
    try (PacketSource source = open("any", readPath)) {
      assertThat(has(source, 1)).as("addresses of all devices").isTrue();
      sendAndSee(source, 50);
      assertThat(linkType).as("LINKTYPE_LINUX_SLL or LINKTYPE_LINUX_SLL2").isIn(113, 276);
      pair.unplug();
      poll(source);
      pair.plug();
      sendAndSee(source, 50);
      assertThat(source.state()).isEqualTo(SourceState.CAPTURING);
      assertThat(source.stats()).isEqualTo(new CaptureStats(100, 0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(ReadPath.class)
  void any_shows_each_frame_of_the_loopback_device_once(ReadPath readPath) throws Exception {
    try (PacketSource source = open("any", readPath)) {
      Flood.send(PORT, 25);
      pollUntil(source, each -> frames >= 25);
      poll(source);
      assertThat(frames).isEqualTo(25);
    }
  }
}
