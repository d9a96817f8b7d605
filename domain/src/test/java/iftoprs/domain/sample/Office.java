package iftoprs.domain.sample;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.screen.LookUps;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A busy workstation: two dozen flows whose rates rise and fall, with names and programs. */
public final class Office {

  private static final String ME = "192.168.1.20";

  private record Talk(
      Transport transport,
      String local,
      String remote,
      long sent,
      long received,
      int period,
      int pid,
      String process) {}

  private static final List<Talk> TALKS =
      List.of(
          tcp(51544, "203.0.113.10:443", 24_000, 2_900_000, 37, 4312, "firefox"),
          tcp(40022, "198.51.100.9:443", 1_450_000, 31_000, 53, 2210, "restic"),
          udp(58718, "192.0.2.53:53", 180, 420, 11, 611, "systemd-resolved"),
          tcp(43338, "203.0.113.77:80", 9_000, 640_000, 29, 9001, "dnf"),
          udp(49333, "198.51.100.44:5004", 190_000, 12_000, 23, 7120, "ffmpeg"),
          tcp(22, "198.51.100.7:60122", 14_000, 2_300, 17, 988, "sshd"),
          tcp(56280, "192.168.1.33:5432", 21_000, 53_000, 41, 3001, "psql"),
          tcp(47637, "192.168.1.33:6379", 8_000, 16_000, 13, 3002, "redis-cli"),
          tcp(50112, "198.51.100.80:22000", 112_000, 44_000, 61, 1501, "syncthing"),
          new Talk(
              Transport.TCP,
              "[2001:db8::20]:46614",
              "[2001:db8:77::22]:443",
              5_200,
              310_000,
              31,
              4312,
              "firefox"),
          new Talk(
              Transport.UDP,
              "[2001:db8::20]:60999",
              "[2001:db8:99::1]:443",
              3_900,
              88_000,
              19,
              5200,
              "chrome"),
          udp(123, "192.0.2.123:123", 90, 90, 7, 700, "chronyd"),
          tcp(39787, "203.0.113.200:993", 400, 9_100, 43, 6020, "thunderbird"),
          tcp(41988, "192.0.2.60:1883", 1_100, 700, 9, 2999, "mosquitto"),
          new Talk(Transport.ICMP, ME, "203.0.113.1", 98, 98, 1, 0, ""),
          udp(5353, "224.0.0.251:5353", 300, 0, 5, 801, "avahi-daemon"));

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(ME, "workstation.lan"),
          Map.entry("2001:db8::20", "workstation.lan"),
          Map.entry("203.0.113.10", "cdn-fra3.video.example.net"),
          Map.entry("198.51.100.9", "backup.example.org"),
          Map.entry("203.0.113.77", "mirror.debian.example"),
          Map.entry("198.51.100.44", "meet-media-4.conferencing.example.io"),
          Map.entry("198.51.100.7", "bastion.corp.example"),
          Map.entry("192.168.1.33", "db-primary.lan"),
          Map.entry("2001:db8:77::22", "edge-quic-17.images.cdn.example.com"),
          Map.entry("203.0.113.200", "imap.example.org"));

  private static final Map<Integer, String> SERVICES =
      Map.of(
          443,
          "https",
          80,
          "http",
          53,
          "domain",
          22,
          "ssh",
          123,
          "ntp",
          993,
          "imaps",
          5353,
          "mdns",
          5432,
          "postgresql",
          5004,
          "avt-profile-1");

  private final SampleTraffic traffic;
  private int second;

  /** A workstation that has just been switched on. */
  public Office() {
    this(0);
  }

  /** The same with alerts at a rate, bytes per second. */
  public Office(long alertThreshold) {
    traffic = new SampleTraffic(alertThreshold);
    traffic.scans(new ScanCost(71, 4_230_000, 14, 61_000_000, 10_000_000_000L, true));
    for (Talk talk : TALKS) {
      if (talk.pid() > 0) {
        traffic.owner(
            talk.transport(),
            talk.local(),
            talk.remote(),
            talk.pid(),
            talk.process(),
            OfficePrograms.of(talk.pid()));
      }
    }
  }

  private static Talk tcp(
      int port, String remote, long sent, long received, int period, int pid, String process) {
    return new Talk(Transport.TCP, ME + ":" + port, remote, sent, received, period, pid, process);
  }

  private static Talk udp(
      int port, String remote, long sent, long received, int period, int pid, String process) {
    return new Talk(Transport.UDP, ME + ":" + port, remote, sent, received, period, pid, process);
  }

  /** What is counted; for telling it of losses or of what is watched. */
  public SampleTraffic traffic() {
    return traffic;
  }

  /** Lets a second pass. */
  public Snapshot tick() {
    for (Talk talk : TALKS) {
      double wave = 0.65 + 0.35 * Math.sin(2 * Math.PI * second / talk.period());
      long sent = Math.round(talk.sent() * wave);
      long received = Math.round(talk.received() * wave);
      if (talk.transport().equals(Transport.TCP)) {
        traffic.tcp(talk.local(), talk.remote(), sent, received);
      } else if (talk.transport().equals(Transport.UDP)) {
        traffic.udp(talk.local(), talk.remote(), sent, received);
      } else {
        traffic.icmp(talk.local(), talk.remote(), sent, received);
      }
    }
    second++;
    return traffic.tick();
  }

  /** Lets some seconds pass. */
  public Snapshot after(int seconds) {
    for (int i = 0; i < seconds; i++) {
      tick();
    }
    return traffic.newest();
  }

  /** The names of most hosts. */
  public static HostNames hostNames() {
    return address -> Optional.ofNullable(NAMES.get(address.toString()));
  }

  /** The names of the usual ports. */
  public static ServiceNames serviceNames() {
    return (transport, port) -> Optional.ofNullable(SERVICES.get(port));
  }

  /** All that is looked up. */
  public static LookUps lookUps() {
    return new LookUps(hostNames(), serviceNames(), OfficePrograms.packages());
  }

  /** The key of the heaviest flow. */
  public static FlowKey heaviest() {
    return SampleTraffic.key(Transport.TCP, ME + ":51544", "203.0.113.10:443");
  }
}
