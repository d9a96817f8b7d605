package iftoprs.domain.owner;

import static iftoprs.domain.owner.OwnerCases.HOST;
import static iftoprs.domain.owner.OwnerCases.SECOND;
import static iftoprs.domain.owner.OwnerCases.ask;
import static iftoprs.domain.owner.OwnerCases.index;
import static iftoprs.domain.owner.OwnerCases.scan;
import static iftoprs.domain.owner.OwnerCases.socket;
import static iftoprs.domain.owner.OwnerCases.transport;
import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.owner.Attribution.Holder;
import iftoprs.domain.owner.Attribution.Owned;
import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.ports.Executable;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketIndexTest {

  /** One socket, one flow: how they match. */
  @ParameterizedTest(name = "{0} | {1} {2} {3} -> {4}")
  @CsvSource({
    // exact
    "TCP 10.0.0.1:40000 8.8.8.8:443 42 p, TCP, 10.0.0.1:40000, 8.8.8.8:443, exact",
    "UDP 10.0.0.1:40000 8.8.8.8:443 42 p, UDP, 10.0.0.1:40000, 8.8.8.8:443, exact",
    "TCP [2001:db8::1]:40000 [2001:db8::9]:443 42 p, TCP, [2001:db8::1]:40000, [2001:db8::9]:443,"
        + " exact",
    "TCP [::ffff:10.0.0.1]:40000 [::ffff:8.8.8.8]:443 42 p, TCP, 10.0.0.1:40000, 8.8.8.8:443,"
        + " exact",
    "TCP 127.0.0.1:40000 127.0.0.1:80 42 p, TCP, 127.0.0.1:40000, 127.0.0.1:80, exact",
    // local address and port
    "UDP 10.0.0.1:53 - 42 p, UDP, 10.0.0.1:53, 8.8.8.8:999, local",
    "TCP 10.0.0.1:22 - 42 p, TCP, 10.0.0.1:22, 8.8.8.8:999, local",
    "UDP [::ffff:10.0.0.1]:53 - 42 p, UDP, 10.0.0.1:53, 8.8.8.8:999, local",
    "UDP [2001:db8::1]:53 - 42 p, UDP, [2001:db8::1]:53, [2001:db8::9]:9, local",
    // wildcard
    "UDP 0.0.0.0:40123 - 42 dig, UDP, 10.0.0.1:40123, 8.8.8.8:53, listener",
    "TCP 0.0.0.0:22 - 42 p, TCP, 10.0.0.1:22, 8.8.8.8:999, listener",
    "TCP 0.0.0.0:22 - 42 p, TCP, 127.0.0.1:22, 127.0.0.1:999, listener",
    "TCP [::]:22 - 42 p, TCP, 10.0.0.1:22, 8.8.8.8:999, listener",
    "TCP [::]:22 - 42 p, TCP, [2001:db8::1]:22, [2001:db8::9]:999, listener",
    "TCP [::]:22 - 42 p, TCP, [::1]:22, [::1]:999, listener",
    "TCP [::ffff:0.0.0.0]:22 - 42 p, TCP, 10.0.0.1:22, 8.8.8.8:999, listener",
    // traps: a server on this host is not who browses
    "TCP 0.0.0.0:443 - 42 p, TCP, 10.0.0.1:40000, 8.8.8.8:443, no-socket",
    "TCP [::]:443 - 42 p, TCP, 10.0.0.1:40000, 8.8.8.8:443, no-socket",
    "TCP 10.0.0.1:443 - 42 p, TCP, 10.0.0.1:40000, 8.8.8.8:443, no-socket",
    "TCP 0.0.0.0:443 - 42 p, TCP, 127.0.0.1:40000, 127.0.0.1:443, no-socket",
    "TCP 127.0.0.1:443 127.0.0.1:40000 42 p, TCP, 127.0.0.1:40000, 127.0.0.1:443, no-socket",
    // traps: the local end was guessed to be another host's
    "TCP 0.0.0.0:443 - 42 p, TCP, 8.8.8.8:443, 10.0.0.1:40000, not-local",
    "TCP [::]:443 - 42 p, TCP, 10.0.0.9:443, 8.8.8.8:40000, forwarded",
    "UDP 0.0.0.0:53 - 42 p, UDP, 10.0.0.9:53, 8.8.8.8:53, forwarded",
    // traps: connected to somebody else
    "TCP 10.0.0.1:443 9.9.9.9:1 42 p, TCP, 10.0.0.1:443, 8.8.8.8:443, no-socket",
    "UDP 10.0.0.1:443 9.9.9.9:1 42 p, UDP, 10.0.0.1:443, 8.8.8.8:443, no-socket",
    "UDP 10.0.0.1:443 8.8.8.8:1 42 p, UDP, 10.0.0.1:443, 8.8.8.8:443, no-socket",
    // traps: another protocol, address, port or family
    "UDP 0.0.0.0:443 - 42 p, TCP, 10.0.0.1:443, 8.8.8.8:999, no-socket",
    "TCP 10.0.0.1:40000 8.8.8.8:443 42 p, UDP, 10.0.0.1:40000, 8.8.8.8:443, no-socket",
    "TCP 127.0.0.1:631 - 42 p, TCP, 10.0.0.1:631, 8.8.8.8:999, no-socket",
    "TCP 192.168.7.1:631 - 42 p, TCP, 10.0.0.1:631, 8.8.8.8:999, no-socket",
    "TCP 0.0.0.0:631 - 42 p, TCP, [2001:db8::1]:631, [2001:db8::9]:9, no-socket",
    "TCP [2001:db8::1]:631 - 42 p, TCP, 10.0.0.1:631, 8.8.8.8:999, no-socket",
    // traps: IPv6 alone
    "TCP [::]:22 - 42 p ipv6-only, TCP, 10.0.0.1:22, 8.8.8.8:999, no-socket",
    "UDP [::]:53 - 42 p ipv6-only, UDP, 10.0.0.1:53, 8.8.8.8:999, no-socket",
    "TCP [::]:22 - 42 p ipv6-only, TCP, [2001:db8::1]:22, [2001:db8::9]:999, listener",
    // groups
    "UDP 0.0.0.0:5353 - 42 p, UDP, 10.0.0.9:5353, 224.0.0.251:5353, multicast",
    "UDP 224.0.0.251:5353 - 42 p, UDP, 10.0.0.9:5353, 224.0.0.251:5353, multicast",
    "UDP 0.0.0.0:5353 - 42 p, UDP, 10.0.0.1:5353, 224.0.0.251:5353, listener",
    "UDP 10.0.0.1:999 - 42 p, UDP, 10.0.0.1:5353, 224.0.0.251:5353, multicast",
    "UDP [::]:5353 - 42 p, UDP, [fe80::9]:5353, [ff02::fb]:5353, multicast",
    "UDP 0.0.0.0:138 - 42 p, UDP, 10.0.0.9:138, 10.0.0.255:138, multicast",
    "UDP 0.0.0.0:68 - 42 p, UDP, 0.0.0.0:68, 255.255.255.255:67, multicast",
    "ICMP [::]:0 - 42 ping, ICMP, [2001:db8::1]:0, [ff02::1:ff00:2]:0, multicast",
    "ICMP 0.0.0.0:0 - 42 ping, ICMP, 10.0.0.1, 224.0.0.1, multicast",
    // no sockets
    "TCP 0.0.0.0:443 - 42 p, ARP, 10.0.0.1, 10.0.0.9, kernel",
    "TCP 0.0.0.0:443 - 42 p, ICMP, 10.0.0.1, 8.8.8.8, no-socket",
    "UDP 0.0.0.0:111 - 0 -, UDP, 10.0.0.1:111, 8.8.8.8:999, kernel",
    "TCP 10.0.0.1:40000 8.8.8.8:443 -1 -, TCP, 10.0.0.1:40000, 8.8.8.8:443, no-permission",
  })
  void matches(String socket, String transport, String local, String remote, String expected) {
    Attribution attribution = ask(index(socket), transport, local, remote);
    assertThat(attribution.word()).isEqualTo(expected);
    if (attribution instanceof Owned owned) {
      assertThat(owned.pid()).isEqualTo(42);
    }
  }

  @Test
  void the_better_match_wins() {
    SocketIndex index =
        index(
            "TCP [::]:22 - 1000 dual",
            "TCP 0.0.0.0:22 - 1001 every",
            "TCP 10.0.0.1:22 - 1002 local",
            "TCP 10.0.0.1:22 8.8.8.8:999 1003 exact");
    assertThat(ask(index, "TCP", "10.0.0.1:22", "8.8.8.8:999"))
        .isEqualTo(new Owned(1003, "exact", Quality.EXACT));
    assertThat(ask(index, "TCP", "10.0.0.1:22", "8.8.8.8:998"))
        .isEqualTo(new Owned(1002, "local", Quality.LOCAL));
    assertThat(ask(index, "TCP", "192.168.7.1:22", "8.8.8.8:998"))
        .isEqualTo(new Owned(1001, "every", Quality.LISTENER));
    assertThat(ask(index, "TCP", "[2001:db8::1]:22", "[2001:db8::9]:1"))
        .isEqualTo(new Owned(1000, "dual", Quality.LISTENER));
  }

  @Test
  void of_several_listeners_the_one_with_a_connection_comes_first() {
    SocketIndex index =
        index(
            "TCP 0.0.0.0:80 - 1 init",
            "TCP 0.0.0.0:80 - 50 web",
            "TCP 0.0.0.0:80 - 60 web",
            "TCP 10.0.0.1:80 8.8.8.8:999 60 web");
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:998"))
        .isEqualTo(
            new Owned(
                60,
                "web",
                Quality.LISTENER,
                List.of(new Holder(50, "web"), new Holder(1, "init"))));
  }

  @Test
  void of_several_holders_of_a_connection_the_eldest_comes_first() {
    SocketIndex index =
        index("TCP 10.0.0.1:80 8.8.8.8:9 70 cgi", "TCP 10.0.0.1:80 8.8.8.8:9 50 web");
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:9"))
        .isEqualTo(new Owned(50, "web", Quality.EXACT, List.of(new Holder(70, "cgi"))));
  }

  @Test
  void a_group_port_that_two_programs_share_names_neither() {
    SocketIndex index = index("UDP 0.0.0.0:5353 - 50 avahi", "UDP 0.0.0.0:5353 - 60 browser");
    assertThat(ask(index, "UDP", "10.0.0.1:5353", "224.0.0.251:5353"))
        .isEqualTo(Attribution.MULTICAST);
  }

  @Test
  void a_visible_holder_counts_before_a_hidden_one() {
    SocketIndex index = index("TCP 0.0.0.0:80 - -1 -", "TCP 0.0.0.0:80 - 50 web");
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:9"))
        .isEqualTo(new Owned(50, "web", Quality.LISTENER));
  }

  @Test
  void a_connection_that_is_listed_while_it_closes_has_the_holder_of_the_scan_before_once() {
    String held = "UDP 10.0.0.1:40000 8.8.8.8:53 50 dig";
    String hidden = "UDP 10.0.0.1:40000 8.8.8.8:53 -1 -";
    SocketIndex closing = index(held).next(scan(101, hidden));
    assertThat(ask(closing, "UDP", "10.0.0.1:40000", "8.8.8.8:53"))
        .isEqualTo(new Owned(50, "dig", Quality.EXACT));
    assertThat(ask(closing.next(scan(102)), "UDP", "10.0.0.1:40000", "8.8.8.8:53", 100, 101))
        .isEqualTo(new Owned(50, "dig", Quality.RECENT));
    SocketIndex another = closing.next(scan(102, hidden));
    assertThat(ask(another, "UDP", "10.0.0.1:40000", "8.8.8.8:53"))
        .isEqualTo(Attribution.NO_PERMISSION);
  }

  @Test
  void a_hidden_listener_has_no_holder_by_what_was_there_before() {
    SocketIndex index = index("UDP 10.0.0.1:53 - 50 dig").next(scan(101, "UDP 10.0.0.1:53 - -1 -"));
    assertThat(ask(index, "UDP", "10.0.0.1:53", "8.8.8.8:9")).isEqualTo(Attribution.NO_PERMISSION);
  }

  @Test
  void an_incomplete_scan_says_that_it_may_not_look() {
    SocketIndex index =
        SocketIndex.EMPTY.next(new SocketScan(List.of(), HOST, false, 100 * SECOND));
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:9")).isEqualTo(Attribution.NO_PERMISSION);
  }

  @Test
  void without_addresses_of_the_host_those_of_its_sockets_count() {
    SocketIndex index =
        SocketIndex.of(
            List.of(socket("TCP 0.0.0.0:22 - 42 p"), socket("UDP 10.0.0.1:9 8.8.8.8:9 43 q")));
    assertThat(ask(index, "TCP", "10.0.0.1:22", "8.8.8.8:9").word()).isEqualTo("listener");
    assertThat(ask(index, "TCP", "10.0.0.2:22", "8.8.8.8:9")).isEqualTo(Attribution.NO_SOCKET);
  }

  @Test
  void a_closed_socket_owns_what_lived_with_it_for_60_s() {
    String udp = "UDP 0.0.0.0:40123 - 42 dig";
    SocketIndex gone = index(udp).next(scan(101));
    assertThat(ask(gone, "UDP", "10.0.0.1:40123", "8.8.8.8:53", 99.9, 100.1))
        .isEqualTo(new Owned(42, "dig", Quality.RECENT));
    assertThat(ask(gone.next(scan(161)), "UDP", "10.0.0.1:40123", "8.8.8.8:53", 99.9, 100.1))
        .isEqualTo(new Owned(42, "dig", Quality.RECENT));
    assertThat(ask(gone.next(scan(162)), "UDP", "10.0.0.1:40123", "8.8.8.8:53", 99.9, 100))
        .isEqualTo(Attribution.TOO_SHORT);
  }

  @Test
  void a_closed_socket_owns_no_flow_that_began_later() {
    SocketIndex gone =
        index("TCP 10.0.0.1:40000 8.8.8.8:443 42 p", "UDP 0.0.0.0:40123 - 43 q").next(scan(101));
    assertThat(ask(gone, "TCP", "10.0.0.1:40000", "8.8.8.8:443", 101.5, 102))
        .isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(gone, "UDP", "10.0.0.1:40123", "8.8.8.8:53", 101.5, 102))
        .isEqualTo(Attribution.NO_SOCKET);
  }

  @Test
  void a_new_socket_owns_no_flow_that_ended_before_it() {
    SocketIndex index = index().next(scan(101, "UDP 0.0.0.0:40123 - 42 later"));
    assertThat(ask(index, "UDP", "10.0.0.1:40123", "8.8.8.8:53", 99, 99.9))
        .isEqualTo(Attribution.TOO_SHORT);
    assertThat(ask(index, "UDP", "10.0.0.1:40123", "8.8.8.8:53", 99, 100.5).word())
        .isEqualTo("listener");
  }

  @Test
  void a_socket_that_is_opened_again_is_open() {
    String udp = "UDP 0.0.0.0:40123 - 42 p";
    SocketIndex index = index(udp).next(scan(101)).next(scan(102, "UDP 0.0.0.0:40123 - 43 q"));
    assertThat(ask(index, "UDP", "10.0.0.1:40123", "8.8.8.8:53", 101.5, 102))
        .isEqualTo(new Owned(43, "q", Quality.LISTENER));
  }

  @Test
  void the_very_list_of_the_last_scan_answers_as_an_equal_one_does() {
    SocketScan first =
        scan(100, "TCP 10.0.0.1:40000 8.8.8.8:443 42 curl", "UDP 0.0.0.0:53 - 9 named");
    SocketScan left = scan(101, "UDP 0.0.0.0:53 - 9 named");
    SocketIndex same = SocketIndex.EMPTY.next(first).next(left);
    SocketIndex equal = same;
    for (double at = 102; at < 170; at += 3) {
      same = same.next(new SocketScan(left.sockets(), HOST, true, (long) (at * SECOND)));
      equal = equal.next(scan(at, "UDP 0.0.0.0:53 - 9 named"));
      for (String local : List.of("10.0.0.1:40000", "10.0.0.1:53")) {
        for (double began : new double[] {99, 100.5, 101.5, at}) {
          String transport = local.endsWith(":53") ? "UDP" : "TCP";
          assertThat(ask(same, transport, local, "8.8.8.8:443", began, at))
              .isEqualTo(ask(equal, transport, local, "8.8.8.8:443", began, at));
        }
      }
    }
    SocketIndex gone = same.next(scan(171));
    assertThat(ask(gone, "UDP", "10.0.0.1:53", "8.8.8.8:443", 100.5, 171))
        .isEqualTo(ask(equal.next(scan(171)), "UDP", "10.0.0.1:53", "8.8.8.8:443", 100.5, 171))
        .isInstanceOf(Attribution.Owned.class);
  }

  @Test
  void closed_sockets_are_bounded() {
    List<OpenSocket> many = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      many.add(socket("UDP 0.0.0.0:" + (i + 1) + " - 42 p"));
    }
    SocketIndex gone =
        SocketIndex.EMPTY.next(new SocketScan(many, HOST, true, 100 * SECOND)).next(scan(101));
    int found = 0;
    for (int i = 0; i < 50_000; i++) {
      Attribution owner = ask(gone, "UDP", "10.0.0.1:" + (i + 1), "8.8.8.8:53", 100, 100.5);
      found += owner instanceof Owned ? 1 : 0;
    }
    assertThat(found).isEqualTo(16_384);
  }

  @Test
  void what_was_over_before_a_scan_was_too_short() {
    SocketIndex index = index().next(scan(101)).next(scan(102));
    assertThat(ask(index, "TCP", "10.0.0.1:9", "8.8.8.8:9", 100.2, 100.7))
        .isEqualTo(Attribution.TOO_SHORT);
    assertThat(ask(index, "TCP", "10.0.0.1:9", "8.8.8.8:9", 100.2, 101.05))
        .as("closed while the scan ran")
        .isEqualTo(Attribution.TOO_SHORT);
    assertThat(ask(index, "TCP", "10.0.0.1:9", "8.8.8.8:9", 100.2, 101.5))
        .as("lived through a scan")
        .isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "TCP", "10.0.0.1:9", "8.8.8.8:9", 102.5, 102.6))
        .as("nobody has looked yet")
        .isEqualTo(Attribution.NO_SOCKET);
  }

  @Test
  void ten_thousand_flows_are_asked_for_in_little_time() {
    List<OpenSocket> sockets = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      sockets.add(socket("TCP 10.0.0.1:" + (i + 1) + " 8.8.8.8:443 42 p"));
    }
    SocketIndex index = SocketIndex.EMPTY.next(new SocketScan(sockets, HOST, true, 100 * SECOND));
    OwnerQuestion question = new OwnerQuestion();
    long local = TestFrames.address("10.0.0.1").low();
    long remote = TestFrames.address("8.8.8.8").low();
    long best = Long.MAX_VALUE;
    int owned = 0;
    for (int round = 0; round < 200; round++) {
      owned = 0;
      long start = System.nanoTime();
      for (int port = 1; port <= 10_000; port++) {
        question.of(false, 6).local(0, local, port).remote(0, remote, 443).lived(99, 101);
        owned += index.ownerOf(question) instanceof Owned ? 1 : 0;
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    assertThat(owned).isEqualTo(2_000);
    assertThat(best).isLessThan(10_000_000L);
  }

  private static OpenSocket elsewhere(String text, long namespace) {
    OpenSocket here = socket(text);
    return new OpenSocket(
        here.transport(),
        here.local(),
        here.remote(),
        here.pid(),
        here.process(),
        here.facts(),
        namespace);
  }

  private static SocketIndex mixed(OpenSocket... sockets) {
    return SocketIndex.EMPTY.next(new SocketScan(List.of(sockets), HOST, true, 100 * SECOND));
  }

  @Test
  void a_container_owns_the_flows_of_its_own_address() {
    SocketIndex index =
        mixed(
            elsewhere("TCP 172.17.0.2:40000 8.8.8.8:443 42 curl", 7),
            elsewhere("UDP 172.17.0.2:53 - 43 dns", 7));
    assertThat(ask(index, "TCP", "172.17.0.2:40000", "8.8.8.8:443").word()).isEqualTo("exact");
    assertThat(ask(index, "UDP", "172.17.0.2:53", "10.0.0.1:9999").word()).isEqualTo("local");
    assertThat(ask(index, "TCP", "172.17.0.2:40001", "8.8.8.8:443"))
        .isEqualTo(Attribution.FORWARDED);
  }

  @Test
  void a_container_never_owns_the_flows_of_this_host() {
    SocketIndex index =
        mixed(
            elsewhere("TCP 127.0.0.1:40000 127.0.0.1:80 42 curl", 7),
            elsewhere("TCP 10.0.0.1:40000 8.8.8.8:443 42 curl", 7),
            elsewhere("TCP 0.0.0.0:80 - 43 web", 7),
            elsewhere("UDP 0.0.0.0:53 - 44 dns", 7));
    assertThat(ask(index, "TCP", "127.0.0.1:40000", "127.0.0.1:80"))
        .isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "TCP", "10.0.0.1:40000", "8.8.8.8:443")).isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:1443")).isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "UDP", "172.17.0.2:53", "8.8.8.8:53")).isEqualTo(Attribution.FORWARDED);
  }

  @Test
  void the_same_ends_in_two_namespaces_are_nobodys() {
    SocketIndex index =
        mixed(
            elsewhere("TCP 172.17.0.2:80 - 42 one", 7), elsewhere("TCP 172.17.0.2:80 - 43 two", 8));
    assertThat(ask(index, "TCP", "172.17.0.2:80", "8.8.8.8:4430")).isEqualTo(Attribution.NO_SOCKET);
  }

  @Test
  void the_facts_of_a_holder_go_with_its_name() {
    ProcessFacts facts =
        new ProcessFacts("curl x", "root", Executable.UNKNOWN, ProcessFacts.ControlGroup.NONE);
    OpenSocket bare = socket("TCP 10.0.0.1:40000 8.8.8.8:443 42 curl");
    OpenSocket known =
        new OpenSocket(
            bare.transport(), bare.local(), bare.remote(), 42, "curl", facts, OpenSocket.HERE);
    assertThat(ask(mixed(known), "TCP", "10.0.0.1:40000", "8.8.8.8:443"))
        .isEqualTo(new Owned(42, "curl", Quality.EXACT, List.of(), facts));
  }
}
