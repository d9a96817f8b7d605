package iftoprs.domain.owner;

import iftoprs.ports.Endpoint;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sockets and flows in words, and whose the flows are. */
final class OwnerCases {

  static final long SECOND = 1_000_000_000L;

  static final HostAddresses HOST =
      HostAddresses.of(
          List.of(
              net("10.0.0.1", 24),
              net("192.168.7.1", 24),
              net("2001:db8::1", 64),
              net("fe80::1", 64)));

  private static InterfaceAddress net(String address, int prefix) {
    return new InterfaceAddress(TestFrames.address(address), prefix);
  }

  /**
   * {@code TCP 10.0.0.1:40000 8.8.8.8:443 42 curl}, with {@code -} for no remote end; a sixth word
   * {@code ipv6-only} stands for what it says.
   */
  static OpenSocket socket(String text) {
    String[] words = text.split(" ");
    return new OpenSocket(
        transport(words[0]),
        TestFrames.endpoint(words[1]),
        Optional.of(words[2]).filter(word -> !word.equals("-")).map(TestFrames::endpoint),
        Integer.parseInt(words[3]),
        words[4],
        ProcessFacts.UNKNOWN,
        OpenSocket.HERE,
        words.length > 5 && words[5].equals("ipv6-only"));
  }

  static Transport transport(String keyword) {
    return switch (keyword) {
      case "TCP" -> Transport.TCP;
      case "UDP" -> Transport.UDP;
      case "ARP" -> Transport.ARP;
      default -> Transport.ICMP;
    };
  }

  static SocketScan scan(double at, String... sockets) {
    List<OpenSocket> list = new ArrayList<>();
    for (String text : sockets) {
      list.add(socket(text));
    }
    return new SocketScan(list, HOST, true, (long) (at * SECOND));
  }

  static SocketIndex index(String... sockets) {
    return SocketIndex.EMPTY.next(scan(100, sockets));
  }

  static Attribution ask(SocketIndex index, String transport, String local, String remote) {
    return index.ownerOf(
        transport(transport), TestFrames.endpoint(local), TestFrames.endpoint(remote));
  }

  static Attribution ask(
      SocketIndex index, String transport, String from, String to, double first, double last) {
    Endpoint local = TestFrames.endpoint(from);
    Endpoint remote = TestFrames.endpoint(to);
    return index.ownerOf(
        new OwnerQuestion()
            .of(local.address().isIpv6(), transport(transport).number())
            .local(local.address().high(), local.address().low(), local.port())
            .remote(remote.address().high(), remote.address().low(), remote.port())
            .lived((long) (first * SECOND), (long) (last * SECOND)));
  }

  private OwnerCases() {}
}
