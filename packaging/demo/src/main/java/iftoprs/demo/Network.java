package iftoprs.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Everybody who appears, by name and address.
 *
 * <p>Addresses are private or reserved for documentation (RFC 5737, RFC 3849), names end in {@code
 * .example} or {@code .lan}: no packet of the demo speaks of a real machine.
 */
final class Network {

  private static final List<Host> HOSTS = new ArrayList<>();

  static final Host DESK = lan("desk.lan", 20);
  static final Host ROUTER = lan("router.lan", 1);
  static final Host NAS = lan("nas.lan", 10);
  static final Host PRINTER = lan("printer.lan", 31);
  static final Host TELEVISION = lan("tv.lan", 40);
  static final Host PHONE = lan("phone.lan", 42);
  static final Host LAPTOP = lan("laptop.lan", 51);
  static final Host CAMERA = lan("camera-door.lan", 61);

  static final Host ALL_MDNS = group("mdns.multicast.lan", "224.0.0.251", "ff02::fb", 255);
  static final Host ALL_SSDP = group("ssdp.multicast.lan", "239.255.255.250", "ff02::c", 4);
  static final Host ALL_IGMP = group("igmp.multicast.lan", "224.0.0.22", "ff02::16", 1);

  static final Host RESOLVER = far("dns1.resolver.example", "192.0.2.53", 11);
  static final Host TIME = far("ntp2.time.example.net", "192.0.2.123", 18);
  static final Host GATEWAY = far("gw.provider.example.net", "192.0.2.1", 8);
  static final Host OFFICE = far("vpn.office.example", "203.0.113.200", 24);
  static final Host MAIL = far("imap.office.example", "203.0.113.143", 24);
  static final Host CHAT = far("chat.team.example", "198.51.100.60", 31);
  static final Host SENSORS = far("mqtt.sensors.example.net", "198.51.100.188", 42);
  static final Host BUILD = far("build7.dev.example", "203.0.113.45", 17);
  static final Host STREAM = far("edge3.video.example", "198.51.100.230", 13);
  static final Host MEETING = far("relay2.meet.example", "192.0.2.100", 21);
  static final Host MIRROR = far("mirror.linux.example.net", "198.51.100.80", 9);
  static final Host FORGE = far("git.forge.example", "198.51.100.22", 28);
  static final Host BACKUP = far("vault.backup.example", "203.0.113.90", 19);
  static final Host PROBE = far("probe-200.scan.example.net", "203.0.113.250", 96);

  /** Where the browser goes: {@link Browsing} says how. */
  static final List<Host> SITES =
      List.of(
          far("www.news.example", "203.0.113.10", 14),
          far("images.news.example", "203.0.113.11", 12),
          far("www.shop.example", "198.51.100.101", 22),
          far("cdn4.shop.example", "198.51.100.104", 9),
          far("docs.java.example", "192.0.2.25", 33),
          far("en.encyclopedia.example", "192.0.2.77", 26),
          far("upload.encyclopedia.example", "192.0.2.78", 26),
          far("api.weather.example", "198.51.100.33", 38),
          far("tiles.maps.example", "203.0.113.62", 16),
          far("fonts.static.example.net", "192.0.2.44", 10),
          far("stats.metrics.example.net", "203.0.113.177", 47),
          far("forum.photo.example", "198.51.100.149", 88));

  private Network() {}

  /** Lines of an address and a name, for every address that may appear. */
  static String hostsFile() {
    StringBuilder text = new StringBuilder();
    for (Host host : HOSTS) {
      text.append(text(host.v4())).append(' ').append(host.name()).append('\n');
      text.append(text6(host.v6())).append(' ').append(host.name()).append('\n');
    }
    return text.toString();
  }

  /** A neighbour; .20 and ::20 are the same machine. */
  private static Host lan(String name, int number) {
    byte[] v6 = documentation(1);
    v6[15] = (byte) (number / 10 << 4 | number % 10);
    byte[] mac = {2, 0, 0x5e, 0x10, 0, (byte) number};
    return add(
        new Host(name, new byte[] {(byte) 192, (byte) 168, 1, (byte) number}, v6, mac, 64, 300));
  }

  /** A host behind the router; its second address repeats the last number of its first. */
  private static Host far(String name, String address, int milliseconds) {
    byte[] v4 = numbers(address);
    byte[] v6 = documentation(0x100 + (v4[0] & 0xff));
    v6[15] = v4[3];
    int hops = 64 - milliseconds % 12 - 5;
    return add(new Host(name, v4, v6, ROUTER.mac(), hops, milliseconds * 1000));
  }

  private static Host group(String name, String v4, String v6, int hops) {
    byte[] address = new byte[16];
    address[0] = (byte) 0xff;
    address[1] = 2;
    address[15] = (byte) Integer.parseInt(v6.substring(v6.lastIndexOf(':') + 1), 16);
    return add(new Host(name, numbers(v4), address, new byte[6], hops, 0));
  }

  private static Host add(Host host) {
    HOSTS.add(host);
    return host;
  }

  private static byte[] documentation(int network) {
    byte[] address = new byte[16];
    address[0] = 0x20;
    address[1] = 1;
    address[2] = 0x0d;
    address[3] = (byte) 0xb8;
    address[4] = (byte) (network >> 8);
    address[5] = (byte) network;
    return address;
  }

  private static byte[] numbers(String address) {
    byte[] bytes = new byte[4];
    String[] parts = address.split("\\.");
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  private static String text(byte[] v4) {
    return "%d.%d.%d.%d".formatted(v4[0] & 0xff, v4[1] & 0xff, v4[2] & 0xff, v4[3] & 0xff);
  }

  /** All addresses of the demo have one run of zeros, from the third or second word to the last. */
  private static String text6(byte[] v6) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6 && (v6[i] != 0 || v6[i + 1] != 0); i += 2) {
      text.append(Integer.toHexString((v6[i] & 0xff) << 8 | v6[i + 1] & 0xff)).append(':');
    }
    return text.append(':').append(Integer.toHexString(v6[15] & 0xff)).toString();
  }
}
