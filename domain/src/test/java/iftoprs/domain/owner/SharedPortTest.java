package iftoprs.domain.owner;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.owner.Attribution.Owned;
import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.ports.Endpoint;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.TestFrames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose a flow is when several processes listen at its port. */
class SharedPortTest {

  private static final long SECOND = 1_000_000_000L;

  private static final HostAddresses HOST =
      HostAddresses.of(List.of(new InterfaceAddress(TestFrames.address("10.0.0.1"), 24)));

  private static OpenSocket socket(String text) {
    String[] words = text.split(" ");
    return new OpenSocket(
        transport(words[0]),
        TestFrames.endpoint(words[1]),
        Optional.of(words[2]).filter(word -> !word.equals("-")).map(TestFrames::endpoint),
        Integer.parseInt(words[3]),
        words[4]);
  }

  private static Transport transport(String keyword) {
    return keyword.equals("TCP") ? Transport.TCP : Transport.UDP;
  }

  private static SocketScan scan(long at, String... sockets) {
    List<OpenSocket> list = Arrays.stream(sockets).map(SharedPortTest::socket).toList();
    return new SocketScan(list, HOST, true, at * SECOND);
  }

  private static SocketIndex index(String... sockets) {
    return SocketIndex.EMPTY.next(scan(100, sockets));
  }

  private static Attribution ask(SocketIndex index, String transport, String from, String to) {
    return ask(index, transport, from, to, 99, 100.5);
  }

  private static Attribution ask(
      SocketIndex index, String transport, String from, String to, double first, double last) {
    Endpoint local = TestFrames.endpoint(from);
    Endpoint remote = TestFrames.endpoint(to);
    return index.ownerOf(
        new OwnerQuestion()
            .of(false, transport(transport).number())
            .local(local.address().high(), local.address().low(), local.port())
            .remote(remote.address().high(), remote.address().low(), remote.port())
            .lived((long) (first * SECOND), (long) (last * SECOND)));
  }

  @Test
  void a_port_that_two_programs_share_is_neithers_until_a_connection_tells() {
    SocketIndex index =
        index(
            "TCP 0.0.0.0:80 - 50 web",
            "TCP 0.0.0.0:80 - 60 other",
            "TCP 10.0.0.1:80 8.8.8.8:999 60 other",
            "UDP 0.0.0.0:80 - 50 web",
            "UDP 0.0.0.0:80 - 60 other");
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:998")).isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "UDP", "10.0.0.1:80", "8.8.8.8:998")).isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:999"))
        .isEqualTo(new Owned(60, "other", Quality.EXACT));
  }

  @Test
  void who_had_the_connection_counts_before_those_that_share_its_port() {
    String[] listeners = {"TCP 0.0.0.0:80 - 50 web", "TCP 0.0.0.0:80 - 60 web"};
    SocketIndex index =
        index(listeners[0], listeners[1], "TCP 10.0.0.1:80 8.8.8.8:9 60 web")
            .next(scan(101, listeners));
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:9", 99, 100.5))
        .isEqualTo(new Owned(60, "web", Quality.RECENT));
  }
}
