package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a {@link SocketTable} must list of sockets that this very process opens. */
public abstract class SocketTableContract {

  private final List<NetworkChannel> channels = new ArrayList<>();

  /**
   * The table under test.
   *
   * @param open sockets that this process holds just now; a real table finds them by itself
   */
  protected abstract SocketTable table(List<OpenSocket> open);

  /** Closes what a test opened. */
  @AfterEach
  void close() throws IOException {
    for (NetworkChannel channel : channels) {
      channel.close();
    }
  }

  @Test
  void a_listening_socket_has_no_remote_end() throws IOException {
    ServerSocketChannel server = listen("127.0.0.1");
    expect(socket(Transport.TCP, local(server), Optional.empty()));
  }

  @Test
  void both_sides_of_an_ipv4_connection_are_listed() throws IOException {
    expectBothSides("127.0.0.1");
  }

  @Test
  void both_sides_of_an_ipv6_connection_are_listed() throws IOException {
    expectBothSides("::1");
  }

  @Test
  void an_ipv4_connection_of_an_ipv6_socket_is_listed_by_its_ipv4_addresses() throws IOException {
    ServerSocketChannel server = keep(ServerSocketChannel.open());
    server.bind(new InetSocketAddress("0.0.0.0", 0));
    int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    SocketChannel client = keep(SocketChannel.open(new InetSocketAddress("127.0.0.1", port)));
    keep(server.accept());
    Endpoint near = endpoint((InetSocketAddress) client.getLocalAddress());
    Endpoint far = endpoint((InetSocketAddress) client.getRemoteAddress());
    expect(
        socket(Transport.TCP, near, Optional.of(far)),
        socket(Transport.TCP, far, Optional.of(near)));
  }

  @Test
  void a_udp_socket_bound_to_every_address_has_the_unspecified_one() throws IOException {
    DatagramChannel channel = keep(DatagramChannel.open(StandardProtocolFamily.INET));
    channel.bind(new InetSocketAddress("0.0.0.0", 0));
    int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    expect(socket(Transport.UDP, new Endpoint(IpAddress.ipv4(0), port), Optional.empty()));
  }

  @Test
  void a_connected_udp_socket_has_both_ends() throws IOException {
    DatagramChannel channel = keep(DatagramChannel.open(StandardProtocolFamily.INET));
    channel.connect(new InetSocketAddress("127.0.0.1", 9));
    Endpoint near = endpoint((InetSocketAddress) channel.getLocalAddress());
    Endpoint far = endpoint((InetSocketAddress) channel.getRemoteAddress());
    expect(socket(Transport.UDP, near, Optional.of(far)));
  }

  @Test
  void a_closed_socket_is_listed_no_more() throws IOException {
    ServerSocketChannel server = listen("127.0.0.1");
    Endpoint local = local(server);
    expect(socket(Transport.TCP, local, Optional.empty()));
    server.close();
    assertThat(table(List.of()).openSockets())
        .filteredOn(socket -> socket.pid() == pid())
        .extracting(OpenSocket::local)
        .doesNotContain(local);
  }

  @Test
  void the_list_cannot_be_changed() throws IOException {
    OpenSocket mine = socket(Transport.TCP, local(listen("127.0.0.1")), Optional.empty());
    List<OpenSocket> sockets = table(List.of(mine)).openSockets();
    assertThatThrownBy(() -> sockets.add(mine)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void the_clocks_go_on_while_it_lists_and_never_back() throws IOException {
    SocketTable table = table(List.of());
    SocketTable.Clocks before = table.clocks().orElseThrow();
    table.openSockets();
    SocketTable.Clocks after = table.clocks().orElseThrow();
    long passed = after.nanos() - before.nanos();
    assertThat(passed).isPositive();
    assertThat(after.cpuNanos().isPresent()).isEqualTo(before.cpuNanos().isPresent());
    if (after.cpuNanos().isPresent()) {
      // A thread has one processor at a time; two clocks of a system differ by little.
      long used = after.cpuNanos().getAsLong() - before.cpuNanos().getAsLong();
      assertThat(used).isBetween(1L, passed + 10_000_000L);
    }
  }

  private void expectBothSides(String address) throws IOException {
    ServerSocketChannel server = listen(address);
    SocketChannel client = keep(SocketChannel.open(server.getLocalAddress()));
    keep(server.accept());
    Endpoint near = endpoint((InetSocketAddress) client.getLocalAddress());
    Endpoint far = local(server);
    expect(
        socket(Transport.TCP, near, Optional.of(far)),
        socket(Transport.TCP, far, Optional.of(near)),
        socket(Transport.TCP, far, Optional.empty()));
  }

  private void expect(OpenSocket... expected) throws IOException {
    List<OpenSocket> listed = table(List.of(expected)).openSockets();
    assertThat(listed).extracting(SocketTableContract::nameless).contains(nameless(expected));
    assertThat(listed)
        .filteredOn(socket -> socket.pid() == pid())
        .allSatisfy(socket -> assertThat(socket.process()).isNotBlank())
        .allSatisfy(socket -> assertThat(socket.local().port()).isPositive());
  }

  /** How a process is called differs between systems; that it has a name is asserted apart. */
  private static OpenSocket nameless(OpenSocket socket) {
    return new OpenSocket(socket.transport(), socket.local(), socket.remote(), socket.pid(), "");
  }

  private static OpenSocket[] nameless(OpenSocket... sockets) {
    return Stream.of(sockets).map(SocketTableContract::nameless).toArray(OpenSocket[]::new);
  }

  private static OpenSocket socket(Transport transport, Endpoint local, Optional<Endpoint> remote) {
    return new OpenSocket(transport, local, remote, pid(), "java");
  }

  private ServerSocketChannel listen(String address) throws IOException {
    boolean ipv6 = address.indexOf(':') >= 0;
    ServerSocketChannel server =
        keep(
            ServerSocketChannel.open(
                ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET));
    try {
      server.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
    } catch (IOException e) {
      boolean mustHave = !ipv6 || "true".equals(System.getenv("CI"));
      assumeTrue(mustHave, "this machine has no IPv6 loopback: " + e.getMessage());
      throw e;
    }
    return server;
  }

  private <C extends NetworkChannel> C keep(C channel) {
    channels.add(channel);
    return channel;
  }

  private static Endpoint local(ServerSocketChannel server) throws IOException {
    return endpoint((InetSocketAddress) server.getLocalAddress());
  }

  private static Endpoint endpoint(InetSocketAddress address) {
    return new Endpoint(IpAddress.of(address.getAddress().getAddress()), address.getPort());
  }

  private static int pid() {
    return (int) ProcessHandle.current().pid();
  }
}
