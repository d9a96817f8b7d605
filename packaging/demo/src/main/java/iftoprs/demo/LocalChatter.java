package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;
import static iftoprs.demo.Network.DESK;
import static iftoprs.demo.Network.ROUTER;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/** What a local network says without being asked: ARP, neighbours, services, bridges. */
final class LocalChatter implements Scene {

  private static final int ARP_TYPE = 0x0806;
  private static final int LLDP_TYPE = 0x88cc;
  private static final byte[] EVERYBODY = {-1, -1, -1, -1, -1, -1};
  private static final byte[] BRIDGES = {1, (byte) 0x80, (byte) 0xc2, 0, 0, 0};
  private static final byte[] NEAREST_BRIDGE = {1, (byte) 0x80, (byte) 0xc2, 0, 0, 0x0e};
  private static final byte[] SWITCH = {2, 0, 0x5e, 0x10, 1, 1};

  private static final int MDNS = 5353;
  private static final int TYPE_PTR = 12;
  private static final int SSDP = 1900;
  private static final byte[] ROUTER_ALERT = {(byte) 0x94, 4, 0, 0};
  private static final String SEARCH =
      "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 2\r\n"
          + "ST: urn:schemas-upnp-org:device:MediaRenderer:1\r\n\r\n";

  @Override
  public void play(Wire wire, Random random) {
    resolution(wire, random);
    services(wire, random);
    bridges(wire);
    membership(wire);
  }

  private static void resolution(Wire wire, Random random) {
    List<Host> neighbours = List.of(ROUTER, Network.NAS, Network.PRINTER, Network.LAPTOP);
    for (double at = 0.2; at < 180; at += 7 + 5 * random.nextDouble()) {
      Host asked = neighbours.get(random.nextInt(neighbours.size()));
      long when = seconds(at);
      wire.ethernet(when, EVERYBODY, DESK.mac(), ARP_TYPE, arp(1, DESK, asked, new byte[6]));
      byte[] answer = arp(2, asked, DESK, DESK.mac());
      wire.ethernet(when + 380, DESK.mac(), asked.mac(), ARP_TYPE, answer);
    }
    for (double at = 2.6; at < 180; at += 11 + 8 * random.nextDouble()) {
      long when = seconds(at);
      wire.icmp(when, Route.v6(ROUTER, DESK), neighbour(135, 0, DESK, 1, ROUTER));
      wire.icmp(when + 120, Route.v6(DESK, ROUTER), neighbour(136, 0x60, DESK, 2, DESK));
    }
  }

  private static byte[] arp(int operation, Host sender, Host target, byte[] targetMac) {
    ByteBuffer message = ByteBuffer.allocate(28);
    message.putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4);
    message.putShort((short) operation).put(sender.mac()).put(sender.v4());
    return message.put(targetMac).put(target.v4()).array();
  }

  /** A solicitation or an advertisement with one link-layer option (RFC 4861, 4.3, 4.4). */
  private static byte[] neighbour(int type, int flags, Host target, int option, Host linkLayer) {
    ByteBuffer message = ByteBuffer.allocate(32);
    message.put((byte) type).put((byte) 0).putShort((short) 0);
    message.put((byte) flags).put(new byte[3]).put(target.v6());
    return message.put((byte) option).put((byte) 1).put(linkLayer.mac()).array();
  }

  private static void services(Wire wire, Random random) {
    List<String> names =
        List.of("_googlecast._tcp.local", "_ipp._tcp.local", "_smb._tcp.local", "_ssh._tcp.local");
    List<Host> askers = List.of(Network.PHONE, Network.LAPTOP, Network.TELEVISION, DESK);
    for (double at = 1.1; at < 180; at += 1.5 + 6 * random.nextDouble()) {
      Host asker = askers.get(random.nextInt(askers.size()));
      byte[] question = DnsLookup.question(0, 0, 0, names.get(random.nextInt(4)), TYPE_PTR);
      wire.udp(seconds(at), Route.v4(asker, Network.ALL_MDNS), MDNS, MDNS, question);
      wire.udp(seconds(at + 0.01), Route.v6(asker, Network.ALL_MDNS), MDNS, MDNS, question);
    }
    byte[] search = SEARCH.getBytes(US_ASCII);
    for (double at = 5; at < 180; at += 30) {
      for (int i = 0; i < 3; i++) {
        long when = seconds(at + i);
        wire.udp(when, Route.v4(Network.TELEVISION, Network.ALL_SSDP), 41_900, SSDP, search);
      }
    }
  }

  private static void bridges(Wire wire) {
    // Spanning tree: LLC 42 42 03, then a configuration message (IEEE 802.1D, 9.3.1).
    ByteBuffer tree = ByteBuffer.allocate(38).put((byte) 0x42).put((byte) 0x42).put((byte) 3);
    tree.position(8).putShort((short) 0x8000).put(SWITCH).putInt(0).putShort((short) 0x8000);
    tree.put(SWITCH).putShort((short) 0x8007).putShort((short) 0).putShort((short) 0x1400);
    tree.putShort((short) 0x0200).putShort((short) 0x0f00);
    for (double at = 0.9; at < 180; at += 2) {
      wire.ethernet(seconds(at), BRIDGES, SWITCH, tree.capacity(), tree.array());
    }
    for (double at = 12; at < 180; at += 30) {
      wire.ethernet(seconds(at), NEAREST_BRIDGE, SWITCH, LLDP_TYPE, lldp());
    }
  }

  private static byte[] lldp() {
    byte[] port = "port7".getBytes(US_ASCII);
    byte[] name = "switch.lan".getBytes(US_ASCII);
    ByteBuffer message = ByteBuffer.allocate(9 + 3 + port.length + 4 + 2 + name.length + 2);
    message.putShort((short) (1 << 9 | 7)).put((byte) 4).put(SWITCH);
    message.putShort((short) (2 << 9 | 1 + port.length)).put((byte) 7).put(port);
    message.putShort((short) (3 << 9 | 2)).putShort((short) 120);
    message.putShort((short) (5 << 9 | name.length)).put(name);
    return message.putShort((short) 0).array();
  }

  /** The workstation joins the group of mDNS (RFC 3376, 4.2), with the option of RFC 2113. */
  private static void membership(Wire wire) {
    ByteBuffer report = ByteBuffer.allocate(16).put((byte) 0x22);
    report.position(6).putShort((short) 1).put((byte) 4).put((byte) 0).putShort((short) 0);
    report.put(Network.ALL_MDNS.v4());
    report.putShort(2, new Checksum().add(report.array()).value());
    Route route = Route.v4(DESK, Network.ALL_IGMP);
    for (double at = 15; at < 180; at += 60) {
      wire.ipv4(seconds(at), route, Wire.IGMP, ROUTER_ALERT, report.array());
    }
  }
}
